package org.leitai.platform.arena;

import java.util.ArrayList;
import java.util.List;
import org.leitai.kernel.Event;
import org.leitai.kernel.Recorded;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.CanonicalJson;
import org.leitai.platform.ledger.ChainedEvent;
import org.leitai.platform.ledger.DamagedLedgerException;
import org.leitai.platform.ledger.EventCodec;
import org.leitai.platform.ledger.Hash;
import org.leitai.platform.ledger.LedgerEvent;

/**
 * Events of a stream, read, checked against their hashes and understood, that are still to be folded. Making one needs no state,
 * so the next is made while the one before is folded.
 *
 * @param begin chain of the event before, or the genesis
 * @param end chain of the last event
 */
record Stretch<E extends Event>(List<LedgerEvent> rows, List<Recorded<E>> facts, Hash begin, Hash end) {
    long lastSeq() {
        return rows.getLast().seq();
    }

    /** As stored, each event with its hashes. */
    static <E extends Event> Stretch<E> checked(
            StreamId stream, EventCodec<E> codec, long after, Hash begin, List<ChainedEvent> stored) {
        Hash end = begin;
        List<LedgerEvent> rows = new ArrayList<>(stored.size());
        for (ChainedEvent event : stored) {
            LedgerEvent row = event.event();
            long expectedSeq = after + 1 + rows.size();
            if (row.seq() != expectedSeq) {
                throw new DamagedLedgerException(
                        stream, row.seq(), "an event after " + (expectedSeq - 1) + " is missing");
            }
            if (!ChainedEvent.after(end, row).equals(event)) {
                throw new DamagedLedgerException(stream, row.seq(), "the event does not match its hashes");
            }
            end = event.chain();
            rows.add(row);
        }
        return new Stretch<>(rows, understood(codec, rows), begin, end);
    }

    /** From a pack: what it must hash to stands in the ledger. */
    static <E extends Event> Stretch<E> hashed(EventCodec<E> codec, Hash begin, List<LedgerEvent> rows) {
        Hash end = begin;
        for (LedgerEvent row : rows) {
            end = ChainedEvent.after(end, row).chain();
        }
        return new Stretch<>(rows, understood(codec, rows), begin, end);
    }

    private static <E extends Event> List<Recorded<E>> understood(EventCodec<E> codec, List<LedgerEvent> rows) {
        List<Recorded<E>> facts = new ArrayList<>(rows.size());
        for (LedgerEvent row : rows) {
            E event = codec.read(row.name(), CanonicalJson.readObject(row.body().getBytes()));
            facts.add(new Recorded<>(row.seq(), row.recordedMicros(), row.act(), event));
        }
        return facts;
    }
}
