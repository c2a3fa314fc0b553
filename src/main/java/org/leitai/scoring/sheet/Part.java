package org.leitai.scoring.sheet;

import org.jspecify.annotations.Nullable;

/** Which part of a sheet is looked at; 0 and null mean all of it. */
public record Part(int piece, int attempt, @Nullable String seat) {
    public static final Part ALL = new Part(0, 0, null);

    public boolean holds(SeatMark mark) {
        return (piece == 0 || mark.piece() == piece)
                && (attempt == 0 || mark.attempt() == attempt)
                && (seat == null || mark.seat().equals(seat));
    }

    /** The same piece and attempt, whoever marked it: recorded figures belong to the work, not to a seat. */
    public Part ofAllSeats() {
        return new Part(piece, attempt, null);
    }
}
