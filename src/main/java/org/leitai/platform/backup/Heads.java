package org.leitai.platform.backup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/**
 * Where all streams stand, in one hash.
 *
 * @param hash SHA-256 over one line a stream, {@code stream seq hash}, in the order of the streams' ids; hex
 */
record Heads(long streams, long events, String hash) {
    private static final int FETCH_ROWS = 10_000;
    private static final String HEADS = "select stream, seq, encode(hash, 'hex') from stream_head order by stream";

    /** Reads them with bounded memory; the connection must not commit by itself. */
    static Heads read(Connection connection) throws SQLException {
        MessageDigest digest = sha256();
        long streams = 0;
        long events = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH_ROWS);
            try (ResultSet rows = statement.executeQuery(HEADS)) {
                while (rows.next()) {
                    streams++;
                    events += rows.getLong(2);
                    String line = rows.getString(1) + " " + rows.getLong(2) + " " + rows.getString(3) + "\n";
                    digest.update(line.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return new Heads(streams, events, HexFormat.of().formatHex(digest.digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
