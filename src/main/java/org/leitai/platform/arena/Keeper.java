package org.leitai.platform.arena;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VertxException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Act;
import org.leitai.kernel.Command;
import org.leitai.kernel.Event;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.gateway.UnavailableException;
import org.leitai.platform.gateway.UnknownStreamException;
import org.leitai.platform.ledger.AppendBatch;
import org.leitai.platform.ledger.AppendResult;
import org.leitai.platform.ledger.Head;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The single writer of one stream on this node; everything here runs on its event loop.
 *
 * <p>Life: loading → running ⇄ recovering → closed. Recovering means that it is not known what the ledger holds: nothing is
 * decided, commands wait or are turned away after their time, questions are answered from what was committed before.
 */
final class Keeper<S, C extends Command, E extends Event> {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    private enum Phase {
        NEW,
        LOADING,
        RUNNING,
        RECOVERING,
        CLOSED
    }

    private final KeeperKind<S, C, E> kind;
    private final StreamId stream;
    private final Surroundings around;
    private final Context loop;
    private final KeeperEvents listener;
    private final Loader<S, C, E> loader;
    private final Deque<Waiting<C>> early = new ArrayDeque<>();
    private final List<Runnable> earlyQuestions = new ArrayList<>();
    private final Promise<Void> closed = Promise.promise();
    private Phase phase = Phase.NEW;
    private @Nullable Desk<S, C, E> desk;
    private @Nullable RuntimeException whyLeft;
    private long term;
    private long pauseMillis = FIRST_PAUSE_MILLIS;
    private boolean turnPlanned;
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
        Desk<S, C, E> open = desk;
        if (open == null) {
            early.addLast(waiting);
        } else {
            open.submit(waiting);
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
        if (desk == null) {
            earlyQuestions.add(() -> answer(view, question, answer));
        } else {
            answer(view, question, answer);
        }
        go();
        return true;
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
        Desk<S, C, E> open = desk;
        return open == null ? early.size() : open.waiting();
    }

    private void go() {
        if (phase == Phase.NEW) {
            load();
        } else if (phase == Phase.RUNNING && !turnPlanned) {
            // One turn later, so that commands which arrived together are recorded together.
            turnPlanned = true;
            loop.runOnContext(turn -> {
                turnPlanned = false;
                work();
            });
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
            early.forEach(
                    waiting -> waiting.answer().tryComplete(new Outcome.Refused(KeeperRefusals.streamUnknown(stream))));
            early.clear();
            leave(new UnknownStreamException(stream));
            return;
        }
        Desk<S, C, E> fresh = new Desk<>(
                kind,
                stream,
                around.ledgerId(),
                loaded.past(),
                around.clock()::micros,
                around.settings().batchCommands());
        desk = fresh;
        early.forEach(fresh::submit);
        early.clear();
        around.meters().loaded(System.nanoTime() - startNanos);
        running(loaded.head());
        fresh.past().folds().forEach(fold -> fold.loaded(position(fresh)));
        earlyQuestions.forEach(Runnable::run);
        earlyQuestions.clear();
    }

    private void running(Head head) {
        term = head.term();
        phase = Phase.RUNNING;
        pauseMillis = FIRST_PAUSE_MILLIS;
        go();
    }

    private void work() {
        Desk<S, C, E> open = desk;
        if (open == null || phase != Phase.RUNNING) {
            return;
        }
        AppendBatch batch = open.work(term);
        if (batch != null) {
            around.appender().append(batch).onSuccess(result -> loop.runOnContext(done -> appended(open, result)));
        }
        closeWhenDone();
    }

    private void appended(Desk<S, C, E> open, AppendResult result) {
        switch (result) {
            case AppendResult.Written() -> written(open);
            case AppendResult.Fenced() -> {
                around.meters().fenced();
                LOG.info("stream {} was taken by another keeper", stream);
                recover(open);
            }
            case AppendResult.Unstorable(String state, String detail) -> {
                LOG.warn("the ledger refuses events of stream {}: {} {}", stream, state, detail);
                open.unstorable(KeeperRefusals.notStorable(state));
                go();
            }
            case AppendResult.NotTried(String why) -> {
                LOG.debug("stream {} waits for the ledger: {}", stream, why);
                recover(open);
            }
            case AppendResult.InDoubt(String why) -> {
                around.meters().inDoubt();
                LOG.warn("stream {} does not know what was recorded: {}", stream, why);
                recover(open);
            }
        }
    }

    private void written(Desk<S, C, E> open) {
        open.written();
        open.past().folds().forEach(fold -> fold.committed(position(open)));
        listener.committed(open.past().standing().seq());
        work();
    }

    /** Stops deciding until the ledger has said, under a new term, what it holds. */
    private void recover(Desk<S, C, E> open) {
        phase = Phase.RECOVERING;
        open.forgetDecisions();
        around.ledger()
                .takeAgain(stream, around.node(), term)
                .timeout(around.settings().answerMillis(), TimeUnit.MILLISECONDS)
                .compose(head -> head == null ? Future.succeededFuture() : caughtUp(open, head))
                .onComplete(
                        head -> loop.runOnContext(ready -> recovered(open, head)),
                        failure -> loop.runOnContext(ready -> recoveryFailed(open, failure)));
    }

