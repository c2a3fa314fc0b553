package org.leitai.platform.ledger;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** Brings a database's tables up to what this program expects, from {@code db/migration} on the class path. */
public final class Migrations {

    private Migrations() {}

    /**
     * Runs what is missing, in order; blocks. Two programs that start at once wait for each other.
     *
     * @param user the role that owns the tables; the program at work uses another one
     * @return how many migrations ran, 0 when the database was up to date
     * @throws org.flywaydb.core.api.FlywayException when a migration fails or one that ran was edited since
     */
    public static int run(String jdbcUrl, String user, String password) {
        return runTo("latest", jdbcUrl, user, password);
    }

    /** As {@link #run}, but no further than one version: the form of the tables that an older program knew. */
    public static int runTo(String version, String jdbcUrl, String user, String password) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(jdbcUrl, user, password)
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .target(version)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    /** The id the ledger was born with; blocks. Needed before the cluster, whose name comes from it. */
    public static UUID ledgerId(String jdbcUrl, String user, String password) {
        try (var connection = DriverManager.getConnection(jdbcUrl, user, password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from ledger_identity")) {
            rows.next();
            return rows.getObject(1, UUID.class);
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger's id cannot be read: " + e.getMessage(), e);
        }
    }
}
