package org.leitai.rulebook.exact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A closed range of values that is calculated with as a whole: every result holds whatever comes of any value in the range; null
 * means without a limit.
 */
public record Bounds(@Nullable Ratio low, @Nullable Ratio high) {
    public static final Bounds NONE = new Bounds(null, null);

    /** A value that is known. */
    public static Bounds at(Ratio value) {
        return new Bounds(value, value);
    }

    /** From the lower to the higher of two values. */
    public static Bounds of(Ratio one, Ratio other) {
        return new Bounds(one.min(other), one.max(other));
    }

    /** The range of a set of possible points; zero for an empty set. */
    public static Bounds over(Collection<Ratio> points) {
        return new Bounds(
                points.stream().reduce(Ratio::min).orElse(Ratio.ZERO),
                points.stream().reduce(Ratio::max).orElse(Ratio.ZERO));
    }

    /** One or the other, and what lies between them. */
    public Bounds or(Bounds other) {
        return new Bounds(
                low == null || other.low == null ? null : low.min(other.low),
                high == null || other.high == null ? null : high.max(other.high));
    }

    public Bounds plus(Bounds other) {
        return new Bounds(
                low == null || other.low == null ? null : low.plus(other.low),
                high == null || other.high == null ? null : high.plus(other.high));
    }

    public Bounds minus(Bounds other) {
        return plus(new Bounds(
                other.high == null ? null : other.high.negate(), other.low == null ? null : other.low.negate()));
    }

    /** Every product of a value of one with a value of the other lies between products of their ends. */
    public Bounds times(Bounds by) {
        var products = new ArrayList<Ratio>(4);
        var below = false;
        var above = false;
        for (var lower = 0; lower < 4; lower++) {
            var one = lower < 2 ? low : high;
            var other = lower % 2 == 0 ? by.low : by.high;
            if (one != null && other != null) {
                products.add(one.times(other));
                continue;
            }
            // an end without a limit lies infinitely far out, and nothing times that is still nothing
            var sign = (one == null ? lower < 2 ? -1 : 1 : one.signum())
                    * (other == null ? lower % 2 == 0 ? -1 : 1 : other.signum());
            if (sign == 0) {
                products.add(Ratio.ZERO);
            }
            below |= sign < 0;
            above |= sign > 0;
        }
        var finite = over(products);
        return new Bounds(below ? null : finite.low, above ? null : finite.high);
    }

    /** Without a limit where the divisor may be 0. */
    public Bounds dividedBy(Bounds by) {
        if (by.low != null && by.low.signum() > 0) {
            return times(new Bounds(
                    by.high == null ? Ratio.ZERO : Ratio.ONE.dividedBy(by.high), Ratio.ONE.dividedBy(by.low)));
        }
        if (by.high != null && by.high.signum() < 0) {
            return times(new Bounds(
                    Ratio.ONE.dividedBy(by.high), by.low == null ? Ratio.ZERO : Ratio.ONE.dividedBy(by.low)));
        }
        return NONE;
    }

    public Bounds atLeast(Ratio least) {
        return new Bounds(low == null ? least : low.max(least), high == null ? null : high.max(least));
    }

    public Bounds atMost(Ratio most) {
        return new Bounds(low == null ? null : low.min(most), high == null ? most : high.min(most));
    }

    /** After an operation that never makes a greater value the smaller one, such as rounding. */
    public Bounds each(UnaryOperator<Ratio> rising) {
        return new Bounds(low == null ? null : rising.apply(low), high == null ? null : rising.apply(high));
    }
}
