package org.leitai.paper.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.StreamId;

/** Answers as they arrived, chunk by chunk, never changed; events name them by hash. Safe on any thread. */
public final class Evidence {
    private static final String KEEP = """
            insert into answer_evidence (stream, hash, body, created_micros)
            values ($1, $2, $3, $4)
            on conflict (stream, hash) do nothing
            """;

    private static final String READ = "select body from answer_evidence where stream = $1 and hash = $2";

    private final Pool pool;
    private final LongSupplier nowMicros;

    public Evidence(Pool pool, LongSupplier nowMicros) {
        this.pool = pool;
        this.nowMicros = nowMicros;
    }

    /**
     * Keeps a chunk before its event; keeping it again changes nothing.
     *
     * @param hash lower-case hex of SHA-256 over the body
     */
    public Future<Void> keep(StreamId paper, String hash, Buffer body) {
        return pool.preparedQuery(KEEP)
                .execute(Tuple.of(paper.value(), hash, body, nowMicros.getAsLong()))
                .mapEmpty();
    }

    /** Completes with null when there is no such row. */
    public Future<@Nullable Buffer> read(StreamId paper, String hash) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(paper.value(), hash))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getBuffer(0));
    }
}
