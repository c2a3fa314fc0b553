package org.leitai.scoring.sheet;

import org.leitai.rulebook.aspect.MarkValue;

/** One seat's mark on one aspect of a sheet. */
public record SeatMark(String seat, int piece, int attempt, MarkValue value) {
    boolean isAt(Slot slot) {
        return piece == slot.piece() && attempt == slot.attempt() && seat.equals(slot.seat());
    }

    public boolean isAbsent() {
        return value instanceof MarkValue.Absent;
    }
}
