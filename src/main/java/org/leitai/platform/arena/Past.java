package org.leitai.platform.arena;

import java.util.ArrayList;
import java.util.List;
import org.leitai.kernel.Command;
import org.leitai.kernel.Event;
import org.leitai.kernel.Recorded;
import org.leitai.kernel.StreamId;
import org.leitai.platform.ledger.DamagedLedgerException;
import org.leitai.platform.ledger.Head;
import org.leitai.platform.ledger.LedgerEvent;
import org.leitai.platform.ledger.OlderLedgerException;

/**
 * Everything committed in a stream, as its keeper holds it: the state, the keys, and the folds that follow. One thread at a
 * time: the keeper's event loop, and workers while loading, where the folds may follow on one what another takes in.
 */
final class Past<S, C extends Command, E extends Event> {
    private final KeeperKind<S, C, E> kind;
    private final StreamId stream;
    private final KnownKeys keys = new KnownKeys();
    private final List<Fold<S, E>> folds;
    private Standing<S> standing;

    Past(KeeperKind<S, C, E> kind, StreamId stream, Standing<S> start, List<Fold<S, E>> folds) {
        this.kind = kind;
        this.stream = stream;
        this.standing = start;
        this.folds = List.copyOf(folds);
    }

    Standing<S> standing() {
        return standing;
    }

    KnownKeys keys() {
        return keys;
    }

    List<Fold<S, E>> folds() {
        return folds;
    }

    /** Takes in events read from the ledger and checked, which must follow; the folds hear of them in {@link #fold}. */
    List<Fact<S, E>> takeIn(Stretch<E> stretch) {
        if (!stretch.begin().equals(standing.hash())) {
            throw new DamagedLedgerException(stream, standing.seq(), "what was read does not follow it");
        }
        List<Fact<S, E>> facts = new ArrayList<>(stretch.rows().size());
        S state = standing.state();
        for (int i = 0; i < stretch.rows().size(); i++) {
            LedgerEvent row = stretch.rows().get(i);
            Recorded<E> recorded = stretch.facts().get(i);
            state = kind.decider().evolve(state, recorded);
            keys.add(row.act(), row.request(), row.seq(), row.recordedMicros(), row.name());
            facts.add(new Fact<>(recorded, state));
        }
        LedgerEvent last = stretch.rows().getLast();
        standing = new Standing<>(state, last.seq(), stretch.end(), last.recordedMicros());
        return facts;
    }

    /** Takes in a batch that this keeper decided and the ledger recorded; the folds hear of it in {@link #fold}. */
    void committed(Batch<S, C, E> batch) {
        standing = batch.end();
        keys.addAll(batch.keys());
    }

    /** Lets the folds follow what was taken in; in that order. */
    void fold(List<Fact<S, E>> facts) {
        for (Fact<S, E> fact : facts) {
            folds.forEach(fold -> fold.apply(fact.recorded(), fact.after()));
        }
    }

    /** Whether a head is where this past ends; throws when the ledger has lost what was committed. */
    boolean isAt(Head head) {
        boolean other = head.seq() == standing.seq() && !head.hash().equals(standing.hash());
        if (head.seq() < standing.seq() || other) {
            throw new OlderLedgerException(stream, head.seq(), standing.seq());
        }
        return head.seq() == standing.seq();
    }
}
