package org.leitai.testkit;

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

    private String database() {
        return Objects.requireNonNull(database, "only while a test class runs");
    }
}
