package org.leitai.scoring.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Ranking;
import org.leitai.rulebook.Ranking.By;
import org.leitai.rulebook.Ranking.Incomplete;
import org.leitai.rulebook.Ranking.Tie;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.result.SortKey;
import org.leitai.scoring.result.Status;
import org.leitai.scoring.total.EntryMath;
import org.leitai.scoring.total.EntryResult;

/** Orders entries of one division and gives ranks: 1 + the number of strictly better ones. */
final class Placing {
    /** The coarse number from which on entries have no rank, behind all others. */
    private static final long UNRANKED = 2 * Ratio.MOST + 1;

    /** In the order in which those without a rank follow the others. */
    private static final List<Status> BEHIND = List.of(Status.values());

    private final Ranking ranking;

    Placing(Ranking ranking) {
        this.ranking = ranking;
    }

    SortKey key(@Nullable Ratio total, @Nullable Ratio scaled, EntryResult result) {
        var parts = new ArrayList<@Nullable Ratio>();
        parts.add(EntryMath.turned(ranking.by() == By.SCALED ? scaled : total, ranking.ascending()));
        for (var i = 0; i < result.ties().size(); i++) {
            var isScaled = ranking.ties().get(i) instanceof Tie.Scaled;
            parts.add(isScaled ? scaled : result.ties().get(i));
        }
        return SortKey.of(parts);
    }

    Ranked unplaced(EntryResult result, @Nullable Ratio scaled) {
        var key = key(result.total(), scaled, result);
        return new Ranked(
                result, result.entry().number(), result.exact(), result.total(), scaled, key, null, false, "");
    }

    boolean isRanked(Ranked entry) {
        return entry.result().entry().status() == Status.COMPETING
                && entry.total() != null
                && (ranking.incomplete() == Incomplete.RANKED || entry.result().complete());
    }

    /** Ranked ones best first, then the others by status, total and admission; no two entries are equal. */
    Order<Ranked> order(List<Ranked> entries) {
        return Order.of(this::coarse, this::compare, entries);
    }

    private long coarse(Ranked entry) {
        return isRanked(entry)
                ? -entry.key().coarse()
                : UNRANKED + BEHIND.indexOf(entry.result().entry().status());
    }

    int countRanked(Order<Ranked> order) {
        return order.count(UNRANKED, _ -> false);
    }

    /** How many ranked ones of an order have a strictly better key than one of them. */
    int countBetter(Ranked entry, Order<Ranked> order) {
        var isEqual = entry.key().isAllCoarse();
        return order.count(coarse(entry), other -> !isEqual && other.key().compareTo(entry.key()) > 0);
    }

    /** How many ranked ones of an order have a better or an equal key, itself among them if it is there. */
    int countNotWorse(Ranked entry, Order<Ranked> order) {
        var isEqual = entry.key().isAllCoarse();
        return order.count(coarse(entry), other -> isEqual || other.key().compareTo(entry.key()) >= 0);
    }

    /** Of those with equal coarse numbers; in a large field many are, and to look at both keys is to wait for memory eight times. */
    private int compare(Ranked a, Ranked b) {
        var key = isRanked(a) && a.key().isAllCoarse() ? 0 : b.key().compareTo(a.key());
        return key != 0 ? key : Integer.compare(a.number(), b.number());
    }

    /** Ranked ones of an order that have the total of one of them, itself among them if it is there; they stand side by side. */
    List<Ranked> withTotalOf(Ranked entry, Order<Ranked> order) {
        var better = order.count(coarse(entry), other -> other.key().leads(entry.key()));
        var notWorse = order.count(coarse(entry), other -> !entry.key().leads(other.key()));
        return order.toList(better, notWorse);
    }

    List<Ranked> place(List<Ranked> field) {
        return numbered(Order.sorted(this::coarse, this::compare, field));
    }

    /** Ranks for entries in order. */
    List<Ranked> numbered(List<Ranked> sorted) {
        var result = new ArrayList<Ranked>(sorted.size());
        for (var i = 0; i < sorted.size(); i++) {
            result.add(isRanked(sorted.get(i)) ? placed(sorted, i, result) : sorted.get(i));
        }
        return result;
    }

    private Ranked placed(List<Ranked> order, int at, List<Ranked> before) {
        var entry = order.get(at);
        var equalsPrevious = at > 0 && order.get(at - 1).key().compareTo(entry.key()) == 0;
        var equalsNext = at + 1 < order.size()
                && isRanked(order.get(at + 1))
                && order.get(at + 1).key().compareTo(entry.key()) == 0;
        var previous = equalsPrevious ? before.get(at - 1).rank() : null;
        return entry.placed(previous == null ? at + 1 : previous, equalsPrevious || equalsNext);
    }
}
