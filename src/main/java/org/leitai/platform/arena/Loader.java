package org.leitai.platform.arena;

import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Command;
import org.leitai.kernel.Event;
import org.leitai.kernel.StreamId;
import org.leitai.platform.ledger.ChainedEvent;
import org.leitai.platform.ledger.DamagedLedgerException;
import org.leitai.platform.ledger.Head;

/** Brings the past of a stream from the ledger into memory: all of it on a worker, or its tail on the keeper's event loop. */
final class Loader<S, C extends Command, E extends Event> {
    private static final int PAGE_EVENTS = 5_000;
    /** About a millisecond of folding, after which the event loop serves its other keepers. */
    private static final int TAIL_EVENTS = 100;

    private static final long STEP_SECONDS = 10;

    private final KeeperKind<S, C, E> kind;
    private final StreamId stream;
    private final Surroundings around;

    Loader(KeeperKind<S, C, E> kind, StreamId stream, Surroundings around) {
        this.kind = kind;
        this.stream = stream;
        this.around = around;
    }

    /** Takes the stream and reads all of it; null when there is no such stream of this kind. */
    Future<@Nullable Loaded<S, C, E>> load() {
        return around.ledger()
                .take(stream, kind.kind(), around.node())
                .timeout(STEP_SECONDS, TimeUnit.SECONDS)
                .compose(head -> head == null
                        ? Future.succeededFuture()
                        : read(head, begin(head)).map(past -> new Loaded<>(head, past)));
    }

    /** Applies what the ledger holds beyond a past, up to a head, on the caller's event loop. */
    Future<Void> catchUp(Past<S, C, E> past, Head head) {
        if (past.isAt(head)) {
            return Future.succeededFuture();
        }
        return page(past, head, TAIL_EVENTS)
                .map(events -> takeIn(past, events, head))
                .compose(read -> catchUp(past, head));
    }

    private Past<S, C, E> begin(Head head) {
        Standing<S> start = new Standing<>(kind.decider().initial(stream), 0, head.genesis(), 0);
        return new Past<>(kind, stream, start, kind.folds(stream));
    }

    private Future<Past<S, C, E>> read(Head head, Past<S, C, E> past) {
        if (past.isAt(head)) {
            return Future.succeededFuture(past);
        }
        return page(past, head, PAGE_EVENTS)
                .compose(events -> around.loading().executeBlocking(() -> takeIn(past, events, head), false))
                .compose(read -> read(head, past));
    }

    private Future<List<ChainedEvent>> page(Past<S, C, E> past, Head head, int limit) {
        return around.ledger()
                .page(stream, past.standing().seq(), head.seq(), limit)
                .timeout(STEP_SECONDS, TimeUnit.SECONDS);
    }

    private Past<S, C, E> takeIn(Past<S, C, E> past, List<ChainedEvent> events, Head head) {
        if (events.isEmpty()) {
            throw new DamagedLedgerException(
                    stream, past.standing().seq(), "the events up to the head at " + head.seq() + " are missing");
        }
        events.forEach(past::read);
        return past;
    }

    /** A stream that this node owns now, with its past. */
    record Loaded<S, C extends Command, E extends Event>(Head head, Past<S, C, E> past) {}
}
