package org.leitai.platform.reaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.leitai.kernel.Act;
import org.leitai.kernel.Event;
import org.leitai.kernel.Recorded;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.CanonicalJson;
import org.leitai.platform.arena.Keepers;
import org.leitai.platform.ledger.ChainedEvent;
import org.leitai.platform.ledger.EventCodec;
import org.leitai.platform.ledger.Ledger;
import org.leitai.platform.ledger.LedgerEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One reaction at work: per stream one event after another, streams side by side. On the event loop of {@link Reactions}. */
final class ReactionRun<E extends Event> {
    private static final Logger LOG = LoggerFactory.getLogger(ReactionRun.class);
    private static final int PAGE_EVENTS = 100;

    private final Reaction<E> reaction;
    private final EventCodec<E> codec;
    private final Ledger ledger;
    private final ReactionPositions positions;
    private final Predicate<StreamId> mine;
    /** Streams at work; true when more came meanwhile. */
    private final Map<StreamId, Boolean> busy = new HashMap<>();

    private boolean stopped;

    private ReactionRun(
            Reaction<E> reaction,
            EventCodec<E> codec,
            Ledger ledger,
            ReactionPositions positions,
            Predicate<StreamId> mine) {
        this.reaction = reaction;
        this.codec = codec;
        this.ledger = ledger;
        this.positions = positions;
        this.mine = mine;
    }

    /** A kind of stream has one family of events, so the reaction's is the kind's. */
    @SuppressWarnings("unchecked")
    static <E extends Event> ReactionRun<E> of(
            Reaction<E> reaction,
            Keepers keepers,
            Ledger ledger,
            ReactionPositions positions,
            Predicate<StreamId> mine) {
        EventCodec<E> codec = (EventCodec<E>) keepers.kind(reaction.source()).events();
        return new ReactionRun<>(reaction, codec, ledger, positions, mine);
    }

    /** Reacts to nothing more; what is under way may still finish. */
    void stop() {
        stopped = true;
    }

    boolean follows(StreamKind kind) {
        return reaction.source() == kind;
    }

    /** Looks for streams that have gone on without the reaction. */
    void round() {
        positions
                .behind(reaction.name(), reaction.source())
                .onSuccess(streams -> streams.forEach(this::nudge))
                .onFailure(away -> LOG.debug("reaction {} cannot look: {}", reaction.name(), away.getMessage()));
    }

    /** A stream may have new events. */
    void nudge(StreamId stream) {
        if (stopped || !mine.test(stream)) {
            return;
        }
        if (busy.replace(stream, true) == null) {
            busy.put(stream, false);
            run(stream);
        }
    }

    private void run(StreamId stream) {
        positions
                .of(reaction.name(), stream)
                .compose(seq -> advance(stream, seq))
                .onFailure(failure -> LOG.warn(
                        "reaction {} to {} will be tried again: {}", reaction.name(), stream, failure.toString()))
                .onComplete(done -> rest(stream, done.succeeded()));
    }

    /** A failed stream waits for the next round, so that a lasting failure does not spin. */
    private void rest(StreamId stream, boolean ended) {
        boolean more = Boolean.TRUE.equals(busy.remove(stream));
        if (more && ended) {
            nudge(stream);
        }
    }

    private Future<Void> advance(StreamId stream, long after) {
        return ledger.page(stream, after, Long.MAX_VALUE, PAGE_EVENTS).compose(page -> {
            if (page.isEmpty()) {
                return Future.succeededFuture();
            }
            long last = page.getLast().event().seq();
            return each(stream, page.iterator()).compose(done -> advance(stream, last));
        });
    }

    private Future<Void> each(StreamId stream, Iterator<ChainedEvent> events) {
        if (!events.hasNext()) {
            return Future.succeededFuture();
        }
        if (stopped) {
            return Future.failedFuture(new IllegalStateException("this node is stopping"));
        }
        LedgerEvent row = events.next().event();
        return react(stream, row)
                .compose(done -> positions.save(reaction.name(), stream, row.seq()))
                .compose(saved -> each(stream, events));
    }

    private Future<Void> react(StreamId stream, LedgerEvent row) {
        try {
            E event = codec.read(row.name(), CanonicalJson.readObject(row.body().getBytes()));
            Recorded<E> recorded = new Recorded<>(row.seq(), row.recordedMicros(), row.act(), event);
            return reaction.react(stream, recorded, n -> act(stream, row.seq(), n));
        } catch (RuntimeException broken) {
            return Future.failedFuture(broken);
        }
    }

    private Act act(StreamId stream, long seq, int n) {
        UUID process = named(reaction.name());
        return Act.by(process, process, named(reaction.name() + " " + stream + " " + seq + " " + n));
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }
}
