package org.leitai.scoring.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.leitai.rulebook.Node.Fold;
import org.leitai.rulebook.exact.Ratio;

/** Several weighted values to one. */
public final class Folding {
    private Folding() {}

    /** {@code values} is not empty; {@code ascending} says that less is better, for the best n. */
    public static Ratio fold(Fold fold, List<Ratio> values, boolean ascending) {
        return switch (fold.way()) {
            case SUM -> PanelMath.sum(values);
            case MEAN -> PanelMath.sum(values).dividedBy(Ratio.of(values.size()));
            case BEST -> PanelMath.sum(best(values, fold.best(), ascending));
            case PRODUCT -> values.stream().reduce(Ratio.ONE, Ratio::times);
        };
    }

    private static List<Ratio> best(List<Ratio> values, int best, boolean ascending) {
        var sorted = new ArrayList<>(values);
        sorted.sort(ascending ? Comparator.naturalOrder() : Comparator.reverseOrder());
        return sorted.subList(0, Math.min(best, sorted.size()));
    }
}
