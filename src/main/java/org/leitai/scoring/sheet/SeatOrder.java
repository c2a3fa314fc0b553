package org.leitai.scoring.sheet;

import java.util.Comparator;

/** Seats by label, shorter labels first, so that 10 stands after 9; the order marks arrive in never matters. */
public final class SeatOrder {
    public static final Comparator<String> BY_LABEL =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private SeatOrder() {}
}
