package org.leitai.scoring.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Panel;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.sheet.PanelOutcome;
import org.leitai.scoring.sheet.Trace;

/**
 * The tiles of a judged performance: what each seat gave, which were dropped, what the panel made of it, and what stands
 * in the end.
 *
 * @param combined before rounding and the chief's adjustment, or null while marks are missing
 * @param value the panel's value, or null
 * @param stage the stage's value after everything outside the panel (time, corrections), or null
 */
public record PanelView(
        List<Tile> tiles,
        @Nullable Ratio combined,
        @Nullable Ratio value,
        @Nullable Ratio stage) {
    /** One seat; {@code fate} is kept, high or low. */
    public record Tile(String seat, Ratio points, String fate) {}

    /** Remembers the panel with the most votes of one evaluation. */
    public static final class Watch implements Trace {
        private @Nullable PanelOutcome largest;

        @Override
        public void panel(Panel panel, PanelOutcome outcome) {
            if (largest == null || outcome.votes().size() > largest.votes().size()) {
                largest = outcome;
            }
        }

        public @Nullable PanelView view(@Nullable Ratio stage) {
            if (largest == null) {
                return null;
            }
            var tiles = largest.votes().stream()
                    .map(vote -> new Tile(vote.seat(), vote.points(), Derivation.word(vote.fate())))
                    .toList();
            return new PanelView(tiles, largest.combined(), largest.value(), stage);
        }
    }
}
