package org.leitai.rulebook;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.exact.Rounding;

/**
 * Rescaling over a field (RULES §1.3): centre + spread × (mark − middle) / width.
 *
 * @param method which middle and width
 * @param centre score of the middle, 500 or 700
 * @param spread points for one width, 30
 * @param factor multiplies the median of deviations, 1.4826; unused by the mean method
 * @param noWidth score of everyone when the width is 0
 * @param least lowest score given, or null
 * @param most highest score given, or null
 * @param within which entries form a field
 * @param round rounding of the score, or null
 */
public record Standardise(
        Method method,
        Ratio centre,
        Ratio spread,
        Ratio factor,
        Ratio noWidth,
        @Nullable Ratio least,
        @Nullable Ratio most,
        Within within,
        @Nullable Rounding round) {
    /** Middle and width. */
    public enum Method {
        /** Mean and population standard deviation. */
        MEAN_DEVIATION,
        /** Median and factor × median of absolute deviations. */
        MEDIAN_DEVIATION
    }

    /** The field whose middle and width are taken. */
    public enum Within {
        DIVISION,
        /** Entries marked by the same panel (the entry's group). */
        GROUP,
        ALL
    }

    /** A judged width is irrational; it is taken to this many digits and exact from then on. */
    public static final int ROOT_DIGITS = 40;

    public static final Ratio NORMAL_CONSISTENT = Ratio.of(new BigDecimal("1.4826"));
}
