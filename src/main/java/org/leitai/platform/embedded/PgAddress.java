package org.leitai.platform.embedded;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a PostgreSQL database is and who signs in.
 *
 * @param port 1..65535
 * @param password in clear; never log this record, its {@code toString} leaves the password out
 */
public record PgAddress(String host, int port, String database, String user, String password) {

    /** In the form that the Vert.x client and {@code psql} read. */
    public String uri() {
        return "postgresql://%s:%s@%s:%d/%s".formatted(encoded(user), encoded(password), host, port, encoded(database));
    }

    /** In the form that JDBC reads; user and password go separately. */
    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, encoded(database));
    }

    public PgAddress withDatabase(String other) {
        return new PgAddress(host, port, other, user, password);
    }

    @Override
    public String toString() {
        return "%s@%s:%d/%s".formatted(user, host, port, database);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
