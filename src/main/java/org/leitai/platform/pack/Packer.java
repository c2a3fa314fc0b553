package org.leitai.platform.pack;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.leitai.kernel.StreamId;
import org.leitai.platform.ledger.ChainedEvent;
import org.leitai.platform.ledger.Ledger;
import org.leitai.platform.ledger.LedgerEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Packs streams that have grown, in the background, a stretch at a time. A failure is put off until the stream has grown by
 * another stretch. Safe on any thread.
 */
public final class Packer {
    /** About 200 kB packed, and 30 ms of a worker. */
    public static final int STRETCH_EVENTS = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(Packer.class);
    private static final int MOST_REMEMBERED = 10_000;

    private final Ledger ledger;
    private final Packs packs;
    private final WorkerExecutor workers;
    /** When to look at a stream again: nothing is asked of the database before. */
    private final Map<StreamId, Long> next = new ConcurrentHashMap<>();

    /** Streams being packed, and how far each has grown meanwhile. */
    private final Map<StreamId, Long> busy = new ConcurrentHashMap<>();

    public Packer(Ledger ledger, Packs packs, WorkerExecutor workers) {
        this.ledger = ledger;
        this.packs = packs;
        this.workers = workers;
    }

    /** A stream has grown up to a place. One that grows while it is packed is looked at again afterwards. */
    public void grown(StreamId stream, long seq) {
        boolean isUnderWay = busy.replace(stream, seq) != null;
        if (isUnderWay
                || seq < next.getOrDefault(stream, (long) STRETCH_EVENTS)
                || busy.putIfAbsent(stream, seq) != null) {
            return;
        }
        packs.packedUpTo(stream)
                .compose(last -> pack(stream, last, seq))
                .otherwise(failure -> putOff(stream, seq, failure))
                .onSuccess(last -> lookAgain(stream, last + STRETCH_EVENTS));
    }

    private static long putOff(StreamId stream, long seq, Throwable failure) {
        LOG.debug("stream {} is not packed now: {}", stream, failure.getMessage());
        return seq;
    }

    private void lookAgain(StreamId stream, long seq) {
        if (next.size() >= MOST_REMEMBERED) {
            next.clear();
        }
        next.put(stream, seq);
        Long grownTo = busy.remove(stream);
        if (grownTo != null) {
            grown(stream, grownTo);
        }
    }

    private Future<Long> pack(StreamId stream, long after, long upTo) {
        long last = after + STRETCH_EVENTS;
        if (last > upTo) {
            return Future.succeededFuture(after);
        }
        return ledger.page(stream, after, last, STRETCH_EVENTS)
                .compose(events -> workers.executeBlocking(() -> body(events), false))
                .compose(body -> packs.save(stream, after + 1, last, body))
                .compose(saved -> pack(stream, last, upTo));
    }

    private static Buffer body(List<ChainedEvent> stretch) {
        if (stretch.size() != STRETCH_EVENTS) {
            throw new IllegalStateException("only " + stretch.size() + " events of a stretch are there");
        }
        List<LedgerEvent> events = stretch.stream().map(ChainedEvent::event).toList();
        return PackCodec.write(events);
    }
}
