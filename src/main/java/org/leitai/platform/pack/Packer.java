package org.leitai.platform.pack;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private final Set<StreamId> busy = ConcurrentHashMap.newKeySet();

    public Packer(Ledger ledger, Packs packs, WorkerExecutor workers) {
        this.ledger = ledger;
        this.packs = packs;
        this.workers = workers;
    }

    /** A stream has grown up to a place. */
    public void grown(StreamId stream, long seq) {
        if (seq < next.getOrDefault(stream, (long) STRETCH_EVENTS) || !busy.add(stream)) {
            return;
        }
        if (next.size() >= MOST_REMEMBERED) {
            next.clear();
        }
        next.put(stream, seq + STRETCH_EVENTS);
        packs.packedUpTo(stream)
                .compose(last -> pack(stream, last, seq))
                .onSuccess(last -> next.put(stream, last + STRETCH_EVENTS))
                .onFailure(failure -> LOG.debug("stream {} is not packed now: {}", stream, failure.getMessage()))
                .onComplete(done -> busy.remove(stream));
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
