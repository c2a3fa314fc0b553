package org.leitai.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The servers' passwords: made once, kept in a file that only its owner can read. */
record Secrets(String superuser, String owner, String app, String redis) {

    private static final int PASSWORD_BYTES = 24;

    /** Reads the file, or makes it when there is none. */
    static Secrets in(Path file) {
        try {
            return Files.exists(file) ? read(file) : write(file, random());
        } catch (IOException e) {
            throw new CannotStart(
                    "The passwords in %s cannot be read (%s); give yourself the right to."
                            .formatted(file, e.getClass().getSimpleName()),
                    e);
        }
    }

    private static Secrets random() {
        SecureRandom random = new SecureRandom();
        return new Secrets(password(random), password(random), password(random), password(random));
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Secrets write(Path file, Secrets secrets) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, secrets.text());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        return secrets;
    }

    private String text() {
        return "superuser=%s\nowner=%s\napp=%s\nredis=%s\n".formatted(superuser, owner, app, redis);
    }

    private static Secrets read(Path file) throws IOException {
        Map<String, String> values = Files.readAllLines(file).stream()
                .map(line -> line.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> second, TreeMap::new));
        return new Secrets(
                value(values, "superuser", file),
                value(values, "owner", file),
                value(values, "app", file),
                value(values, "redis", file));
    }

    private static String value(Map<String, String> values, String name, Path file) {
        String value = values.get(name);
        if (value == null) {
            throw new CannotStart(
                    "%s with the servers' passwords lacks the line '%s='; bring it back, or move %s away and bring your backup in with leitai restore."
                            .formatted(file, name, file.getParent()));
        }
        return value;
    }

    @Override
    public String toString() {
        return "Secrets[hidden]";
    }
}
