package org.leitai.platform.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;

/**
 * Reads streams and takes their ownership; events are added by {@link Appender} alone. Safe on any thread.
 *
 * <p>Every future fails as the database client does when the database is away; nothing is retried here.
 */
public final class Ledger {
    private static final String IDENTITY = "select id from ledger_identity";

    private static final String HEAD = "select " + LedgerRows.HEAD_COLUMNS + " from stream_head where stream = $1";

    private static final String HEADS =
            "select " + LedgerRows.HEAD_COLUMNS + " from stream_head where stream = any($1)";

    /** Waits for an append that is under way on the row, and makes every later one under the old term move nothing. */
    private static final String TAKE = "update stream_head set owner = $2, term = term + 1"
            + " where stream = $1 and kind = $3 returning "
            + LedgerRows.HEAD_COLUMNS;

    private static final String TAKE_AGAIN =
            "update stream_head set term = term + 1 where stream = $1 and owner = $2 and term = $3 returning "
                    + LedgerRows.HEAD_COLUMNS;

    private static final String PAGE = "select " + LedgerRows.EVENT_COLUMNS
            + " from ledger_event where stream = $1 and seq > $2 and seq <= $3 order by seq limit $4";

    private final Pool pool;

    public Ledger(Pool pool) {
        this.pool = pool;
    }

    /** For what lies beside the ledger in the same database. */
    public Pool pool() {
        return pool;
    }

    /** The id this ledger was born with. */
    public Future<UUID> identity() {
        return pool.query(IDENTITY).execute().map(rows -> rows.iterator().next().getUUID(0));
    }

    /** The head of a stream, or null when the stream was never opened. */
    public Future<@Nullable Head> head(StreamId stream) {
        return pool.preparedQuery(HEAD).execute(Tuple.of(stream.value())).map(Ledger::headOrNull);
    }

    /** The heads of those of the streams that were ever opened. */
    public Future<Map<StreamId, Head>> heads(Collection<StreamId> streams) {
        UUID[] ids = streams.stream().map(StreamId::value).toArray(UUID[]::new);
        return pool.preparedQuery(HEADS).execute(Tuple.of(ids)).map(rows -> {
            Map<StreamId, Head> heads = new HashMap<>();
            rows.forEach(row -> {
                Head head = LedgerRows.head(row);
                heads.put(head.stream(), head);
            });
            return heads;
        });
    }

    /**
     * Makes a node the stream's owner under the next term. Afterwards no append of an earlier term can be recorded any more:
     * what the head says is all there is.
     *
     * @return the new head, or null when no such stream of that kind was opened
     */
    public Future<@Nullable Head> take(StreamId stream, StreamKind kind, UUID node) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(stream.value(), node, kind.code()))
                .map(Ledger::headOrNull);
    }

    /**
     * As {@link #take}, but only when the node still owns the stream under that term.
     *
     * @return the new head, or null when another owner took the stream
     */
    public Future<@Nullable Head> takeAgain(StreamId stream, UUID node, long term) {
        return pool.preparedQuery(TAKE_AGAIN)
                .execute(Tuple.of(stream.value(), node, term))
                .map(Ledger::headOrNull);
    }

    /**
     * Events after one place up to another, in order.
     *
     * @param limit the most that are given at once, at least 1
     */
    public Future<List<ChainedEvent>> page(StreamId stream, long afterSeq, long upToSeq, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(stream.value(), afterSeq, upToSeq, limit))
                .map(rows -> {
                    List<ChainedEvent> events = new ArrayList<>(rows.size());
                    rows.forEach(row -> events.add(LedgerRows.event(row)));
                    return events;
                });
    }

    private static @Nullable Head headOrNull(RowSet<Row> rows) {
        var row = rows.iterator();
        return row.hasNext() ? LedgerRows.head(row.next()) : null;
    }
}
