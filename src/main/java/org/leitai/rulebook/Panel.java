package org.leitai.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.exact.Rounding;

/**
 * How the seats that mark the same thing are combined into one value.
 *
 * @param seats labels of the seats, at least one
 * @param role who sits there: {@code judge} unless the rule says timekeeper or the like
 * @param perAspect true if each aspect below is combined by itself, false if each seat's whole sum is
 * @param dropHigh how many of the highest are dropped; of equal extremes exactly that many
 * @param dropLow how many of the lowest are dropped
 * @param least fewest marks with which a value exists
 * @param spread widest allowed distance between highest and lowest mark, or null
 * @param adjust how far the chief may correct the value, or null for not at all
 * @param recuse who may not mark whom
 * @param round rounding of the combined value, or null
 */
public record Panel(
        List<String> seats,
        String role,
        boolean perAspect,
        Combine combine,
        int dropHigh,
        int dropLow,
        int least,
        Missing missing,
        @Nullable Spread spread,
        @Nullable Adjust adjust,
        Recuse recuse,
        @Nullable Rounding round) {
    /** One seat, or several that agree on one value: what holds where the rulebook names no panel. */
    public static final Panel ONE = new Panel(
            List.of("1"), "judge", true, Combine.AGREED, 0, 0, 1, Missing.REFUSE, null, null, Recuse.NONE, null);

    public Panel {
        seats = List.copyOf(seats);
    }

    public int size() {
        return seats.size();
    }

    /** The same panel, however far its marks lie apart. */
    public Panel withoutSpread() {
        return new Panel(
                seats, role, perAspect, combine, dropHigh, dropLow, least, missing, null, adjust, recuse, round);
    }

    /** What is done with the marks that were not dropped. */
    public enum Combine {
        /** All marks must be the same value. */
        AGREED,
        MEAN,
        MEDIAN,
        SUM
    }

    /** What an absent mark does; decided before any dropping (RULES §4.2). */
    public enum Missing {
        /** The value exists only with all marks. */
        REFUSE,
        /** The absent mark is left out, then marks are dropped and combined. */
        REMOVE,
        /** It counts as zero points. */
        ZERO
    }

    /** Which judges stand aside. Enforced when seats are filled, never when marking. */
    public enum Recuse {
        NONE,
        UNIT,
        DELEGATION
    }

    /**
     * Widest spread of raw marks (levels for judgements).
     *
     * @param limit in marks, or as a share of the highest possible mark if {@code percent}
     * @param refuses true if there is no value until the seats have marked again, false if it is only pointed out
     */
    public record Spread(Ratio limit, boolean percent, boolean refuses) {}

    /** Bounds of the chief's correction without sign, such as 0.05 to 0.1 (RULES §2.3.20). */
    public record Adjust(Ratio least, Ratio most) {
        /** Nothing, or a correction up or down whose size lies within the bounds. */
        public boolean allows(Ratio by) {
            var size = by.abs();
            return size.signum() == 0 || (size.compareTo(least) >= 0 && size.compareTo(most) <= 0);
        }
    }
}
