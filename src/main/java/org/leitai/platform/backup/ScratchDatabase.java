package org.leitai.platform.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.leitai.platform.ledger.Migrations;

/** A database made beside the one in use, to be tried, and then thrown away or put in the other's place. */
public final class ScratchDatabase {
    private final Place admin;
    private final Place own;

    private ScratchDatabase(Place admin, Place own) {
        this.admin = admin;
        this.own = own;
    }

    /**
     * Where somebody signs in.
     *
     * @param jdbcUrl of one database
     * @param database its name
     */
    public record Place(String jdbcUrl, String database, String user, String password) {
        Connection connect() throws SQLException {
            return DriverManager.getConnection(jdbcUrl, user, password);
        }

        @Override
        public String toString() {
            return database;
        }
    }

    /**
     * Makes an empty one.
     *
     * @param admin a role that may make and rename databases, in a database that stays
     * @param own the new database and the role that shall own its tables
     * @throws SQLException when it may not, or a database of that name exists
     */
    public static ScratchDatabase create(Place admin, Place own) throws SQLException {
        ScratchDatabase scratch = new ScratchDatabase(admin, own);
        scratch.run("create database %s owner %s".formatted(quoted(own.database()), quoted(own.user())));
        scratch.run("grant connect on database %s to leitai_app".formatted(quoted(own.database())));
        return scratch;
    }

    /** Tables of one release, in this order of versions. */
    public void migrate(String version) {
        Migrations.runTo(version, own.jdbcUrl(), own.user(), own.password());
    }

    /** As its owner. */
    public Connection connect() throws SQLException {
        return own.connect();
    }

    public void drop() throws SQLException {
        run("drop database %s".formatted(quoted(own.database())));
    }

    /**
     * Takes another database's name; that one stays under a new name.
     *
     * @throws SQLException when somebody is connected to either
     */
    public void takeThePlaceOf(String database, String aside) throws SQLException {
        run("alter database %s rename to %s".formatted(quoted(database), quoted(aside)));
        run("alter database %s rename to %s".formatted(quoted(own.database()), quoted(database)));
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = admin.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
