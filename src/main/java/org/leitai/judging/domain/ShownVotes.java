package org.leitai.judging.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.domain.DisciplineState.Seat;
import org.leitai.judging.domain.DisciplineState.SpreadKey;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * Votes of a panel that these seats have seen. What was shown stays shown when the panel becomes larger: a seat that is added
 * hands nobody the right to follow the others.
 *
 * @param micros when the last of the votes was recorded
 */
public record ShownVotes(PSet<UUID> seats, long micros) {

    /** What has been shown of the forms that a new seat fills in too, at the moment before it joins their panels. */
    static PMap<SpreadKey, ShownVotes> before(DisciplineState state, Seat added) {
        var shown = state.shown();
        for (var entry : state.sheets().entrySet()) {
            SheetId id = entry.getKey();
            var form = state.scheme().stage(id.stage()).flatMap(stage -> stage.form(id.form()));
            if (form.isEmpty() || !added.fillsIn(id.stage(), form.get())) {
                continue;
            }
            for (Slot.Cell cell : entry.getValue().cells().keySet()) {
                var micros = form.get()
                        .item(cell.aspect())
                        .map(item -> Spreads.shownMicros(new PanelCell(state, id, form.get(), cell), item));
                if (micros.isPresent() && micros.get().isPresent()) {
                    SpreadKey key = new SpreadKey(id.stage(), id.form(), id.subject(), cell);
                    shown = shown.plus(key, to(id.seat(), micros.get().getAsLong(), shown.get(key)));
                }
            }
        }
        return shown;
    }

    private static ShownVotes to(UUID seat, long micros, @Nullable ShownVotes before) {
        PSet<UUID> seats = before == null ? HashTreePSet.empty() : before.seats();
        return new ShownVotes(seats.plus(seat), micros);
    }
}
