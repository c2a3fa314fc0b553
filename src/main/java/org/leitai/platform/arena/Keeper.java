package org.leitai.platform.arena;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Command;
import org.leitai.kernel.Event;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.gateway.UnavailableException;
import org.leitai.platform.gateway.UnknownStreamException;
import org.leitai.platform.ledger.Head;
import org.leitai.platform.ledger.UnknownEventException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The single writer of one stream on this node; everything here runs on its event loop.
 *
 * <p>Life: new → loading → open → closed. Before it is open, commands and questions wait in the lobby; afterwards the
 * {@link Writer} takes them, and the keeper closes when the stream is somebody else's, is let go, or cannot be kept.
 */
final class Keeper<S, C extends Command, E extends Event> {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    private enum Phase {
        NEW,
        LOADING,
        OPEN,
        CLOSED
    }

    private final KeeperKind<S, C, E> kind;
    private final StreamId stream;
    private final Surroundings around;
    private final Context loop;
    private final KeeperEvents listener;
    private final Loader<S, C, E> loader;
    private final Lobby<C> lobby = new Lobby<>();
    private final Pauses pauses = new Pauses();
    private final Promise<Void> closed = Promise.promise();
    private Phase phase = Phase.NEW;
    private @Nullable Writer<S, C, E> writer;
    private @Nullable RuntimeException whyLeft;
    private boolean sweepPlanned;
    private boolean closing;
    private volatile long lastUsedNanos = System.nanoTime();

    Keeper(KeeperKind<S, C, E> kind, StreamId stream, Surroundings around, Context loop, KeeperEvents listener) {
        this.kind = kind;
        this.stream = stream;
        this.around = around;
        this.loop = loop;
        this.listener = listener;
        this.loader = new Loader<>(kind, stream, around);
    }

    Context loop() {
        return loop;
    }

    /** False when this keeper takes nothing any more: its successor must be asked. */
    boolean submit(Waiting<C> waiting) {
        if (phase == Phase.CLOSED || closing) {
            return false;
        }
        lastUsedNanos = System.nanoTime();
        if (waiting() >= around.settings().waitingPerStream()) {
            waiting.answer()
                    .tryFail(new UnavailableException("stream " + stream + " has too many commands waiting", 1));
            return true;
        }
        Writer<S, C, E> open = writer;
        if (open == null) {
            lobby.submit(waiting);
        } else {
            open.desk().submit(waiting);
        }
        planSweep();
        go();
        return true;
    }

    /** As {@link #submit}, for a question. */
    boolean ask(String view, Doc.Obj question, Promise<Doc.Obj> answer) {
        if (phase == Phase.CLOSED || closing) {
            return false;
        }
        lastUsedNanos = System.nanoTime();
        if (writer == null) {
            lobby.ask(() -> answer(view, question, answer));
        } else {
            answer(view, question, answer);
        }
        go();
        return true;
    }

    /** Leaves a stream that another node has taken, which shows by itself only to who records something. */
    void look(Head head) {
        Writer<S, C, E> open = writer;
        if (open != null) {
            open.look(head);
        }
    }

    /** How long nobody has asked; on any thread. */
    long idleNanos(long nowNanos) {
        return nowNanos - lastUsedNanos;
    }

    Future<Void> closed() {
        return closed.future();
    }

    /** Lets go once everything under way is answered. */
    Future<Void> close() {
        closing = true;
        closeWhenDone();
        return closed.future();
    }

    private int waiting() {
        Writer<S, C, E> open = writer;
        return open == null ? lobby.commands() : open.desk().waiting();
    }

    private void go() {
        Writer<S, C, E> open = writer;
        if (open != null) {
            open.go();
        } else if (phase == Phase.NEW) {
            load();
        }
    }

    private void load() {
        phase = Phase.LOADING;
        long startNanos = System.nanoTime();
        loader.load()
                .onComplete(
                        loaded -> loop.runOnContext(ready -> loaded(loaded, startNanos)),
                        failure -> loop.runOnContext(ready -> loadingFailed(failure)));
    }

    private void loaded(Loader.@Nullable Loaded<S, C, E> loaded, long startNanos) {
        if (loaded == null) {
            lobby.answerCommands(new Outcome.Refused(KeeperRefusals.streamUnknown(stream)));
            leave(new UnknownStreamException(stream));
            return;
        }
        around.meters().loaded(System.nanoTime() - startNanos);
        Writer<S, C, E> fresh = open(loaded);
        phase = Phase.OPEN;
        writer = fresh;
        lobby.letCommandsIn(fresh.desk()::submit);
        fresh.desk().past().folds().forEach(fold -> fold.loaded(fresh.position()));
        lobby.letQuestionsIn();
        around.noted(stream, fresh.desk().past().standing());
        fresh.go();
    }

