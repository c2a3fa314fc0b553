package org.leitai.platform.arena;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Command;
import org.leitai.kernel.Decision;
import org.leitai.kernel.Event;
import org.leitai.kernel.Recorded;
import org.leitai.kernel.Refusal;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.CanonicalJson;
import org.leitai.kernel.doc.DocException;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.gateway.UnavailableException;
import org.leitai.platform.ledger.AppendBatch;
import org.leitai.platform.ledger.ChainedEvent;
import org.leitai.platform.ledger.LedgerEvent;

/**
 * A keeper's work without its surroundings: decides commands one after another on the newest state, committed or not, and
 * answers each when everything its answer rests on is committed. No threads, timers or I/O, so its laws can be tested.
 *
 * <p>At most one batch is under way; commands decided meanwhile form the next one on top of it. When the batch under way is
 * not recorded, both are forgotten and their commands decided again, in the same order.
 */
final class Desk<S, C extends Command, E extends Event> {
    private final KeeperKind<S, C, E> kind;
    private final StreamId stream;
    private final UUID ledger;
    private final Past<S, C, E> past;
    private final LongSupplier clockMicros;
    private final int batchCommands;
    private final Deque<Waiting<C>> undecided = new ArrayDeque<>();
    private @Nullable Batch<S, C, E> underWay;
    private Batch<S, C, E> next;
    /** So many commands are still to be decided one a batch, to find the one that the database refuses. */
    private int alone;

    Desk(
            KeeperKind<S, C, E> kind,
            StreamId stream,
            UUID ledger,
            Past<S, C, E> past,
            LongSupplier clockMicros,
            int batchCommands) {
        this.kind = kind;
        this.stream = stream;
        this.ledger = ledger;
        this.past = past;
        this.clockMicros = clockMicros;
        this.batchCommands = batchCommands;
        this.next = new Batch<>(past.standing());
    }

    Past<S, C, E> past() {
        return past;
    }

    /** Commands not answered yet. */
    int waiting() {
        return undecided.size() + next.commands() + (underWay == null ? 0 : underWay.commands());
    }

    void submit(Waiting<C> waiting) {
        undecided.addLast(waiting);
    }

    /** Decides what can be decided; gives the batch to record when none is under way and there is something to record. */
    @Nullable AppendBatch work(long term) {
        decideAll();
        if (underWay != null || !next.hasEvents()) {
            return null;
        }
        Batch<S, C, E> ready = next;
        underWay = ready;
        next = new Batch<>(ready.end());
        decideAll();
        return ready.toAppend(stream, term);
    }

    /** The batch under way is recorded, and with it what the next one builds on; gives it to be told. */
    Batch<S, C, E> recorded() {
        Batch<S, C, E> done = taken();
        past.committed(done);
        if (!next.hasEvents()) {
            done.answerToo(next);
            next = new Batch<>(past.standing());
        }
        return done;
    }

    /** Everybody hears what a recorded batch says; until then nobody has been answered on it. */
    void tell(Batch<S, C, E> done) {
        past.fold(done.facts());
        done.answerAll();
    }

    /**
     * The batch under way is refused by the database for what is in it. A single author is answered no; several are tried one
     * by one.
     */
    void unstorable(Refusal refusal) {
        Batch<S, C, E> refused = taken();
        List<Waiting<C>> authors = refused.authors();
        List<Waiting<C>> again = new ArrayList<>(refused.waiting());
        again.addAll(next.waiting());
        if (authors.size() == 1) {
            authors.getFirst().answer().tryComplete(new Outcome.Refused(refusal));
            again.remove(authors.getFirst());
        }
        alone += again.size();
        decideAgain(again);
    }

    /** Nothing undecided may be relied on any more: all of it waits for the committed state to be made sure of. */
    void forgetDecisions() {
        List<Waiting<C>> again = new ArrayList<>();
        if (underWay != null) {
            again.addAll(underWay.waiting());
        }
        again.addAll(next.waiting());
        underWay = null;
        alone += alone > 0 ? again.size() : 0;
        decideAgain(again);
    }

    /** The committed state was read anew, nothing being under way. */
    void restart() {
        next = new Batch<>(past.standing());
    }

