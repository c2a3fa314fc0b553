package org.leitai.judging.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.leitai.judging.domain.DisciplineEvent.SpreadFound;

/**
 * Judgements of several seats that lie further apart than the rule allows: every seat marks again with a reason, and only when
 * all have done so are they compared again.
 */
final class Spreads {
    private Spreads() {}

    /** What follows from one more value: a round that failed, once every seat has a value in it. */
    static Optional<DisciplineEvent> after(
            DisciplineState state, SheetId sheet, Scheme.Form form, Slot slot, String value) {
        PanelCell cell = new PanelCell(state, sheet, form, slot.cell());
        Disagreement known = cell.disagreement();
        boolean othersWait = known != null
                && cell.panel().stream()
                        .anyMatch(seat ->
                                !seat.id().equals(slot.seat()) && !known.again().containsKey(seat.id()));
        if (othersWait) {
            return Optional.empty();
        }
        return form.item(slot.aspect())
                .flatMap(item -> cell.width(item, Map.of(slot.seat(), value)))
                .map(width -> new SpreadFound(slot.stage(), form.id(), slot.subject(), slot.cell(), width));
    }

    /** Whether this cell is to be marked again because of its spread. */
    static boolean needsReason(DisciplineState state, Place.Found place, Slot slot) {
        return new PanelCell(state, place.sheet(), place.form(), slot.cell()).isUnsettled(place.item());
    }

    /**
     * When the last vote came with which the panel's votes were shown to the seat of this cell's sheet; empty while one is missing,
     * while the seats are to mark again, and for values that no panel judges together.
     */
    static OptionalLong shownMicros(PanelCell cell, Scheme.Item item) {
        if (!item.judged() || cell.isUnsettled(item)) {
            return OptionalLong.empty();
        }
        ShownVotes before = cell.shownBefore();
        if (before != null && before.seats().contains(cell.sheet().seat())) {
            return OptionalLong.of(before.micros());
        }
        return cell.panel().size() > 1 && cell.waiting() == 0
                ? OptionalLong.of(cell.lastMicros())
                : OptionalLong.empty();
    }

    static boolean showsVotes(DisciplineState state, SheetId sheet, Scheme.Form form) {
        return state.sheet(sheet).cells().keySet().stream()
                .anyMatch(cell -> form.item(cell.aspect())
                        .filter(item -> shownMicros(new PanelCell(state, sheet, form, cell), item)
                                .isPresent())
                        .isPresent());
    }

    /** The aspects of a sheet on which the seats lie too far apart, or have not all marked again. */
    static List<String> open(DisciplineState state, SheetId sheet, Scheme.Form form) {
        return state.sheet(sheet).cells().keySet().stream()
                .filter(cell -> form.item(cell.aspect())
                        .filter(item -> keepsFromSigning(new PanelCell(state, sheet, form, cell), item))
                        .isPresent())
                .map(Slot.Cell::aspect)
                .sorted()
                .distinct()
                .toList();
    }

    private static boolean keepsFromSigning(PanelCell cell, Scheme.Item item) {
        return cell.isUnsettled(item) || cell.width(item, Map.of()).isPresent();
    }
}
