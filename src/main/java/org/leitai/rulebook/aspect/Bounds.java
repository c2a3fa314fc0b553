package org.leitai.rulebook.aspect;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.exact.Ratio;

/** A closed range of points; null means without a limit. */
public record Bounds(@Nullable Ratio low, @Nullable Ratio high) {
    public static final Bounds NONE = new Bounds(null, null);

    static Bounds of(Ratio one, Ratio other) {
        return new Bounds(one.min(other), one.max(other));
    }

    /** The range of a set of possible points; zero for an empty set. */
    static Bounds over(Collection<Ratio> points) {
        return new Bounds(
                points.stream().reduce(Ratio::min).orElse(Ratio.ZERO),
                points.stream().reduce(Ratio::max).orElse(Ratio.ZERO));
    }
}
