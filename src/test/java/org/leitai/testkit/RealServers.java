package org.leitai.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.leitai.platform.embedded.EmbeddedServers.Role;
import org.leitai.platform.embedded.PgAddress;
import org.leitai.platform.embedded.TestServers;

/**
 * Gives a test class a migrated PostgreSQL database of its own and a share of Redis; the servers are shared by the JVM.
 *
 * <pre>{@code
 * class LedgerIT {
 *     @RegisterExtension
 *     static final RealServers SERVERS = new RealServers();
 *
 *     Pool pool = Pool.pool(vertx, PgConnectOptions.fromUri(SERVERS.appPgUri()), new PoolOptions().setMaxSize(4));
 * }
 * }</pre>
 *
 * <p>A test may stop, kill and start either server; after the class both run again. Nothing may be kept in Redis
 * outside {@link #redisPrefix()}.
 */
public final class RealServers implements BeforeAllCallback, AfterAllCallback {

    private final TestServers servers = TestServers.shared();
    private @Nullable String database;
    private @Nullable Path redisFile;

    @Override
    public void beforeAll(ExtensionContext context) {
        database = servers.createDatabase();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        startPostgres();
        startRedis();
        servers.dropDatabase(database());
    }

    /** The role of the program at work: what the migrations granted. */
    public String appPgUri() {
        return app().uri();
    }

    /** The role that owns the tables. */
    public String ownerPgUri() {
        return owner().uri();
    }

    public PgAddress app() {
        return servers.address(Role.APP, database());
    }

    public PgAddress owner() {
        return servers.address(Role.OWNER, database());
    }

    /** May do everything: to edit the ledger by hand, to end sessions in the middle of a commit. */
    public PgAddress superuser() {
        return servers.superuser(database());
    }

    public String redisUri() {
        return servers.redisUri();
    }

    /** Begins every key of this class. */
    public String redisPrefix() {
        return database() + ":";
    }

    public void stopPostgres() {
        servers.stopPostgres();
    }

    /** As a crash would. */
    public void killPostgres() {
        servers.killPostgres();
    }

    /** On the same port, with what was committed. */
    public void startPostgres() {
        servers.startPostgres();
    }

    public void stopRedis() {
        servers.stopRedis();
    }

    /** As a crash would. */
    public void killRedis() {
        servers.killRedis();
    }

    /** On the same port, empty. */
    public void startRedis() {
        servers.startRedis();
    }

    /** Redis writes what it holds into its file, which the next start reads; see {@link #forgetRedisFile}. */
    public void saveRedis() throws IOException {
        redisFile = Path.of(redis("CONFIG GET dir").getLast(), "dump.rdb");
        redis("SAVE");
    }

    public void forgetRedisFile() throws IOException {
        if (redisFile != null) {
            Files.deleteIfExists(redisFile);
        }
    }

    private List<String> redis(String command) throws IOException {
        URI uri = URI.create(redisUri());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort())) {
            String lines = "AUTH " + uri.getUserInfo().substring(1) + "\r\n" + command + "\r\nQUIT\r\n";
            socket.getOutputStream().write(lines.getBytes(StandardCharsets.UTF_8));
            List<String> answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return answers.subList(0, answers.size() - 1);
        }
    }

    /** A copy of the database as it is now, for {@link #replaceByCopy}; ends all sessions for a moment. */
    public void copyDatabase() {
        servers.copyDatabase(database());
    }

    /** The copy takes the database's place. */
    public void replaceByCopy() {
        servers.replaceByCopy(database());
    }

    /** Ends all sessions of the database and lets nobody in while some work lasts, as when it is moved. */
    public void closeDatabaseDuring(Runnable work) {
        servers.alone(database(), work);
    }

    /** By somebody who may do everything. */
    public void sql(String statement) throws SQLException {
        PgAddress all = superuser();
        try (var connection = DriverManager.getConnection(all.jdbcUrl(), all.user(), all.password());
                var work = connection.createStatement()) {
            work.execute(statement);
        }
    }

    private String database() {
        return Objects.requireNonNull(database, "only while a test class runs");
    }
}
