package org.leitai.scoring.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Panel;
import org.leitai.rulebook.Panel.Combine;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.sheet.PanelOutcome.Fate;
import org.leitai.scoring.sheet.PanelOutcome.Vote;

/** Seats' values to one value: missing marks first, then dropping, then combining, then adjustment, then rounding. */
public final class PanelMath {
    private PanelMath() {}

    /**
     * Combines the votes.
     *
     * @param absent seats that are known to give no mark
     * @param highest most points a seat can give, for spreads stated as a share; null if unknown
     */
    public static PanelOutcome combine(
            Panel panel, List<Vote> given, int absent, @Nullable Ratio adjustment, @Nullable Ratio highest) {
        var votes = new ArrayList<>(given);
        if (panel.missing() == Panel.Missing.ZERO) {
            for (var i = 0; i < absent && votes.size() < panel.size(); i++) {
                votes.add(new Vote("–", Ratio.ZERO, Ratio.ZERO, Fate.KEPT));
            }
        }
        if (votes.size() < panel.least()) {
            return PanelOutcome.none(votes, "too-few");
        }
        if (panel.combine() == Combine.AGREED) {
            return agreed(panel, votes, adjustment);
        }
        if (tooWide(panel, votes, highest)) {
            return PanelOutcome.none(votes, "spread");
        }
        var marked = panel.dropHigh() + panel.dropLow() == 0 ? votes : drop(panel, votes);
        var combined = combined(panel.combine(), marked);
        return finished(panel, marked, combined, adjustment);
    }

    private static PanelOutcome agreed(Panel panel, List<Vote> votes, @Nullable Ratio adjustment) {
        var first = votes.getFirst().points();
        for (var vote : votes) {
            if (!vote.points().equals(first)) {
                return PanelOutcome.none(votes, "disagree");
            }
        }
        return finished(panel, votes, first, adjustment);
    }

    private static PanelOutcome finished(Panel panel, List<Vote> votes, Ratio combined, @Nullable Ratio adjustment) {
        var rounded = panel.round() == null ? combined : panel.round().apply(combined);
        var value = adjustment == null ? rounded : rounded.plus(adjustment);
        return new PanelOutcome(value, combined, votes, adjustment, "");
    }

    private static boolean tooWide(Panel panel, List<Vote> votes, @Nullable Ratio highest) {
        return limit(panel, highest) instanceof Ratio limit && width(votes).compareTo(limit) > 0;
    }

    /** The widest spread with which there is a value, or null for any; {@code highest} as for {@link #combine}. */
    public static @Nullable Ratio limit(Panel panel, @Nullable Ratio highest) {
        var spread = panel.spread();
        if (spread == null || !spread.refuses()) {
            return null;
        }
        return spread.percent() ? spread.limit().times(highest == null ? Ratio.ONE : highest) : spread.limit();
    }

    /** Distance between the highest and the lowest raw mark. */
    public static Ratio width(List<Vote> votes) {
        var high = votes.getFirst().raw();
        var low = high;
        for (var vote : votes) {
            high = high.max(vote.raw());
            low = low.min(vote.raw());
        }
        return high.minus(low);
    }

    /** Of equal extremes exactly as many are dropped as the rule says, the earliest seat first. */
    private static List<Vote> drop(Panel panel, List<Vote> votes) {
        var order = new ArrayList<Integer>();
        for (var i = 0; i < votes.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(i -> votes.get(i).points()));
        var result = new ArrayList<>(votes);
        for (var i = 0; i < panel.dropLow(); i++) {
            result.set(order.get(i), votes.get(order.get(i)).with(Fate.LOW));
        }
        for (var i = 0; i < panel.dropHigh(); i++) {
            var at = order.get(order.size() - 1 - i);
            result.set(at, votes.get(at).with(Fate.HIGH));
        }
        return result;
    }

    private static Ratio combined(Combine combine, List<Vote> votes) {
        var kept = votes.stream()
                .filter(vote -> vote.fate() == Fate.KEPT)
                .map(Vote::points)
                .toList();
        return switch (combine) {
            case AGREED -> kept.getFirst();
            case SUM -> sum(kept);
            case MEAN -> sum(kept).dividedBy(Ratio.of(kept.size()));
            case MEDIAN -> median(kept);
        };
    }

    public static Ratio sum(List<Ratio> values) {
        var sum = Ratio.ZERO;
        for (var value : values) {
            sum = sum.plus(value);
        }
        return sum;
    }

    /** The middle value, or the mean of the two middle ones. */
    public static Ratio median(List<Ratio> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(Ratio.of(2));
    }
}
