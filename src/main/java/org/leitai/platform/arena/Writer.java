package org.leitai.platform.arena;

import io.vertx.core.Context;
import java.util.UUID;
import org.leitai.kernel.Command;
import org.leitai.kernel.Event;
import org.leitai.kernel.StreamId;
import org.leitai.platform.ledger.AppendBatch;
import org.leitai.platform.ledger.AppendResult;
import org.leitai.platform.ledger.Head;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * A loaded stream at work: takes the desk's batches to the ledger, and finds out what it holds when that is not known. On the
 * keeper's event loop.
 *
 * <p>Life: running ⇄ recovering → stopped. Recovering means that it is not known what the ledger holds: nothing is decided,
 * commands wait or are turned away after their time, questions are answered from what was committed before.
 */
final class Writer<S, C extends Command, E extends Event> {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private enum Phase {
        RUNNING,
        RECOVERING,
        STOPPED
    }

    private final StreamId stream;
    private final Surroundings around;
    private final Context loop;
    private final Desk<S, C, E> desk;
    private final Recovery<S, C, E> recovery;
    private final Told told;
    private final Pauses pauses = new Pauses();
    private Phase phase = Phase.RUNNING;
    private long term;
    private boolean turnPlanned;

    Writer(
            StreamId stream,
            Surroundings around,
            Context loop,
            Desk<S, C, E> desk,
            Recovery<S, C, E> recovery,
            Head head,
            Told told) {
        this.stream = stream;
        this.around = around;
        this.loop = loop;
        this.desk = desk;
        this.recovery = recovery;
        this.term = head.term();
        this.told = told;
    }

    Desk<S, C, E> desk() {
        return desk;
    }

    /** Whether somebody waits for what is being recorded; while recovering, nobody can be helped by waiting. */
    boolean isBusy() {
        return phase == Phase.RUNNING && desk.waiting() > 0;
    }

    Fold.Position position() {
        Standing<S> here = desk.past().standing();
        return new Fold.Position(around.ledgerId(), term, here.seq(), here.recordedMicros());
    }

    /** There may be something to decide: one turn later, so that commands which arrived together are recorded together. */
    void go() {
        if (phase == Phase.RUNNING && !turnPlanned) {
            turnPlanned = true;
            loop.runOnContext(turn -> {
                turnPlanned = false;
                work();
            });
        }
    }

    void stop() {
        phase = Phase.STOPPED;
    }

    /** The head as the ledger has it. While a batch is under way its answer says the same, and what became of it. */
    void look(Head head) {
        if (phase == Phase.RUNNING && desk.waiting() == 0 && head.term() > term) {
            around.meters().fenced();
            LOG.info("stream {} was taken by node {}", stream, head.owner());
            told.ended(new MovedException(stream, head.owner()));
        }
    }

    private void work() {
        if (phase != Phase.RUNNING) {
            return;
        }
        record();
        told.worked();
    }

    private void record() {
        AppendBatch batch = desk.work(term);
        if (batch != null) {
            around.appender().append(batch).onSuccess(result -> loop.runOnContext(done -> appended(batch, result)));
        }
    }

    private void appended(AppendBatch batch, AppendResult result) {
        switch (result) {
            case AppendResult.Written() -> {
                tell(Level.DEBUG, batch, "is recorded", "");
                written();
            }
            case AppendResult.Fenced() -> {
                around.meters().fenced();
                tell(Level.INFO, batch, "was taken by another keeper", "");
                recover();
            }
            case AppendResult.Unstorable(String state, String detail) -> {
                tell(Level.WARN, batch, "has events that the ledger refuses", state + " " + detail);
                desk.unstorable(KeeperRefusals.notStorable(state));
                go();
            }
            case AppendResult.NotTried(String why) -> {
                tell(Level.DEBUG, batch, "waits for the ledger", why);
                recover();
            }
            case AppendResult.InDoubt(String why) -> {
                around.meters().inDoubt();
                tell(Level.WARN, batch, "does not know what was recorded", why);
                recover();
            }
        }
    }

    /** One line about a batch, under the requests that it came from. */
    private void tell(Level level, AppendBatch batch, String what, String why) {
        if (LOG.isEnabledForLevel(level)) {
            LOG.atLevel(level)
                    .addKeyValue("request", String.join(",", batch.traces()))
                    .log("stream {} from event {} {} {}", stream, batch.previousSeq() + 1, what, why);
        }
    }

    /** The ledger takes the next batch while people and boards hear of this one. */
    private void written() {
        Batch<S, C, E> done = desk.recorded();
        record();
        desk.tell(done);
        told.grown();
        told.worked();
    }

    /** Stops deciding until the ledger has said, under a new term, what it holds. */
    private void recover() {
        if (phase == Phase.STOPPED) {
            return;
        }
        phase = Phase.RECOVERING;
        desk.forgetDecisions();
        recovery.attempt(desk.past(), term).onComplete(this::recovered, this::notYet);
    }

    private void recovered(Recovery.Found found) {
        if (phase == Phase.STOPPED) {
            return;
        }
        switch (found) {
            case Recovery.Found.Taken(UUID owner) -> told.ended(new MovedException(stream, owner));
            case Recovery.Found.Ours(Head head) -> {
                term = head.term();
                phase = Phase.RUNNING;
                pauses.reset();
                desk.restart();
                told.grown();
                go();
            }
        }
    }

    private void notYet(Throwable failure) {
        if (phase == Phase.STOPPED) {
            return;
        }
        if (Recovery.isForGood(failure)) {
            told.ended(failure);
            return;
        }
        LOG.debug("stream {} cannot recover yet: {}", stream, failure.getMessage());
        around.vertx().setTimer(pauses.next(), timer -> loop.runOnContext(turn -> recover()));
    }

    /** Hears how it goes; on the keeper's event loop. */
    interface Told {
        /** A turn is done. */
        void worked();

        /** More is committed. */
        void grown();

        /** The stream cannot be kept here: {@link MovedException}, or a fault that will not pass. */
        void ended(Throwable why);
    }
}
