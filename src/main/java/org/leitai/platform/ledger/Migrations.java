package org.leitai.platform.ledger;

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
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(jdbcUrl, user, password)
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
