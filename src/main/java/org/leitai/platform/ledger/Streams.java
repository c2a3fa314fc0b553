package org.leitai.platform.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;

/** The directory of streams: opens new ones and lists them. Safe on any thread. */
public final class Streams {
    private static final String IDENTITY = "select id from ledger_identity";

    private static final String OPEN = """
            insert into stream_head (stream, ledger, kind, parent, seq, hash, owner, term, created_micros)
            values ($1, $2, $3, $4, 0, $5, $6, 0, $7)
            on conflict (stream) do nothing
            """;

    private static final String OF_KIND = "select " + LedgerRows.HEAD_COLUMNS + """
             from stream_head
            where kind = $1 and seq > 0 and ($2::uuid is null or parent = $2)
            order by created_micros, stream
            """;

    private static final String PARENT = "select parent from stream_head where stream = $1 and parent <> $2";

    private final Pool pool;
    private final Clock clock;

    public Streams(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * Opens a stream, empty; its keeper's first command comes after. Opening it again changes nothing.
     *
     * @param parent the stream it belongs to (the contest of a discipline), or null
     */
    public Future<Void> open(StreamId stream, StreamKind kind, @Nullable StreamId parent) {
        return pool.query(IDENTITY)
                .execute()
                .compose(rows -> open(rows.iterator().next().getUUID(0), stream, kind, parent));
    }

    private Future<Void> open(UUID ledger, StreamId stream, StreamKind kind, @Nullable StreamId parent) {
        UUID parentId = parent == null ? Act.NOBODY : parent.value();
        long created = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        Hash genesis = EventHashes.genesis(ledger, stream, kind.code(), parentId, created);
        Tuple row = Tuple.of(stream.value(), ledger, kind.code(), parentId, genesis.buffer(), Act.NOBODY, created);
        return pool.preparedQuery(OPEN).execute(row).mapEmpty();
    }

    /**
     * Streams of a kind that hold at least one event, oldest first.
     *
     * @param parent only those of this parent; null for all
     */
    public Future<List<Head>> ofKind(StreamKind kind, @Nullable StreamId parent) {
        return pool.preparedQuery(OF_KIND)
                .execute(Tuple.of(kind.code(), parent == null ? null : parent.value()))
                .map(rows -> {
                    List<Head> heads = new ArrayList<>();
                    rows.forEach(row -> heads.add(LedgerRows.head(row)));
                    return heads;
                });
    }

    /** The stream that a stream was opened under; completes with null when there is no such stream or it has no parent. */
    public Future<@Nullable StreamId> parent(StreamId stream) {
        return pool.preparedQuery(PARENT)
                .execute(Tuple.of(stream.value(), Act.NOBODY))
                .map(rows -> rows.size() == 0
                        ? null
                        : new StreamId(rows.iterator().next().getUUID(0)));
    }
}
