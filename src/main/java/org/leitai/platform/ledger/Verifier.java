package org.leitai.platform.ledger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;

/**
 * Recomputes every leaf and chain of a ledger and compares them, and the heads, with what is stored. Reads one consistent
 * picture, event by event with bounded memory (but all heads), while the program may go on recording.
 *
 * <p>Hashing runs on the caller's event loop: meant for the {@code verify} command, not for a serving node.
 */
public final class Verifier {
    private static final int PAGE_EVENTS = 2_000;

    private static final String SNAPSHOT = "set transaction isolation level repeatable read, read only";

    private static final String IDENTITY = "select id from ledger_identity";

    private static final String HEADS = "select " + LedgerRows.HEAD_COLUMNS + " from stream_head";

    /** In the order of the primary key, so that no sort of the whole table is needed. */
    private static final String EVENTS =
            "select " + LedgerRows.EVENT_COLUMNS + " from ledger_event order by stream, seq";

    private final SqlConnection connection;
    private final LongConsumer progress;

    private Verifier(SqlConnection connection, LongConsumer progress) {
        this.connection = connection;
        this.progress = progress;
    }

    /**
     * Verifies the ledger in a database.
     *
     * @param progress hears the number of events read so far, every few thousand
     * @return what was found; fails only when the database cannot be read
     */
    public static Future<VerifierReport> verify(Vertx vertx, String pgUri, LongConsumer progress) {
        return PgConnection.connect(vertx, PgConnectOptions.fromUri(pgUri))
                .compose(connection ->
                        new Verifier(connection, progress).verify().eventually(connection::close));
    }

    /** As {@link #verify}, blocking, on a Vert.x of its own. */
    public static VerifierReport run(String pgUri, LongConsumer progress) {
        Vertx vertx = Vertx.vertx();
        try {
            return verify(vertx, pgUri, progress)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } finally {
            vertx.close().await();
        }
    }

    private Future<VerifierReport> verify() {
        return connection
                .begin()
                .compose(transaction -> connection
                        .query(SNAPSHOT)
                        .execute()
                        .compose(set -> identity())
                        .compose(this::check)
                        .eventually(transaction::rollback));
    }

    private Future<UUID> identity() {
        return connection
                .query(IDENTITY)
                .execute()
                .map(rows -> rows.iterator().next().getUUID(0));
    }

    private Future<VerifierReport> check(UUID ledger) {
        return heads().map(heads -> new VerifierRun(ledger, heads))
                .compose(run -> connection
                        .prepare(EVENTS)
                        .map(prepared -> prepared.cursor(Tuple.tuple()))
                        .compose(cursor -> readAll(cursor, run))
                        .map(read -> run.report()));
    }

    private Future<List<Head>> heads() {
        return connection.query(HEADS).execute().map(rows -> {
            List<Head> heads = new ArrayList<>(rows.size());
            rows.forEach(row -> heads.add(LedgerRows.head(row)));
            return heads;
        });
    }

    private Future<Void> readAll(Cursor cursor, VerifierRun run) {
        return cursor.read(PAGE_EVENTS).compose(rows -> {
            rows.forEach(row -> run.next(LedgerRows.event(row)));
            progress.accept(run.events());
            return cursor.hasMore() ? readAll(cursor, run) : cursor.close();
        });
    }
}
