package org.leitai.rulebook;

import java.math.RoundingMode;
import org.leitai.rulebook.exact.Ratio;

/** How a share of a field becomes a whole number of places; sources are silent, so the rulebook says it (RULES §7.4). */
public enum ShareRounding {
    FLOOR(RoundingMode.FLOOR),
    HALF_UP(RoundingMode.HALF_UP),
    CEILING(RoundingMode.CEILING);

    private final RoundingMode mode;

    ShareRounding(RoundingMode mode) {
        this.mode = mode;
    }

    public int places(Ratio share, int field) {
        return share.times(Ratio.of(field)).round(0, mode).intValueExact();
    }
}
