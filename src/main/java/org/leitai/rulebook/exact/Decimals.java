package org.leitai.rulebook.exact;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads decimals the way a mark is written on a sheet: plain digits, a point, a sign; never NaN, never 1e400. */
public final class Decimals {
    /** Longest accepted text; no mark, measure or factor of a contest needs more. */
    public static final int MAX_CHARS = 30;

    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (var i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private Decimals() {}

    /** The number, or empty if the text is not a plain decimal of at most {@value #MAX_CHARS} characters. */
    public static Optional<BigDecimal> parse(String text) {
        if (text.length() > MAX_CHARS || !isPlain(text)) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }

    /** A sign or none, digits, and a point with digits after it or none; every mark passes here. */
    private static boolean isPlain(String text) {
        int digits = 0;
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && i < text.length() - 1) {
                points++;
            } else if (i > 0 || (c != '+' && c != '-')) {
                return false;
            }
        }
        return digits > 0 && points <= 1;
    }

    /** The one text of a number: no exponent, no trailing zeros, no negative zero. */
    public static String canonical(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    static long powerOfTen(int exponent) {
        return POWERS[exponent];
    }
}
