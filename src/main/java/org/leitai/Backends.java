package org.leitai;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.leitai.platform.embedded.CannotStart;
import org.leitai.platform.embedded.EmbeddedServers;
import org.leitai.platform.embedded.EmbeddedServers.Role;
import org.leitai.platform.embedded.PgAddress;
import org.leitai.platform.ledger.Migrations;

/**
 * The PostgreSQL and the Redis that the program works with: those that come along, or the ones named by {@code LEITAI_PG_URI} and
 * {@code LEITAI_REDIS_URI}. When this is open, the tables are there.
 */
final class Backends implements AutoCloseable {

    private static final int POSTGRES_PORT = 5432;

    private final UUID ledgerId;
    private final String pgUri;
    private final String redisUri;
    private final PgAddress owner;
    private final PgAddress admin;
    private final @Nullable EmbeddedServers embedded;

    private Backends(
            UUID ledgerId,
            String pgUri,
            String redisUri,
            PgAddress owner,
            PgAddress admin,
            @Nullable EmbeddedServers embedded) {
        this.ledgerId = ledgerId;
        this.pgUri = pgUri;
        this.redisUri = redisUri;
        this.owner = owner;
        this.admin = admin;
        this.embedded = embedded;
    }

    /**
     * Starts or finds the servers and brings the tables up to date; blocks.
     *
     * @throws CannotStart with one line for the person at the keyboard
     */
    static Backends open(Config config) {
        if (config.pgUri().isPresent() && config.redisUri().isPresent()) {
            PgAddress owner = ownerOf(config);
            UUID ledgerId = migrate(owner);
            return new Backends(
                    ledgerId,
                    config.pgUri().get(),
                    config.redisUri().get(),
                    owner,
                    owner.withDatabase("postgres"),
                    null);
        }
        EmbeddedServers embedded = EmbeddedServers.start(config.dataFolder());
        try {
            boolean ownPostgres = config.pgUri().isPresent();
            PgAddress owner = ownPostgres ? ownerOf(config) : embedded.pgAddress(Role.OWNER);
            UUID ledgerId = migrate(owner);
            embedded.keepRunning();
            return new Backends(
                    ledgerId,
                    config.pgUri().orElseGet(() -> embedded.pgUri(Role.APP)),
                    config.redisUri().orElseGet(embedded::redisUri),
                    owner,
                    ownPostgres ? owner.withDatabase("postgres") : embedded.superuser(),
                    embedded);
        } catch (RuntimeException e) {
            embedded.close();
            throw e;
        }
    }

    /** The id the ledger was born with. */
    UUID ledgerId() {
        return ledgerId;
    }

    /** With the rights of the program at work. */
    String pgUri() {
        return pgUri;
    }

    String redisUri() {
        return redisUri;
    }

    /** With the rights of the role that owns the tables. */
    PgAddress owner() {
        return owner;
    }

    /** With the rights to make databases; of your own PostgreSQL that is the owner, if it was granted CREATEDB. */
    PgAddress admin() {
        return admin;
    }

    /** To be called when every pool is closed. */
    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }

    static PgAddress ownerOf(Config config) {
        return address(config.pgOwnerUri().or(config::pgUri).orElseThrow());
    }

    private static UUID migrate(PgAddress owner) {
        try {
            Migrations.run(owner.jdbcUrl(), owner.user(), owner.password());
            return Migrations.ledgerId(owner.jdbcUrl(), owner.user(), owner.password());
        } catch (FlywayException e) {
            String reason = Optional.ofNullable(e.getMessage())
                    .orElse("no reason given")
                    .lines()
                    .filter(line -> !line.isBlank())
                    .findFirst()
                    .orElse("no reason given");
            throw new CannotStart(
                    "The tables of %s cannot be brought up to date (%s); see that the database is there and whole, or bring your backup in with leitai restore."
                            .formatted(owner, reason),
                    e);
        }
    }

    /** {@code postgresql://user:password@host:port/database}, the parts encoded as in any URI. */
    static PgAddress address(String uri) {
        try {
            URI parsed = URI.create(uri);
            String[] user =
                    Optional.ofNullable(parsed.getRawUserInfo()).orElse("").split(":", 2);
            if (parsed.getHost() == null || user.length != 2 || parsed.getPath().length() < 2) {
                throw new IllegalArgumentException("a part is missing");
            }
            return new PgAddress(
                    parsed.getHost(),
                    parsed.getPort() < 0 ? POSTGRES_PORT : parsed.getPort(),
                    decoded(parsed.getRawPath().substring(1)),
                    decoded(user[0]),
                    decoded(user[1]));
        } catch (IllegalArgumentException e) {
            throw new CannotStart("LEITAI_PG_URI must look like postgresql://user:password@host:port/database.", e);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
