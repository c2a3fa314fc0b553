package org.leitai.platform.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts PostgreSQL and Redis on a data folder and stops them at the end.
 *
 * <p>Starting takes about two seconds on a new folder and half a second on one that exists; everything blocks. All
 * failures are {@link CannotStart} with one line for a person.
 */
public final class EmbeddedServers implements AutoCloseable {

    /** Whose rights a connection has. */
    public enum Role {
        /** Owns the tables and runs the migrations. */
        OWNER,
        /** The program at work: what the migrations granted, and on the ledger INSERT and SELECT only. */
        APP
    }

    private final DataFolder folder;
    private final Secrets secrets;
    private final PostgresServer postgres;
    private final RedisServer redis;
    private final List<Watch> watches = new ArrayList<>();

    private EmbeddedServers(DataFolder folder, Secrets secrets, PostgresServer postgres, RedisServer redis) {
        this.folder = folder;
        this.secrets = secrets;
        this.postgres = postgres;
        this.redis = redis;
    }

    /** Starts both on free ports. */
    public static EmbeddedServers start(Path dataFolder) {
        return start(dataFolder, Ports.ANY, Ports.ANY);
    }

    /**
     * Starts both on the ports given.
     *
     * @param postgresPort 1..65535, or 0 for a free one
     * @param redisPort 1..65535, or 0 for a free one
     */
    public static EmbeddedServers start(Path dataFolder, int postgresPort, int redisPort) {
        return start(dataFolder, dataFolder.resolve("programs"), postgresPort, redisPort);
    }

    /** Tests unpack the programs once for many data folders. */
    static EmbeddedServers start(Path dataFolder, Path programsFolder, int postgresPort, int redisPort) {
        DataFolder folder = DataFolder.open(dataFolder);
        try {
            Secrets secrets = folder.passwords();
            ServerPrograms programs = new ServerPrograms(programsFolder.toAbsolutePath());
            PostgresServer postgres = new PostgresServer(
                    programs.postgres(), folder.postgres(), folder.log("postgres"), secrets, postgresPort);
            RedisServer redis =
                    new RedisServer(programs.redis(), folder.redis(), folder.log("redis"), secrets, redisPort);
            return startBoth(new EmbeddedServers(folder, secrets, postgres, redis));
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static EmbeddedServers startBoth(EmbeddedServers servers) {
        servers.postgres.start();
        try {
            servers.redis.start();
        } catch (RuntimeException e) {
            servers.postgres.stop();
            throw e;
        }
        return servers;
    }

    /** From now on a server that ends by itself is started again, on its port, until these are closed. */
    public void keepRunning() {
        watches.add(Watch.over("PostgreSQL", postgres::isAlive, postgres::startAgain));
        watches.add(Watch.over("Redis", redis::isAlive, redis::startAgain));
    }

    public PgAddress pgAddress(Role role) {
        return switch (role) {
            case OWNER -> postgres.address(PostgresCluster.OWNER, secrets.owner());
            case APP -> postgres.address(PostgresCluster.APP, secrets.app());
        };
    }

    public String pgUri(Role role) {
        return pgAddress(role).uri();
    }

    public String redisUri() {
        return redis.uri();
    }

    PostgresServer postgres() {
        return postgres;
    }

    RedisServer redis() {
        return redis;
    }

    /** Who may make and rename databases, in the database that is always there. */
    public PgAddress superuser() {
        return postgres.address(PostgresCluster.SUPERUSER, secrets.superuser()).withDatabase("postgres");
    }

    /** To be called last, when every pool is closed: sessions that are still open are ended. */
    @Override
    public void close() {
        try {
            watches.forEach(Watch::close);
            redis.stop();
            postgres.stop();
        } finally {
            folder.close();
        }
    }
}
