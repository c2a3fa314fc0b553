package org.leitai;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The configuration, parsed once from {@code LEITAI_*} variables and validated: a wrong or unknown one stops the start with a sentence.
 */
public record Config(
        Path dataFolder,
        String httpHost,
        int httpPort,
        int httpsPort,
        List<String> names,
        Optional<String> pgUri,
        Optional<String> pgOwnerUri,
        Optional<String> redisUri,
        Optional<Path> tlsCertificate,
        Optional<Path> tlsKey,
        String clusterHost,
        List<String> clusterMembers,
        boolean metricsForAll,
        double demoPace) {

    /** Every variable there is: the documentation is printed from here. */
    public enum Key {
        LEITAI_DATA("data", "folder that holds everything; survives restarts"),
        LEITAI_HTTP_HOST("", "address to listen on; demo 127.0.0.1, serve 0.0.0.0"),
        LEITAI_HTTP_PORT("8080", "port of HTTP; 0 takes a free one"),
        LEITAI_HTTPS_PORT("", "port of HTTPS; HTTP's plus 363 when not set"),
        LEITAI_NAMES("", "more names under which tablets reach this machine, separated by commas"),
        LEITAI_PG_URI(
                "", "your own PostgreSQL instead of the embedded one (postgresql://user:password@host:port/database)"),
        LEITAI_PG_OWNER_URI("", "the same for the role that owns the tables and runs the migrations [LEITAI_PG_URI]"),
        LEITAI_REDIS_URI("", "your own Redis instead of the embedded one (redis://:password@host:port)"),
        LEITAI_TLS_CERTIFICATE("", "your own certificate chain, PEM, instead of the one made here"),
        LEITAI_TLS_KEY("", "its private key, PEM"),
        LEITAI_CLUSTER_HOST("127.0.0.1", "private address for the cluster's own traffic"),
        LEITAI_CLUSTER_MEMBERS("", "host:port of other nodes, separated by commas"),
        LEITAI_METRICS_OPEN("false", "true: /metrics answers everybody, not only this machine"),
        LEITAI_LOG_LEVEL("INFO", "TRACE, DEBUG, INFO, WARN or ERROR"),
        LEITAI_DEMO_PACE("1", "how many times faster than watching pace the demonstration's judges mark");

        private final String preset;
        private final String meaning;

        Key(String preset, String meaning) {
            this.preset = preset;
            this.meaning = meaning;
        }

        /** One line for help and documentation. */
        public String describe() {
            return String.format(
                    Locale.ROOT, "%-24s %s%s", name(), meaning, preset.isEmpty() ? "" : " [" + preset + "]");
        }
    }

    /** A variable is wrong; the message says which, and what it should be. */
    public static final class Invalid extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Invalid(String message) {
            super(message);
        }
    }

    /**
     * Reads the variables.
     *
     * @param environment all variables; those that do not begin with {@code LEITAI_} are not ours
     * @param defaultHost where to listen when {@code LEITAI_HTTP_HOST} is not set
     * @throws Invalid for an unknown key or a value that does not fit
     */
    public static Config of(Map<String, String> environment, String defaultHost) {
        refuseUnknown(environment);
        var values = new Values(environment);
        int http = values.port(Key.LEITAI_HTTP_PORT, 0);
        return new Config(
                Path.of(values.text(Key.LEITAI_DATA)).toAbsolutePath(),
                values.optional(Key.LEITAI_HTTP_HOST).orElse(defaultHost),
                http,
                values.port(Key.LEITAI_HTTPS_PORT, http == 0 ? 0 : http + 363),
                values.list(Key.LEITAI_NAMES),
                values.optional(Key.LEITAI_PG_URI),
                values.optional(Key.LEITAI_PG_OWNER_URI),
                values.optional(Key.LEITAI_REDIS_URI),
                values.optional(Key.LEITAI_TLS_CERTIFICATE).map(Path::of),
                values.optional(Key.LEITAI_TLS_KEY).map(Path::of),
                values.text(Key.LEITAI_CLUSTER_HOST),
                values.list(Key.LEITAI_CLUSTER_MEMBERS),
                values.text(Key.LEITAI_METRICS_OPEN).equals("true"),
                values.factor(Key.LEITAI_DEMO_PACE));
    }

    private static void refuseUnknown(Map<String, String> environment) {
        List<String> known = Arrays.stream(Key.values()).map(Key::name).toList();
        environment.keySet().stream()
                .filter(name -> name.startsWith("LEITAI_") && !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Invalid(name + " is not a setting of Leitai; known are " + String.join(", ", known));
                });
    }

    private record Values(Map<String, String> environment) {
        String text(Key key) {
            return optional(key).orElse(key.preset);
        }

        Optional<String> optional(Key key) {
            return Optional.ofNullable(environment.get(key.name()))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty());
        }

        List<String> list(Key key) {
            return Arrays.stream(text(key).split(",", -1))
                    .map(String::strip)
                    .filter(item -> !item.isEmpty())
                    .toList();
        }

        double factor(Key key) {
            String text = text(key);
            if (!text.matches("\\d{1,4}(\\.\\d+)?") || Double.parseDouble(text) == 0) {
                throw new Invalid(key.name() + " is '" + text + "' but must be a number above 0, such as 1 or 20");
            }
            return Double.parseDouble(text);
        }

        int port(Key key, int otherwise) {
            String text = text(key);
            if (text.isEmpty()) {
                return otherwise;
            }
            if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
                throw new Invalid(key.name() + " is '" + text + "' but must be a port from 0 to 65535");
            }
            return Integer.parseInt(text);
        }
    }

    /** What was configured, one line a key, passwords masked. */
    public static String masked(Map<String, String> environment) {
        return Arrays.stream(Key.values())
                .filter(key -> environment.containsKey(key.name()))
                .map(key -> key.name() + "="
                        + environment.getOrDefault(key.name(), "").replaceAll("(://[^:/@]*:)[^@]+@", "$1***@"))
                .collect(Collectors.joining(" "));
    }
}