    /** Turns away who has waited too long; what is already under way may still be recorded. */
    void turnAwayLate(long nowNanos, UnavailableException why) {
        Iterator<Waiting<C>> waiting = undecided.iterator();
        while (waiting.hasNext()) {
            Waiting<C> one = waiting.next();
            if (one.isAnswered() || one.isLate(nowNanos)) {
                one.answer().tryFail(why);
                waiting.remove();
            }
        }
        List<Waiting<C>> decided = new ArrayList<>(next.waiting());
        if (underWay != null) {
            decided.addAll(underWay.waiting());
        }
        decided.stream()
                .filter(one -> one.isLate(nowNanos))
                .forEach(one -> one.answer().tryFail(why));
    }

    /** Gives back everyone who is not answered, in order; the desk is empty afterwards. */
    List<Waiting<C>> leave() {
        forgetDecisions();
        List<Waiting<C>> left =
                undecided.stream().filter(waiting -> !waiting.isAnswered()).toList();
        undecided.clear();
        return left;
    }

    private void decideAll() {
        int most = alone > 0 ? 1 : batchCommands;
        while (!undecided.isEmpty() && next.commands() < most) {
            Waiting<C> waiting = undecided.removeFirst();
            alone = Math.max(0, alone - 1);
            try {
                decide(waiting);
            } catch (RuntimeException broken) {
                waiting.answer().tryFail(broken);
            }
        }
    }

    private void decide(Waiting<C> waiting) {
        KnownKeys.Known known = find(waiting);
        if (known != null) {
            boolean same = known.request().equals(waiting.request());
            answer(
                    waiting,
                    same
                            ? known.again()
                            : new Outcome.Refused(
                                    KeeperRefusals.keyReused(waiting.act().key())));
            return;
        }
        Standing<S> here = next.end();
        long now = Math.max(clockMicros.getAsLong(), here.recordedMicros());
        switch (kind.decider().decide(here.state(), waiting.command(), waiting.act(), now)) {
            case Decision.Refused<E> refused -> answer(waiting, new Outcome.Refused(refused.refusal()));
            case Decision.Accepted<E> accepted
            when accepted.events().isEmpty() ->
                answer(waiting, new Outcome.Committed(here.seq(), here.recordedMicros(), List.of(), false));
            case Decision.Accepted<E> accepted -> accept(waiting, accepted.events(), now);
        }
    }

    private KnownKeys.@Nullable Known find(Waiting<C> waiting) {
        KnownKeys.Known known = past.keys().get(waiting.act());
        if (known == null && underWay != null) {
            known = underWay.find(waiting.act());
        }
        return known == null ? next.find(waiting.act()) : known;
    }

    /** An answer without events: at once when it rests on committed facts, else together with what it rests on. */
    private void answer(Waiting<C> waiting, Outcome outcome) {
        if (underWay == null && !next.hasEvents()) {
            waiting.answer().tryComplete(outcome);
        } else {
            next.answerLater(waiting, outcome);
        }
    }

    private void accept(Waiting<C> waiting, List<E> events, long now) {
        List<ChainedEvent> chained = new ArrayList<>(events.size());
        List<Fact<S, E>> facts = new ArrayList<>(events.size());
        Standing<S> after = next.end();
        for (int part = 0; part < events.size(); part++) {
            E event = events.get(part);
            byte[] body;
            try {
                body = CanonicalJson.write(kind.events().write(event));
            } catch (DocException notText) {
                answer(waiting, new Outcome.Refused(KeeperRefusals.textNotStorable(notText)));
                return;
            }
            LedgerEvent row = new LedgerEvent(
                    ledger,
                    stream,
                    after.seq() + 1,
                    kind.events().name(event),
                    Buffer.buffer(body),
                    waiting.act(),
                    now,
                    part,
                    waiting.request());
            ChainedEvent link = ChainedEvent.after(after.hash(), row);
            Recorded<E> fact = new Recorded<>(row.seq(), now, waiting.act(), event);
            S state = kind.decider().evolve(after.state(), fact);
            after = new Standing<>(state, row.seq(), link.chain(), now);
            chained.add(link);
            facts.add(new Fact<>(fact, state));
        }
        next.add(waiting, chained, facts, after);
    }

    private Batch<S, C, E> taken() {
        Batch<S, C, E> batch = underWay;
        if (batch == null) {
            throw new IllegalStateException("no batch of stream " + stream + " is under way");
        }
        underWay = null;
        return batch;
    }

    private void decideAgain(List<Waiting<C>> again) {
        next = new Batch<>(past.standing());
        for (Waiting<C> waiting : again.reversed()) {
            if (!waiting.isAnswered()) {
                undecided.addFirst(waiting);
            }
        }
    }
}
