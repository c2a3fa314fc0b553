package org.leitai.scoring.certainty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Node.Fold;
import org.leitai.rulebook.exact.Bounds;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.sheet.Folding;

/** What several values come to, of which some surely come and some may. */
final class FoldBounds {
    private FoldBounds() {}

    /** Of a fold; null where nothing can come. Where nothing comes surely, one at least does. */
    static @Nullable Bounds fold(Fold fold, List<Bounds> sure, List<Bounds> maybe, boolean ascending) {
        return fold.way() == Fold.Way.PRODUCT
                ? product(sure, maybe)
                : rising(sure, maybe, values -> Folding.fold(fold, values, ascending));
    }

    /** Of an operation that never falls when one of its values rises. */
    static @Nullable Bounds rising(List<Bounds> sure, List<Bounds> maybe, Function<List<Ratio>, Ratio> fold) {
        return sure.isEmpty() && maybe.isEmpty()
                ? null
                : new Bounds(
                        end(sure, maybe, Bounds::low, Comparator.naturalOrder(), fold),
                        end(sure, maybe, Bounds::high, Comparator.reverseOrder(), fold));
    }

    /** Of so many that may come, the lowest (or highest) are the worst (or best), so every number of them is tried. */
    private static @Nullable Ratio end(
            List<Bounds> sure,
            List<Bounds> maybe,
            Function<Bounds, @Nullable Ratio> end,
            Comparator<Ratio> order,
            Function<List<Ratio>, Ratio> fold) {
        var surely = ends(sure, end);
        var perhaps = ends(maybe, end);
        if (surely == null || perhaps == null) {
            return null;
        }
        var found = new ArrayList<Ratio>();
        if (!surely.isEmpty()) {
            found.add(fold.apply(surely));
        }
        perhaps.sort(order);
        for (var value : perhaps) {
            surely.add(value);
            found.add(fold.apply(surely));
        }
        return found.stream().min(order).orElseThrow();
    }

    /** All of one end, or null where one has no limit. */
    private static @Nullable List<Ratio> ends(List<Bounds> bounds, Function<Bounds, @Nullable Ratio> end) {
        var ends = new ArrayList<Ratio>(bounds.size());
        for (var one : bounds) {
            var value = end.apply(one);
            if (value == null) {
                return null;
            }
            ends.add(value);
        }
        return ends;
    }

    /** With negative values the product of the lowest is not the lowest. What does not come multiplies by one. */
    private static @Nullable Bounds product(List<Bounds> sure, List<Bounds> maybe) {
        if (!sure.isEmpty()) {
            return times(times(Bounds.at(Ratio.ONE), sure), orOne(maybe));
        }
        Bounds result = null;
        for (var at = 0; at < maybe.size(); at++) {
            var others = new ArrayList<>(maybe);
            var bounds = times(others.remove(at), orOne(others));
            result = result == null ? bounds : result.or(bounds);
        }
        return result;
    }

    private static List<Bounds> orOne(List<Bounds> bounds) {
        return bounds.stream().map(one -> one.or(Bounds.at(Ratio.ONE))).toList();
    }

    private static Bounds times(Bounds first, List<Bounds> factors) {
        return factors.stream().reduce(first, Bounds::times);
    }
}
