package org.leitai.registration.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.http.Json;
import org.leitai.platform.secret.InstallationKey;

/** Files that were read and shown but not yet applied: sealed, emptied when applied, gone after a day. Safe on any thread. */
public final class ImportPreviews {
    private static final String PURPOSE = "import-preview";
    private static final long KEPT_MICROS = 24L * 3600 * 1_000_000;

    private static final String KEEP = """
            insert into import_preview (id, contest, kind, discipline, account, body, applicable, created_micros)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """;

    private static final String FIND = """
            select kind, discipline, body, applicable, applied
              from import_preview
             where id = $1 and contest = $2
            """;

    private static final String APPLIED = "update import_preview set body = $2, applied = $3 where id = $1";

    private static final String FORGET = "delete from import_preview where contest = $1 and applied < 0";

    private static final String EXPIRE = "delete from import_preview where created_micros < $1";

    private final Pool pool;
    private final InstallationKey installation;
    private final LongSupplier nowMicros;

    public ImportPreviews(Pool pool, InstallationKey installation, LongSupplier nowMicros) {
        this.pool = pool;
        this.installation = installation;
        this.nowMicros = nowMicros;
    }

    /**
     * An import.
     *
     * @param discipline nil when the kind has none
     * @param body what is needed to apply it; empty once applied
     * @param applied rows applied, -1 before
     */
    public record Preview(UUID id, String kind, StreamId discipline, Doc.Obj body, boolean applicable, int applied) {}

    public Future<Void> keep(Preview preview, StreamId contest, UUID account) {
        Tuple row = Tuple.of(
                preview.id(),
                contest.value(),
                preview.kind(),
                preview.discipline().value(),
                account,
                seal(preview.id(), preview.body()),
                preview.applicable(),
                nowMicros.getAsLong());
        return pool.preparedQuery(EXPIRE)
                .execute(Tuple.of(nowMicros.getAsLong() - KEPT_MICROS))
                .compose(expired -> pool.preparedQuery(KEEP).execute(row))
                .mapEmpty();
    }

    /** Completes with null when there is none in that contest, or not any more. */
    public Future<@Nullable Preview> find(StreamId contest, UUID id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id, contest.value()))
                .map(rows -> rows.size() == 0 ? null : read(id, rows.iterator().next()));
    }

    private Preview read(UUID id, Row row) {
        byte[] plain = installation.open(PURPOSE, row.getBuffer("body").getBytes(), id.toString());
        return new Preview(
                id,
                row.getString("kind"),
                new StreamId(row.getUUID("discipline")),
                Json.obj(Buffer.buffer(plain)),
                row.getBoolean("applicable"),
                row.getInteger("applied"));
    }

    /** Empties the rows and remembers how many there were. */
    public Future<Void> applied(UUID id, int rows) {
        return pool.preparedQuery(APPLIED)
                .execute(Tuple.of(id, seal(id, Doc.obj().build()), rows))
                .mapEmpty();
    }

    /** Drops what was not applied: somebody of that contest was erased, and a file may hold the name. It can be read again. */
    public Future<Void> forget(StreamId contest) {
        return pool.preparedQuery(FORGET).execute(Tuple.of(contest.value())).mapEmpty();
    }

    private Buffer seal(UUID id, Doc.Obj body) {
        return Buffer.buffer(installation.seal(PURPOSE, Json.buffer(body).getBytes(), id.toString()));
    }
}
