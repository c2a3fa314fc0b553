package org.leitai.platform.secret;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Which installation key a database belongs to: that of its first start. */
public final class LedgerKey {
    private static final String FIRST = "insert into installation_key (print) values (?) on conflict do nothing";
    private static final String READ = "select print from installation_key";

    private LedgerKey() {}

    /**
     * Whether the key is the database's; the first key asked about becomes it. Blocks.
     *
     * @param user the role that owns the tables
     */
    public static boolean agree(String jdbcUrl, String user, String password, InstallationKey key) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
                PreparedStatement first = connection.prepareStatement(FIRST);
                Statement read = connection.createStatement()) {
            first.setString(1, key.print());
            first.executeUpdate();
            try (ResultSet rows = read.executeQuery(READ)) {
                return rows.next() && rows.getString(1).equals(key.print());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the installation key's print cannot be read: " + e.getMessage(), e);
        }
    }
}
