package org.leitai.judging.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.domain.DisciplineState.Seat;
import org.leitai.judging.domain.DisciplineState.SpreadKey;

/**
 * One cell of a form across the seats of its panel.
 *
 * @param sheet of any of the seats
 */
public record PanelCell(DisciplineState state, SheetId sheet, Scheme.Form form, Slot.Cell cell) {
    private static final String ABSENT = "absent:";

    public List<Seat> panel() {
        return state.panel(sheet.stage(), form);
    }

    /** Null when its seats never lay too far apart. */
    public @Nullable Disagreement disagreement() {
        return state.spreads().get(key());
    }

    /** Votes that were seen before the panel became larger; null without any. */
    @Nullable ShownVotes shownBefore() {
        return state.shown().get(key());
    }

    private SpreadKey key() {
        return new SpreadKey(sheet.stage(), form.id(), sheet.subject(), cell);
    }

    /** The value of each seat that has one. */
    public Map<UUID, String> values() {
        Map<UUID, String> values = new HashMap<>();
        for (Seat seat : panel()) {
            var filled = state.sheet(new SheetId(sheet.stage(), form.id(), sheet.subject(), seat.id()))
                    .cells()
                    .get(cell);
            if (filled != null) {
                values.put(seat.id(), filled.mark().value());
            }
        }
        return values;
    }

    /** When the newest of its values was recorded; 0 without any. */
    long lastMicros() {
        return panel().stream()
                .map(seat -> state.sheet(new SheetId(sheet.stage(), form.id(), sheet.subject(), seat.id()))
                        .cells()
                        .get(cell))
                .filter(Objects::nonNull)
                .mapToLong(filled -> filled.mark().recordedMicros())
                .max()
                .orElse(0);
    }

    /** Seats that have not marked it yet, in this round. */
    public int waiting() {
        var known = disagreement();
        var in = known == null ? values().keySet() : known.again().keySet();
        return (int) panel().stream()
                .map(Seat::id)
                .filter(seat -> !in.contains(seat))
                .count();
    }

    /** Whether the seats have to mark it again, or some of them still have to; not because a seat joined them afterwards. */
    public boolean isUnsettled(Scheme.Item item) {
        return disagreement() != null
                && shownBefore() == null
                && (waiting() > 0 || width(item, Map.of()).isPresent());
    }

    /**
     * The distance when it is too much; empty too while a seat has no value.
     *
     * @param changed values that replace what is recorded
     */
    Optional<String> width(Scheme.Item item, Map<UUID, String> changed) {
        Scheme.Spread rule = item.spread();
        if (rule == null) {
            return Optional.empty();
        }
        Map<UUID, String> values = new HashMap<>(values());
        values.putAll(changed);
        if (!values.keySet().containsAll(panel().stream().map(Seat::id).toList())) {
            return Optional.empty();
        }
        List<String> judged = new ArrayList<>(values.values());
        judged.removeIf(value -> value.startsWith(ABSENT));
        return judged.size() < 2 ? Optional.empty() : rule.tooWide(judged);
    }
}
