package org.leitai.board;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.leitai.board.domain.Touched;
import org.leitai.judging.domain.DisciplineEvent;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.judging.domain.SheetId;

/** Gathers from event to event what boards must look at again; what is not known to be local touches everything. */
final class Touches {
    private boolean everything = true;
    private final Set<UUID> entries = new HashSet<>();
    private final Set<SheetId> sheets = new HashSet<>();

    /** An event that was folded. */
    void event(DisciplineEvent event) {
        everything |= !isLocal(event);
    }

    /** A sheet came further, or back. */
    void sheet(SheetId sheet) {
        if (!everything) {
            sheets.add(sheet);
        }
    }

    /** Something happened to a sheet: the row of whom it is about. */
    void entry(DisciplineState state, SheetId sheet) {
        if (!everything) {
            state.entry(sheet.stage(), sheet.subject()).ifPresent(entry -> entries.add(entry.id()));
        }
    }

    /**
     * All of it since the last time.
     *
     * @param scored entries with other rows by the scorer; empty when all may have
     */
    Touched take(Optional<Set<String>> scored) {
        scored.ifPresent(ids -> ids.forEach(entry -> entries.add(UUID.fromString(entry))));
        Touched taken = everything || scored.isEmpty() ? Touched.EVERYTHING : new Touched(false, entries, sheets);
        everything = false;
        entries.clear();
        sheets.clear();
        return taken;
    }

    /** Marks and signatures, which come by the thousand, and what no row shows. */
    private static boolean isLocal(DisciplineEvent event) {
        return event instanceof DisciplineEvent.MarkRecorded
                || event instanceof DisciplineEvent.MarkDisputed
                || event instanceof DisciplineEvent.LateClaimRecorded
                || event instanceof DisciplineEvent.SheetSigned
                || event instanceof DisciplineEvent.SheetReturned
                || event instanceof DisciplineEvent.ClockSet
                || event instanceof DisciplineEvent.CursorMoved
                || event instanceof DisciplineEvent.SeatFilled
                || event instanceof DisciplineEvent.SeatVacated;
    }
}
