package org.leitai.scoring;

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
record PanelOutcome(
        @Nullable Ratio value,
        @Nullable Ratio combined,
        List<Vote> votes,
        @Nullable Ratio adjustment,
        String why) {
    /** A seat's points and what became of them. */
    record Vote(String seat, Ratio raw, Ratio points, Fate fate) {
        Vote with(Fate other) {
            return new Vote(seat, raw, points, other);
        }
    }

    /** Kept, or dropped at which end. */
    enum Fate {
        KEPT,
        HIGH,
        LOW
    }

    static PanelOutcome none(List<Vote> votes, String why) {
        return new PanelOutcome(null, null, votes, null, why);
    }
}
