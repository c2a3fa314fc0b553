package org.leitai.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Ranking;
import org.leitai.rulebook.Ranking.By;
import org.leitai.rulebook.Ranking.Incomplete;
import org.leitai.rulebook.exact.Ratio;

/** Orders entries of one division and gives ranks: 1 + the number of strictly better ones. */
final class Placing {
    private final Ranking ranking;

    Placing(Ranking ranking) {
        this.ranking = ranking;
    }

    SortKey key(@Nullable Ratio total, @Nullable Ratio scaled, EntryResult result) {
        var parts = new ArrayList<@Nullable Ratio>();
        parts.add(EntryMath.turned(ranking.by() == By.SCALED ? scaled : total, ranking.ascending()));
        parts.addAll(result.ties());
        return SortKey.of(parts);
    }

    boolean isRanked(Ranked entry) {
        return entry.result().entry().status() == Status.COMPETING
                && entry.total() != null
                && (ranking.incomplete() == Incomplete.RANKED || entry.result().complete());
    }

    /** Ranked ones best first, then the others by status, total and admission. */
    List<Ranked> place(List<Ranked> field) {
        var ranked = new ArrayList<>(field.stream().filter(this::isRanked).toList());
        ranked.sort(Comparator.comparing(Ranked::key)
                .reversed()
                .thenComparingInt(entry -> entry.result().entry().number()));
        var result = new ArrayList<Ranked>(field.size());
        for (var i = 0; i < ranked.size(); i++) {
            result.add(placed(ranked, i, result));
        }
        field.stream()
                .filter(entry -> !isRanked(entry))
                .sorted(Comparator.comparing(
                                (Ranked entry) -> entry.result().entry().status())
                        .thenComparing(Ranked::key, Comparator.reverseOrder())
                        .thenComparingInt(entry -> entry.result().entry().number()))
                .forEach(result::add);
        return result;
    }

    private Ranked placed(List<Ranked> order, int at, List<Ranked> before) {
        var entry = order.get(at);
        var equalsPrevious = at > 0 && order.get(at - 1).key().compareTo(entry.key()) == 0;
        var equalsNext = at + 1 < order.size() && order.get(at + 1).key().compareTo(entry.key()) == 0;
        var previous = equalsPrevious ? before.get(at - 1).rank() : null;
        return entry.placed(previous == null ? at + 1 : previous, equalsPrevious || equalsNext);
    }
}
