package org.leitai.rulebook.exact;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A named place where a rule rounds.
 *
 * @param decimals places kept, −6 (millions) to 12
 * @param mode how; Chinese contest rules say half-up (RULES §2.3.19)
 */
public record Rounding(int decimals, RoundingMode mode) {
    public static final int MIN_DECIMALS = -6;
    public static final int MAX_DECIMALS = 12;

    public static Rounding halfUp(int decimals) {
        return new Rounding(decimals, RoundingMode.HALF_UP);
    }

    public Ratio apply(Ratio value) {
        return value.round(decimals, mode);
    }

    /** The rounded value with its decimals, as it is printed. */
    public BigDecimal print(Ratio value) {
        return apply(value).toDecimal(Math.max(decimals, 0), RoundingMode.UNNECESSARY);
    }

    public Rounding finer(int by) {
        return new Rounding(decimals + by, mode);
    }
}
