package org.leitai.platform.reaction;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;

/** How far reactions have come, kept in the database. */
final class ReactionPositions {
    /** A bounded round; the rest is found in the next one. */
    private static final String BEHIND = """
            select h.stream, coalesce(p.seq, 0) as seq
            from stream_head h
            left join reaction_position p on p.stream = h.stream and p.reaction = $1
            where h.kind = $2 and h.seq > coalesce(p.seq, 0)
            limit 500
            """;

    private static final String OF_ONE = "select seq from reaction_position where reaction = $1 and stream = $2";

    private static final String SAVE = """
            insert into reaction_position (reaction, stream, seq) values ($1, $2, $3)
            on conflict (reaction, stream) do update set seq = excluded.seq where reaction_position.seq < excluded.seq
            """;

    private final Pool pool;

    ReactionPositions(Pool pool) {
        this.pool = pool;
    }

    /** Streams with events that the reaction has not seen. */
    Future<List<StreamId>> behind(String reaction, StreamKind kind) {
        return pool.preparedQuery(BEHIND)
                .execute(Tuple.of(reaction, kind.code()))
                .map(rows -> {
                    List<StreamId> streams = new ArrayList<>();
                    rows.forEach(row -> streams.add(new StreamId(row.getUUID("stream"))));
                    return streams;
                });
    }

    /** The last event of a stream that was reacted to, 0 when none was. */
    Future<Long> of(String reaction, StreamId stream) {
        return pool.preparedQuery(OF_ONE)
                .execute(Tuple.of(reaction, stream.value()))
                .map(rows -> rows.size() == 0 ? 0L : rows.iterator().next().getLong(0));
    }

    Future<Void> save(String reaction, StreamId stream, long seq) {
        return pool.preparedQuery(SAVE)
                .execute(Tuple.of(reaction, stream.value(), seq))
                .mapEmpty();
    }
}
