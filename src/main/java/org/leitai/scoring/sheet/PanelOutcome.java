package org.leitai.scoring.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.exact.Ratio;

/**
 * What a panel's marks became.
 *
 * @param value after rounding and the chief's adjustment, or null if there is none yet
 * @param combined before rounding and adjustment
 * @param why reason for a missing value: too-few, spread, disagree
 */
public record PanelOutcome(
        @Nullable Ratio value,
        @Nullable Ratio combined,
        List<Vote> votes,
        @Nullable Ratio adjustment,
        String why) {
    /** A seat's points and what became of them. */
    public record Vote(String seat, Ratio raw, Ratio points, Fate fate) {
        Vote with(Fate other) {
            return new Vote(seat, raw, points, other);
        }
    }

    /** Kept, or dropped at which end. */
    public enum Fate {
        KEPT,
        HIGH,
        LOW
    }

    public static PanelOutcome none(List<Vote> votes, String why) {
        return new PanelOutcome(null, null, votes, null, why);
    }
}
