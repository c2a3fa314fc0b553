package org.leitai.board.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.kernel.Act;

/**
 * Who has which number, and how many there are in a division: read off the state when it changes, not each time a board is made. The
 * state's maps are persistent, so the same map says the same.
 */
public final class Roster {
    private final Map<String, Numbers> numbers = new HashMap<>();
    private @Nullable Object counted;
    private Map<String, Integer> divisions = Map.of();

    private record Numbers(Map<String, UUID> source, Map<UUID, String> byEntry) {}

    /** The number of an entry in a stage; null when it has none, or nobody may know it yet. */
    @SuppressWarnings("ReferenceEquality") // the point: equal maps would be compared entry by entry
    @Nullable String number(DisciplineState state, String stage, UUID entry) {
        Map<String, UUID> source = state.stage(stage).numbers();
        Numbers known = numbers.get(stage);
        if (known == null || known.source != source) {
            known = new Numbers(source, byEntry(source));
            numbers.put(stage, known);
        }
        return known.byEntry.get(entry);
    }

    /** Entries of each division. */
    @SuppressWarnings("ReferenceEquality") // as above
    Map<String, Integer> divisions(DisciplineState state) {
        if (counted != state.entries()) {
            var counts = new HashMap<String, Integer>();
            state.entries().values().forEach(entry -> counts.merge(entry.division(), 1, Integer::sum));
            divisions = counts;
            counted = state.entries();
        }
        return divisions;
    }

    private static Map<UUID, String> byEntry(Map<String, UUID> source) {
        var byEntry = new HashMap<UUID, String>();
        source.forEach((number, entry) -> {
            if (!entry.equals(Act.NOBODY)) {
                byEntry.put(entry, number);
            }
        });
        return byEntry;
    }
}
