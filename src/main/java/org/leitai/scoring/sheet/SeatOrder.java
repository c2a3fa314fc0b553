package org.leitai.scoring.sheet;

import java.util.Comparator;

/** Seats by label, shorter labels first, so that 10 stands after 9; the order marks arrive in never matters. */
public final class SeatOrder {
    public static final Comparator<String> BY_LABEL = (one, other) ->
            one.length() == other.length() ? one.compareTo(other) : Integer.compare(one.length(), other.length());

    private SeatOrder() {}
}