    private Writer<S, C, E> open(Loader.Loaded<S, C, E> loaded) {
        Desk<S, C, E> desk = new Desk<>(
                kind,
                stream,
                around.ledgerId(),
                loaded.past(),
                around.clock()::micros,
                around.settings().batchCommands());
        Recovery<S, C, E> recovery = new Recovery<>(stream, around, loop, loader);
        return new Writer<>(stream, around, loop, desk, recovery, loaded.head(), new Progress());
    }

    private void loadingFailed(Throwable failure) {
        if (phase == Phase.CLOSED) {
            return;
        }
        if (Recovery.isForGood(failure)) {
            giveUp(failure);
        } else if (lobby.isEmpty()) {
            leave(new UnavailableException("the ledger cannot be read", 1));
        } else {
            LOG.debug("stream {} cannot be loaded yet: {}", stream, failure.getMessage());
            after(pauses.next(), this::load);
        }
    }

    private void giveUp(Throwable failure) {
        if (failure instanceof UnknownEventException newer) {
            LOG.warn("stream {} is for other nodes: {}", stream, newer.getMessage());
            leave(new UnreadableException(stream, String.valueOf(newer.getMessage())));
            return;
        }
        around.committed().failed(failure);
        around.meters().damaged();
        LOG.error("stream {} cannot be kept", stream, failure);
        leave(new UnavailableException("stream " + stream + " cannot be kept: " + failure.getMessage(), 30));
    }

    private void after(long millis, Runnable step) {
        around.vertx()
                .setTimer(
                        millis,
                        timer -> loop.runOnContext(turn -> {
                            if (phase != Phase.CLOSED) {
                                step.run();
                            }
                        }));
    }

    private void planSweep() {
        if (!sweepPlanned && waiting() > 0) {
            sweepPlanned = true;
            after(Math.max(10, around.settings().answerMillis() / 8), this::sweep);
        }
    }

    private void sweep() {
        sweepPlanned = false;
        long now = System.nanoTime();
        UnavailableException why = new UnavailableException("the ledger did not answer in time", 1);
        Writer<S, C, E> open = writer;
        if (open != null) {
            open.desk().turnAwayLate(now, why);
        }
        lobby.turnAwayLate(now, why);
        planSweep();
        closeWhenDone();
    }

    private void answer(String view, Doc.Obj question, Promise<Doc.Obj> answer) {
        Writer<S, C, E> open = writer;
        if (open == null) {
            answer.fail(Objects.requireNonNull(whyLeft, "a keeper that does not write has left"));
            return;
        }
        Past<S, C, E> past = open.desk().past();
        try {
            answer.tryComplete(kind.view(view).answer(past.standing().state(), past.folds(), question));
        } catch (RuntimeException broken) {
            answer.tryFail(broken);
        }
    }

    private void closeWhenDone() {
        Writer<S, C, E> open = writer;
        boolean busy = phase == Phase.LOADING || (open != null && open.isBusy());
        if (closing && phase != Phase.CLOSED && !busy) {
            leave(new MovedException(stream));
        }
    }

    private void leave(RuntimeException why) {
        phase = Phase.CLOSED;
        whyLeft = why;
        Writer<S, C, E> open = writer;
        if (open != null) {
            open.stop();
            open.desk().leave().forEach(waiting -> waiting.answer().tryFail(why));
            open.desk().past().folds().forEach(Fold::closed);
            around.meters().unloaded();
        }
        lobby.letCommandsIn(waiting -> waiting.answer().tryFail(why));
        listener.closed();
        writer = null;
        lobby.letQuestionsIn();
        closed.tryComplete();
    }

    /** What the writer reports. */
    private final class Progress implements Writer.Told {
        @Override
        public void worked() {
            closeWhenDone();
        }

        @Override
        public void grown() {
            Writer<S, C, E> open = Objects.requireNonNull(writer, "it is the writer who reports");
            open.desk().past().folds().forEach(fold -> fold.committed(open.position()));
            listener.committed(open.position().seq());
            around.noted(stream, open.desk().past().standing());
        }

        @Override
        public void ended(Throwable why) {
            if (why instanceof MovedException moved) {
                leave(moved);
            } else {
                giveUp(why);
            }
        }
    }
}
