package org.leitai.settings;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** What a setting's value must look like, and what of it may be shown. */
enum Kind {
    TEXT("text"),
    PATH("a file or folder"),
    PORT("a port from 0 to 65535"),
    SWITCH("true or false"),
    FACTOR("a number above 0, such as 1 or 20"),
    LIST("values separated by commas"),
    LEVEL("one of TRACE, DEBUG, INFO, WARN, ERROR"),
    LOG_FORMAT("text or json"),
    SOCKETS("auto, io_uring, epoll or nio"),
    POSTGRES("postgresql://user:password@host:port/database"),
    REDIS("redis://:password@host:port or redis://host:port");

    private static final int MOST_PORT = 65_535;

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** What is allowed, to stand after "must be". */
    String words() {
        return words;
    }

    boolean accepts(String value) {
        return switch (this) {
            case TEXT, PATH, LIST -> true;
            case PORT -> value.matches("\\d{1,5}") && Integer.parseInt(value) <= MOST_PORT;
            case SWITCH -> value.equals("true") || value.equals("false");
            case FACTOR -> value.matches("\\d{1,4}(\\.\\d{1,6})?") && Double.parseDouble(value) > 0;
            case LEVEL -> value.matches("TRACE|DEBUG|INFO|WARN|ERROR");
            case LOG_FORMAT -> value.equals("text") || value.equals("json");
            case SOCKETS -> value.matches("auto|io_uring|epoll|nio");
            case POSTGRES -> uri(value).filter(Kind::namesDatabase).isPresent();
            case REDIS -> uri(value).filter(Kind::namesRedis).isPresent();
        };
    }

    /** The value without what must not be seen: of an address, only who, where and which database. */
    String masked(String value) {
        return switch (this) {
            case POSTGRES, REDIS -> uri(value).map(Kind::withoutSecrets).orElse("***");
            default -> value;
        };
    }

    private static Optional<URI> uri(String value) {
        try {
            return Optional.of(URI.create(value)).filter(uri -> uri.getHost() != null && uri.getScheme() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean namesDatabase(URI uri) {
        return uri.getScheme().toLowerCase(Locale.ROOT).matches("postgres(ql)?")
                && Optional.ofNullable(uri.getRawUserInfo()).orElse("").matches("[^:]+:.+")
                && Optional.ofNullable(uri.getRawPath()).orElse("").length() > 1;
    }

    private static boolean namesRedis(URI uri) {
        return uri.getScheme().toLowerCase(Locale.ROOT).matches("rediss?");
    }

    /** Password and query, where drivers accept a password too, are left out. */
    private static String withoutSecrets(URI uri) {
        String user = Optional.ofNullable(uri.getRawUserInfo())
                .map(info -> info.split(":", 2)[0] + ":***@")
                .orElse("");
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + user + uri.getHost() + port
                + Optional.ofNullable(uri.getRawPath()).orElse("");
    }
}
