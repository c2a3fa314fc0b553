package org.leitai.platform.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.leitai.platform.embedded.EmbeddedServers.Role;
import org.leitai.platform.ledger.Migrations;

/**
 * One PostgreSQL and one Redis for all tests of a JVM, the same servers and settings as in production. They live in
 * {@code target/servers} and are found again by the next run, which saves setting them up.
 *
 * <p>A database for a test is copied from a template in which the migrations ran once.
 */
public final class TestServers {

    /** Unpacked once for all data folders of this clone. */
    static final Path PROGRAMS = Path.of("target", "servers", "programs").toAbsolutePath();

    private static final int FOLDERS = 8;
    private static final String TEMPLATE = "test_template";

    private final EmbeddedServers servers;
    private final AtomicInteger databases = new AtomicInteger();

    private TestServers(EmbeddedServers servers) {
        this.servers = servers;
    }

    /** Started on first use, stopped when the JVM ends. */
    public static TestServers shared() {
        return Holder.SHARED;
    }

    /** An empty, migrated database of its own. */
    public String createDatabase() {
        String name = "test_" + databases.incrementAndGet();
        execute("CREATE DATABASE %s TEMPLATE %s OWNER %s".formatted(name, TEMPLATE, PostgresCluster.OWNER));
        return name;
    }

    public void dropDatabase(String name) {
        execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name));
    }

    /** A copy as it is now, kept beside it; ends all sessions for a moment. */
    public void copyDatabase(String name) {
        alone(
                name,
                () -> execute(
                        "CREATE DATABASE %s_copy TEMPLATE %s OWNER %s".formatted(name, name, PostgresCluster.OWNER)));
    }

    /** The copy takes its place, as when somebody restores an old one under running nodes. */
    public void replaceByCopy(String name) {
        alone(name, () -> {
            execute("ALTER DATABASE %s RENAME TO %s_lost".formatted(name, name));
            execute("ALTER DATABASE %s_copy RENAME TO %s".formatted(name, name));
        });
        dropDatabase(name + "_lost");
    }

    /** Ends all sessions and lets nobody in while some work lasts. */
    public void alone(String name, Runnable work) {
        execute("ALTER DATABASE %s WITH ALLOW_CONNECTIONS false".formatted(name));
        execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '%s'".formatted(name));
        work.run();
        execute("ALTER DATABASE %s WITH ALLOW_CONNECTIONS true".formatted(name));
    }

    public PgAddress address(Role role, String database) {
        return servers.pgAddress(role).withDatabase(database);
    }

    /** May do everything: for tests that edit the ledger by hand or end sessions. */
    public PgAddress superuser(String database) {
        return servers.superuser().withDatabase(database);
    }

    public String redisUri() {
        return servers.redisUri();
    }

    public void stopPostgres() {
        servers.postgres().stop();
    }

    public void killPostgres() {
        servers.postgres().kill();
    }

    /** Starts it on the port that it had; does nothing when it runs. */
    public void startPostgres() {
        if (!servers.postgres().isRunning()) {
            servers.postgres().startAgain();
        }
    }

    public void stopRedis() {
        servers.redis().stop();
    }

    public void killRedis() {
        servers.redis().kill();
    }

    /** Starts it, empty, on the port that it had; does nothing when it runs. */
    public void startRedis() {
        if (!servers.redis().isRunning()) {
            servers.redis().startAgain();
        }
    }

    private static TestServers start() {
        TestServers tests = new TestServers(startInFreeFolder());
        Runtime.getRuntime().addShutdownHook(new Thread(tests.servers::close, "stop-test-servers"));
        tests.databasesOfEarlierRuns().forEach(tests::dropDatabase);
        tests.execute("CREATE DATABASE %s OWNER %s".formatted(TEMPLATE, PostgresCluster.OWNER));
        PgAddress template = tests.address(Role.OWNER, TEMPLATE);
        Migrations.run(template.jdbcUrl(), template.user(), template.password());
        return tests;
    }

    /** Two builds at once in one clone take two folders. */
    private static EmbeddedServers startInFreeFolder() {
        CannotStart refused = new CannotStart("no folder was tried");
        for (int number = 1; number <= FOLDERS; number++) {
            try {
                return EmbeddedServers.start(
                        Path.of("target", "servers", Integer.toString(number)), PROGRAMS, Ports.ANY, Ports.ANY);
            } catch (CannotStart e) {
                refused = e;
            }
        }
        throw refused;
    }

    private List<String> databasesOfEarlierRuns() {
        List<String> names = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT datname FROM pg_database WHERE starts_with(datname, 'test_')")) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return names;
    }

    private void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Connection connect() throws SQLException {
        PgAddress superuser = servers.superuser();
        return DriverManager.getConnection(superuser.jdbcUrl(), superuser.user(), superuser.password());
    }

    private static final class Holder {
        static final TestServers SHARED = start();
    }
}
