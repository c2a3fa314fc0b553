package org.leitai.registration.store;

import io.vertx.core.buffer.Buffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.leitai.platform.secret.InstallationKey;

/** Tries whether what is stored of people still opens; for restored copies. */
public final class SealedPeople {
    private static final int FETCH_ROWS = 1_000;
    private static final String ALL = "select person, wrapped_key, body from person_secret";

    private SealedPeople() {}

    /** How many there are, and how many of them open with a key. */
    public record Count(long people, long opened) {}

    /** Opens everybody once, with bounded memory; blocks. The connection must not commit by itself. */
    public static Count tryAll(Connection connection, InstallationKey key) throws SQLException {
        PersonCipher cipher = new PersonCipher(key);
        long people = 0;
        long opened = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH_ROWS);
            try (ResultSet rows = statement.executeQuery(ALL)) {
                while (rows.next()) {
                    people++;
                    opened += opens(cipher, rows) ? 1 : 0;
                }
            }
        }
        return new Count(people, opened);
    }

    private static boolean opens(PersonCipher cipher, ResultSet row) throws SQLException {
        try {
            cipher.open(
                    row.getObject("person", UUID.class),
                    Buffer.buffer(row.getBytes("wrapped_key")),
                    Buffer.buffer(row.getBytes("body")));
            return true;
        } catch (IllegalStateException sealed) {
            return false;
        }
    }
}
