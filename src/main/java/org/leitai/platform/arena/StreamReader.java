package org.leitai.platform.arena;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.leitai.kernel.Event;
import org.leitai.kernel.StreamId;
import org.leitai.platform.ledger.ChainedEvent;
import org.leitai.platform.ledger.DamagedLedgerException;
import org.leitai.platform.ledger.EventCodec;
import org.leitai.platform.ledger.Hash;
import org.leitai.platform.ledger.Head;
import org.leitai.platform.pack.Packer;
import org.leitai.platform.pack.Packs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a stream stretch by stretch: a pack where there is one that the ledger bears out, else its events. */
final class StreamReader<E extends Event> {
    private static final Logger LOG = LoggerFactory.getLogger(StreamReader.class);
    private static final long STEP_SECONDS = 10;

    private final StreamId stream;
    private final EventCodec<E> codec;
    private final Surroundings around;

    StreamReader(StreamId stream, EventCodec<E> codec, Surroundings around) {
        this.stream = stream;
        this.codec = codec;
        this.around = around;
    }

    /**
     * The next stretch after a place, on a worker.
     *
     * @param chain of the event at that place
     */
    Future<Stretch<E>> after(long seq, Hash chain, Head head) {
        return head.seq() - seq < Packer.STRETCH_EVENTS
                ? events(seq, chain, head, Packer.STRETCH_EVENTS)
                : packed(seq, chain, head).recover(unpacked -> events(seq, chain, head, Packer.STRETCH_EVENTS));
    }

    /** Events as they are, at most so many. */
    Future<Stretch<E>> events(long seq, Hash chain, Head head, int limit) {
        return around.ledger()
                .page(stream, seq, head.seq(), limit)
                .timeout(STEP_SECONDS, TimeUnit.SECONDS)
                .compose(events -> around.loading().executeBlocking(() -> checked(seq, chain, head, events), false));
    }

    private Stretch<E> checked(long seq, Hash chain, Head head, List<ChainedEvent> events) {
        if (events.isEmpty()) {
            throw new DamagedLedgerException(
                    stream, seq, "the events up to the head at " + head.seq() + " are missing");
        }
        return Stretch.checked(stream, codec, seq, chain, events);
    }

    private Future<Stretch<E>> packed(long seq, Hash chain, Head head) {
        return around.packs()
                .after(stream, seq, head.seq())
                .timeout(STEP_SECONDS, TimeUnit.SECONDS)
                .compose(body -> body == null
                        ? Future.failedFuture("not packed")
                        : around.loading()
                                .executeBlocking(() -> opened(body, seq, chain), false)
                                .compose(this::borneOut)
                                .recover(wrong -> disbelieve(seq, wrong)));
    }

    private Stretch<E> opened(Buffer body, long seq, Hash chain) throws IOException {
        return Stretch.hashed(codec, chain, Packs.open(body, around.ledgerId(), stream, seq + 1));
    }

    /** The pack's events hash to what the ledger holds at its end: then they are the ledger's. */
    private Future<Stretch<E>> borneOut(Stretch<E> stretch) {
        return around.ledger()
                .page(stream, stretch.lastSeq() - 1, stretch.lastSeq(), 1)
                .timeout(STEP_SECONDS, TimeUnit.SECONDS)
                .compose(last -> !last.isEmpty() && last.getFirst().chain().equals(stretch.end())
                        ? Future.succeededFuture(stretch)
                        : Future.failedFuture("its events are not the ledger's"));
    }

    /** Gone before the stream is packed again. */
    private Future<Stretch<E>> disbelieve(long seq, Throwable why) {
        LOG.warn("the pack of stream {} after {} is ignored: {}", stream, seq, why.toString());
        around.meters().disbelieved();
        return around.packs().drop(stream, seq + 1).transform(gone -> Future.failedFuture(why));
    }
}
