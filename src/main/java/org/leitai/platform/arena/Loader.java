package org.leitai.platform.arena;

import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Command;
import org.leitai.kernel.Event;
import org.leitai.kernel.StreamId;
import org.leitai.platform.ledger.DamagedLedgerException;
import org.leitai.platform.ledger.Head;

/** Brings the past of a stream into memory: all of it on workers, or its tail on the keeper's event loop. */
final class Loader<S, C extends Command, E extends Event> {
    /** About a millisecond of folding, after which the event loop serves its other keepers. */
    private static final int TAIL_EVENTS = 100;

    private static final long STEP_SECONDS = 10;

    private final KeeperKind<S, C, E> kind;
    private final StreamId stream;
    private final Surroundings around;
    private final StreamReader<E> reader;

    Loader(KeeperKind<S, C, E> kind, StreamId stream, Surroundings around) {
        this.kind = kind;
        this.stream = stream;
        this.around = around;
        this.reader = new StreamReader<>(stream, kind.events(), around);
    }

    /** Takes the stream and reads all of it; null when there is no such stream of this kind. */
    Future<@Nullable Loaded<S, C, E>> load() {
        return around.ledger()
                .take(stream, kind.kind(), around.node())
                .timeout(STEP_SECONDS, TimeUnit.SECONDS)
                .compose(head -> head == null
                        ? Future.succeededFuture()
                        : read(known(head), begin(head)).map(past -> new Loaded<>(head, past)));
    }

    /** Applies what the ledger holds beyond a past, up to a head, on the caller's event loop. */
    Future<Void> catchUp(Past<S, C, E> past, Head head) {
        if (past.isAt(head)) {
            return Future.succeededFuture();
        }
        Standing<S> here = past.standing();
        return reader.events(here.seq(), here.hash(), head, TAIL_EVENTS).compose(stretch -> {
            past.fold(past.takeIn(stretch));
            return catchUp(past, head);
        });
    }

    private Head known(Head head) {
        around.committed().check(head);
        return head;
    }

    private Past<S, C, E> begin(Head head) {
        Standing<S> start = new Standing<>(kind.decider().initial(stream), 0, head.genesis(), 0);
        return new Past<>(kind, stream, start, kind.folds(stream));
    }

    private Future<Past<S, C, E>> read(Head head, Past<S, C, E> past) {
        if (past.isAt(head)) {
            return Future.succeededFuture(past);
        }
        return fold(head, past, reader.after(0, head.genesis(), head), Future.succeededFuture());
    }

    /**
     * Three hands in a row: while one worker reads, hashes and understands the next stretch, another takes in this one, and a third
     * lets the folds follow the one before.
     */
    private Future<Past<S, C, E>> fold(
            Head head, Past<S, C, E> past, Future<Stretch<E>> coming, Future<Void> following) {
        return coming.compose(stretch -> {
            boolean isLast = stretch.lastSeq() >= head.seq();
            Future<Stretch<E>> next =
                    isLast ? Future.failedFuture("none") : reader.after(stretch.lastSeq(), stretch.end(), head);
            return around.loading()
                    .executeBlocking(() -> past.takeIn(stretch), false)
                    .compose(facts -> following.compose(done -> {
                        Future<Void> followed = follow(past, facts);
                        return isLast ? followed.map(all -> whole(past, head)) : fold(head, past, next, followed);
                    }));
        });
    }

    private Future<Void> follow(Past<S, C, E> past, List<Fact<S, E>> facts) {
        return around.loading()
                .executeBlocking(
                        () -> {
                            past.fold(facts);
                            return null;
                        },
                        false);
    }

    private Past<S, C, E> whole(Past<S, C, E> past, Head head) {
        if (!past.isAt(head)) {
            throw new DamagedLedgerException(stream, past.standing().seq(), "the head is at " + head.seq());
        }
        return past;
    }

    /** A stream that this node owns now, with its past. */
    record Loaded<S, C extends Command, E extends Event>(Head head, Past<S, C, E> past) {}
}
