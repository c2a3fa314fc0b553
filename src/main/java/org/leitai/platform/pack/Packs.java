package org.leitai.platform.pack;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.StreamId;
import org.leitai.platform.ledger.LedgerEvent;

/** Packs as rows. Safe on any thread. */
public final class Packs {
    private static final String PLACES =
            "select first, last from stream_pack where stream = $1 and codec = '" + PackCodec.NAME + "' order by first";

    private static final String AFTER = "select body from stream_pack where stream = $1 and first = $2 and last <= $3"
            + " and codec = '" + PackCodec.NAME + "'";

    /** One that could not be believed, or that another program wrote, gives way. */
    private static final String SAVE = """
            insert into stream_pack (stream, first, last, codec, body) values ($1, $2, $3, $4, $5)
            on conflict (stream, first) do update set last = excluded.last, codec = excluded.codec, body = excluded.body
            """;

    private static final String DROP = "delete from stream_pack where stream = $1 and first = $2";

    private final Pool pool;

    public Packs(Pool pool) {
        this.pool = pool;
    }

    /** Up to which place a stream is packed without a hole, 0 when it is not. */
    Future<Long> packedUpTo(StreamId stream) {
        return pool.preparedQuery(PLACES).execute(Tuple.of(stream.value())).map(rows -> {
            long last = 0;
            for (Row row : rows) {
                if (row.getLong("first") != last + 1) {
                    return last;
                }
                last = row.getLong("last");
            }
            return last;
        });
    }

    /** The body of the pack that begins after a place and ends at or before another; null when there is none. */
    public Future<@Nullable Buffer> after(StreamId stream, long seq, long upTo) {
        return pool.preparedQuery(AFTER)
                .execute(Tuple.of(stream.value(), seq + 1, upTo))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getBuffer(0));
    }

    /** The events of a body, which are still to be compared with the ledger's chain; throws when it is damaged. */
    public static List<LedgerEvent> open(Buffer body, UUID ledger, StreamId stream, long first) throws IOException {
        return PackCodec.read(body, ledger, stream, first);
    }

    /** All events of the stretch, in order. */
    Future<Void> save(StreamId stream, long first, long last, Buffer body) {
        return pool.preparedQuery(SAVE)
                .execute(Tuple.of(stream.value(), first, last, PackCodec.NAME, body))
                .mapEmpty();
    }

    /** It was not what the ledger holds. */
    public Future<Void> drop(StreamId stream, long first) {
        return pool.preparedQuery(DROP).execute(Tuple.of(stream.value(), first)).mapEmpty();
    }
}
