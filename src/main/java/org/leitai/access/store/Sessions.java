package org.leitai.access.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Table {@code session}. */
public final class Sessions {
    private final Pool pool;

    public Sessions(Pool pool) {
        this.pool = pool;
    }

    /** What a session is for. */
    public enum Kind {
        STAFF("staff"),
        SEAT("seat"),
        CONTESTANT("contestant");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        static Kind ofCode(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("session kind " + code));
        }
    }

    /**
     * A session's row.
     *
     * @param holder account, seat or entry, by kind
     */
    public record Stored(
            UUID id,
            Kind kind,
            UUID holder,
            @Nullable UUID contest,
            @Nullable UUID discipline,
            UUID device,
            String csrf) {}

    public Future<Void> add(String token, Stored session, long nowMicros, long expiresMicros) {
        return pool.preparedQuery("""
                        insert into session
                          (token_hash, id, kind, holder, contest, discipline, device, csrf, created_micros, expires_micros)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""")
                .execute(row(token, session, nowMicros, expiresMicros))
                .mapEmpty();
    }

    /** A further seat on the device of a session; signing it in again lengthens it. */
    public Future<Void> addBeside(String token, Stored session, UUID first, long nowMicros, long expiresMicros) {
        return pool.preparedQuery("""
                        insert into session
                          (token_hash, id, kind, holder, contest, discipline, device, csrf, created_micros, expires_micros, beside)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                        on conflict (token_hash) do update set revoked_micros = null, expires_micros = excluded.expires_micros""")
                .execute(row(token, session, nowMicros, expiresMicros).addUUID(first))
                .mapEmpty();
    }

    private static Tuple row(String token, Stored session, long nowMicros, long expiresMicros) {
        return Tuple.from(Arrays.asList(
                hash(token),
                session.id(),
                session.kind().code,
                session.holder(),
                session.contest(),
                session.discipline(),
                session.device(),
                session.csrf(),
                nowMicros,
                expiresMicros));
    }

    /** The live session of that token. */
    public Future<Optional<Stored>> live(String token, long nowMicros) {
        return pool.preparedQuery("""
                        select id, kind, holder, contest, discipline, device, csrf from session
                        where token_hash = $1 and revoked_micros is null and expires_micros > $2""")
                .execute(Tuple.of(hash(token), nowMicros))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(Sessions::stored));
    }

    /** The device that holds a seat now, other than this one. */
    public Future<Optional<UUID>> otherDevice(UUID holder, UUID device, long nowMicros) {
        return pool.preparedQuery("""
                        select device from session
                        where holder = $1 and device <> $2 and revoked_micros is null and expires_micros > $3 limit 1""")
                .execute(Tuple.of(holder, device, nowMicros))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> row.getUUID("device")));
    }

    /** Ends every session of a holder. */
    public Future<Void> revokeAll(UUID holder, long nowMicros) {
        return pool.preparedQuery("update session set revoked_micros = $2 where holder = $1 and revoked_micros is null")
                .execute(Tuple.of(holder, nowMicros))
                .mapEmpty();
    }

    /** Ends one session and those beside it. */
    public Future<Void> revoke(String token, long nowMicros) {
        return pool.preparedQuery("""
                        update session set revoked_micros = $2
                        where revoked_micros is null
                          and (token_hash = $1 or beside = (select id from session where token_hash = $1))""").execute(Tuple.of(hash(token), nowMicros)).mapEmpty();
    }

    private static Stored stored(Row row) {
        return new Stored(
                row.getUUID("id"),
                Kind.ofCode(row.getString("kind")),
                row.getUUID("holder"),
                row.getUUID("contest"),
                row.getUUID("discipline"),
                row.getUUID("device"),
                row.getString("csrf"));
    }

    private static io.vertx.core.buffer.Buffer hash(String token) {
        try {
            return io.vertx.core.buffer.Buffer.buffer(
                    MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
