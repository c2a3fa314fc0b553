package org.leitai.platform.arena;

import java.util.List;
import org.leitai.kernel.Command;
import org.leitai.kernel.Event;
import org.leitai.kernel.Recorded;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.CanonicalJson;
import org.leitai.platform.ledger.ChainedEvent;
import org.leitai.platform.ledger.DamagedLedgerException;
import org.leitai.platform.ledger.Head;
import org.leitai.platform.ledger.LedgerEvent;

/**
 * Everything committed in a stream, as its keeper holds it: the state, the keys, and the folds that follow. One thread at a
 * time: a worker while loading, the keeper's event loop afterwards.
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

    /** Takes in one event read from the ledger, after checking that it follows. */
    void read(ChainedEvent stored) {
        LedgerEvent row = stored.event();
        if (row.seq() != standing.seq() + 1) {
            throw new DamagedLedgerException(stream, row.seq(), "an event after " + standing.seq() + " is missing");
        }
        ChainedEvent expected = ChainedEvent.after(standing.hash(), row);
        if (!expected.equals(stored)) {
            throw new DamagedLedgerException(stream, row.seq(), "the event does not match its hashes");
        }
        E event = kind.events()
                .read(row.name(), CanonicalJson.readObject(row.body().getBytes()));
        Recorded<E> recorded = new Recorded<>(row.seq(), row.recordedMicros(), row.act(), event);
        S state = kind.decider().evolve(standing.state(), recorded);
        standing = new Standing<>(state, row.seq(), stored.chain(), row.recordedMicros());
        keys.add(row.act(), row.request(), row.seq(), row.recordedMicros(), row.name());
        folds.forEach(fold -> fold.apply(recorded, state));
    }

    /** Takes in a batch that this keeper decided and the ledger recorded. */
    void committed(Batch<S, C, E> batch) {
        standing = batch.end();
        keys.addAll(batch.keys());
        for (Fact<S, E> fact : batch.facts()) {
            folds.forEach(fold -> fold.apply(fact.recorded(), fact.after()));
        }
    }

    /** Whether a head is where this past ends; throws when the ledger has lost what was committed. */
    boolean isAt(Head head) {
        if (head.seq() < standing.seq()) {
            throw new DamagedLedgerException(
                    stream, head.seq(), "the head is older than what was committed, " + standing.seq());
        }
        if (head.seq() == standing.seq() && !head.hash().equals(standing.hash())) {
            throw new DamagedLedgerException(stream, head.seq(), "the head holds another event than was committed");
        }
        return head.seq() == standing.seq();
    }
}
