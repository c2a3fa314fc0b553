package org.leitai.judging.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.domain.DisciplineEvent.SpreadFound;
import org.leitai.judging.domain.DisciplineState.Seat;
import org.leitai.judging.domain.DisciplineState.SpreadKey;

/** Judgements of several seats that lie further apart than the rule allows: marked again, each with a reason. */
final class Spreads {
    private static final String ABSENT = "absent:";

    private Spreads() {}

    /** What follows from one more value, once every seat has one. */
    static Optional<DisciplineEvent> after(DisciplineState state, Place.Found place, Slot slot, String value) {
        return width(state, place.sheet(), place.form(), place.item(), slot.cell(), slot.seat(), value)
                .map(width -> new SpreadFound(slot.stage(), place.form().id(), slot.subject(), slot.cell(), width));
    }

    /** Whether this cell is to be marked again because of its spread. */
    static boolean needsReason(DisciplineState state, Place.Found place, Slot slot) {
        var key = new SpreadKey(slot.stage(), place.form().id(), slot.subject(), slot.cell());
        return state.spreads().containsKey(key)
                && width(state, place.sheet(), place.form(), place.item(), slot.cell(), null, "")
                        .isPresent();
    }

    /** The aspects of a sheet on which the seats lie too far apart. */
    static List<String> open(DisciplineState state, SheetId sheet, Scheme.Form form) {
        return state.sheet(sheet).cells().keySet().stream()
                .filter(cell -> form.item(cell.aspect())
                        .flatMap(item -> width(state, sheet, form, item, cell, null, ""))
                        .isPresent())
                .map(Slot.Cell::aspect)
                .sorted()
                .distinct()
                .toList();
    }

    private static Optional<String> width(
            DisciplineState state,
            SheetId sheet,
            Scheme.Form form,
            Scheme.Item item,
            Slot.Cell cell,
            @Nullable UUID changed,
            String value) {
        Scheme.Spread rule = item.spread();
        if (rule == null) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        for (Seat seat : state.panel(sheet.stage(), form)) {
            var filled = state.sheet(new SheetId(sheet.stage(), form.id(), sheet.subject(), seat.id()))
                    .cells()
                    .get(cell);
            String own = seat.id().equals(changed)
                    ? value
                    : filled == null ? "" : filled.mark().value();
            if (own.isEmpty()) {
                return Optional.empty();
            }
            if (!own.startsWith(ABSENT)) {
                values.add(own);
            }
        }
        return values.size() < 2 ? Optional.empty() : rule.tooWide(values);
    }
}
