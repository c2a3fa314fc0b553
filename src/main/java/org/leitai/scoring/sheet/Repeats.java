package org.leitai.scoring.sheet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Repeat;
import org.leitai.rulebook.exact.Ratio;

/** Values of several work pieces or attempts to one; {@code ascending} says that less is better. */
public record Repeats(boolean ascending, Trace trace) {
    /** The value of all parts, or null if there is none. */
    public @Nullable Ratio take(Repeat repeat, List<@Nullable Ratio> values) {
        var known = new ArrayList<Ratio>();
        for (var value : values) {
            if (value != null) {
                known.add(value);
            }
        }
        if (known.isEmpty()) {
            return null;
        }
        if (repeat.best() instanceof Integer best && best < known.size()) {
            known.sort(ascending ? (a, b) -> a.compareTo(b) : (a, b) -> b.compareTo(a));
            known.subList(best, known.size()).clear();
        }
        var result = switch (repeat.take()) {
            case SUM -> PanelMath.sum(known);
            case MEAN -> PanelMath.sum(known).dividedBy(Ratio.of(known.size()));
            case BEST -> best(known, !ascending);
            case WORST -> best(known, ascending);
            case FIRST -> known.getFirst();
            case LAST -> known.getLast();
        };
        trace.taken(repeat.take().name(), result);
        return result;
    }

    private static Ratio best(List<Ratio> values, boolean highest) {
        return values.stream().reduce(highest ? Ratio::max : Ratio::min).orElse(Ratio.ZERO);
    }
}