    /** On this loop, where the past may be touched. */
    private Future<Head> caughtUp(Desk<S, C, E> open, Head head) {
        Promise<Head> done = Promise.promise();
        loop.runOnContext(turn -> Future.succeededFuture(head)
                .compose(same -> loader.catchUp(open.past(), same))
                .map(head)
                .onComplete(done));
        return done.future();
    }

    private void recovered(Desk<S, C, E> open, @Nullable Head head) {
        if (head == null) {
            handOver(open);
            return;
        }
        open.restart();
        running(head);
        open.past().folds().forEach(fold -> fold.committed(position(open)));
        listener.committed(open.past().standing().seq());
    }

    /** Another keeper owns the stream: its node is found in the head, and everyone is sent there. */
    private void handOver(Desk<S, C, E> open) {
        around.ledger()
                .head(stream)
                .onComplete(
                        head -> loop.runOnContext(
                                ready -> leave(new MovedException(stream, head == null ? Act.NOBODY : head.owner()))),
                        failure -> loop.runOnContext(ready -> recoveryFailed(open, failure)));
    }

    private void recoveryFailed(Desk<S, C, E> open, Throwable failure) {
        if (isForGood(failure)) {
            giveUp(failure);
        } else if (phase == Phase.RECOVERING) {
            LOG.debug("stream {} cannot recover yet: {}", stream, failure.getMessage());
            after(this::nextPause, () -> recover(open));
        }
    }

    private void loadingFailed(Throwable failure) {
        if (isForGood(failure)) {
            giveUp(failure);
        } else if (early.isEmpty() && earlyQuestions.isEmpty()) {
            leave(new UnavailableException("the ledger cannot be read", 1));
        } else {
            LOG.debug("stream {} cannot be loaded yet: {}", stream, failure.getMessage());
            after(this::nextPause, this::load);
        }
    }

    /** What the database client throws may pass; what reading the events throws will not. */
    private static boolean isForGood(Throwable failure) {
        return failure instanceof RuntimeException && !(failure instanceof VertxException);
    }

    private void giveUp(Throwable failure) {
        around.meters().damaged();
        LOG.error("stream {} cannot be kept", stream, failure);
        leave(new UnavailableException("stream " + stream + " cannot be kept: " + failure.getMessage(), 30));
    }

    private void after(LongSupplier pause, Runnable step) {
        around.vertx()
                .setTimer(
                        pause.getAsLong(),
                        timer -> loop.runOnContext(turn -> {
                            if (phase != Phase.CLOSED) {
                                step.run();
                            }
                        }));
    }

    private long nextPause() {
        long now = pauseMillis;
        pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, 2 * now);
        return now;
    }

    private void planSweep() {
        if (!sweepPlanned && waiting() > 0) {
            sweepPlanned = true;
            after(() -> Math.max(10, around.settings().answerMillis() / 8), this::sweep);
        }
    }

    private void sweep() {
        sweepPlanned = false;
        long now = System.nanoTime();
        UnavailableException why = new UnavailableException("the ledger did not answer in time", 1);
        Desk<S, C, E> open = desk;
        if (open != null) {
            open.turnAwayLate(now, why);
        }
        early.removeIf(waiting -> waiting.isLate(now) && waiting.answer().tryFail(why));
        planSweep();
        closeWhenDone();
    }

    private void answer(String view, Doc.Obj question, Promise<Doc.Obj> answer) {
        Desk<S, C, E> open = desk;
        if (open == null) {
            answer.fail(Objects.requireNonNull(whyLeft, "a keeper without a desk has left"));
            return;
        }
        try {
            KeeperKind.View<S> asked = kind.views().stream()
                    .filter(known -> known.name().equals(view))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no view '" + view + "' of " + kind.kind()));
            answer.tryComplete(
                    asked.answer(open.past().standing().state(), open.past().folds(), question));
        } catch (RuntimeException broken) {
            answer.tryFail(broken);
        }
    }

    private void closeWhenDone() {
        boolean busy = phase == Phase.LOADING || (phase == Phase.RUNNING && waiting() > 0);
        if (closing && phase != Phase.CLOSED && !busy) {
            leave(new UnavailableException("stream " + stream + " is being moved", 1));
        }
    }

    private void leave(RuntimeException why) {
        phase = Phase.CLOSED;
        whyLeft = why;
        Desk<S, C, E> open = desk;
        if (open != null) {
            open.leave().forEach(waiting -> waiting.answer().tryFail(why));
            open.past().folds().forEach(Fold::closed);
            around.meters().unloaded();
        }
        early.forEach(waiting -> waiting.answer().tryFail(why));
        early.clear();
        listener.closed();
        desk = null;
        earlyQuestions.forEach(Runnable::run);
        earlyQuestions.clear();
        closed.tryComplete();
    }

    private Fold.Position position(Desk<S, C, E> open) {
        Standing<S> here = open.past().standing();
        return new Fold.Position(around.ledgerId(), term, here.seq(), here.recordedMicros());
    }
}
