package org.leitai.scoring.certainty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.certainty.CertaintyMath.Reach;
import org.leitai.scoring.result.SortKey;

/**
 * The best and worst place each competing entry of a division can still get. One entry is surely before another when their
 * bounds do not meet, or when both are settled with equal totals and the tie-breaks order them. Everybody is counted by
 * halving sorted lists: n log n for a field of n, where comparing each with each took a quarter of a million entries days.
 */
final class PossiblePlaces {
    private final int field;
    private final boolean ascending;
    /** Sorted: what each entry has at least, at most. Who has no bound is in neither. */
    private final List<Ratio> lows;

    private final List<Ratio> highs;
    /** The keys of settled entries by total, best last. */
    private final Map<Ratio, List<SortKey>> equals = new HashMap<>();

    PossiblePlaces(List<Reach> competing, boolean ascending) {
        this.field = competing.size();
        this.ascending = ascending;
        this.lows = sorted(competing, reach -> reach.bounds().low());
        this.highs = sorted(competing, reach -> reach.bounds().high());
        for (var reach : competing) {
            if (reach.settled()) {
                equals.computeIfAbsent(total(reach), _ -> new ArrayList<>())
                        .add(reach.ranked().key());
            }
        }
        equals.values().forEach(keys -> keys.sort(Comparator.naturalOrder()));
    }

    private static List<Ratio> sorted(List<Reach> competing, Function<Reach, @Nullable Ratio> bound) {
        return competing.stream()
                .map(bound)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .sorted()
                .toList();
    }

    /** A settled entry's total; it would not compete without one. */
    private static Ratio total(Reach settled) {
        return Objects.requireNonNull(settled.bounds().low(), "a settled entry that competes has a total");
    }

    /** 1 and those that are surely before it. */
    int best(Reach own) {
        var before = ascending
                ? below(highs, own.bounds().low())
                : above(lows, own.bounds().high());
        var keys = equalTo(own);
        return 1 + before + keys.size() - upTo(keys, own.ranked().key(), true);
    }

    /** Behind everybody that is neither surely after it nor equal to it for good. */
    int worst(Reach own) {
        return leaders(own, true) + 1;
    }

    /**
     * How many may come before an entry and not be equal to it.
     *
     * @param member whether it is one of these itself
     */
    int leaders(Reach own, boolean member) {
        var settled = upTo(equalTo(own), own.ranked().key(), true);
        return last(own) - Math.max(settled, member ? 1 : 0);
    }

    /** As {@link #worst}, behind those too that are equal to it. */
    int last(Reach own) {
        var after = ascending
                ? above(lows, own.bounds().high())
                : below(highs, own.bounds().low());
        return field - after;
    }

    /** The keys of everybody settled with the same total, its own among them; none while it may still move. */
    private List<SortKey> equalTo(Reach own) {
        return own.settled() ? equals.getOrDefault(total(own), List.of()) : List.of();
    }

    private static int below(List<Ratio> sorted, @Nullable Ratio bound) {
        return bound == null ? 0 : upTo(sorted, bound, false);
    }

    private static int above(List<Ratio> sorted, @Nullable Ratio bound) {
        return bound == null ? 0 : sorted.size() - upTo(sorted, bound, true);
    }

    /** How many of a sorted list are less than a value, or equal to it where equals count. */
    private static <T extends Comparable<T>> int upTo(List<T> sorted, T value, boolean equalsCount) {
        var from = 0;
        var to = sorted.size();
        while (from < to) {
            var middle = (from + to) >>> 1;
            var compared = sorted.get(middle).compareTo(value);
            if (compared < 0 || (equalsCount && compared == 0)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
