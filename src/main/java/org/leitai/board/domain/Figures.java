package org.leitai.board.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How boards print decimals. */
final class Figures {
    private Figures() {}

    /** Exactly, or, where division makes it endless, with one decimal more than totals have. */
    static String plain(BigDecimal value, int decimals) {
        BigDecimal exact = value.stripTrailingZeros();
        BigDecimal shown = exact.scale() > decimals + 1 ? exact.setScale(decimals + 1, RoundingMode.HALF_UP) : exact;
        return (shown.scale() < 0 ? shown.setScale(0) : shown).toPlainString();
    }

    /** Like {@link #plain}, with at least the decimals that totals have: 9.1 stands beside 9.36 as 9.10. */
    static String fixed(BigDecimal value, int decimals) {
        BigDecimal shown = new BigDecimal(plain(value, decimals));
        return shown.scale() < decimals ? shown.setScale(decimals).toPlainString() : shown.toPlainString();
    }
}
