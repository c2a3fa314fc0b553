package org.leitai.scoring.certainty;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Panel;
import org.leitai.rulebook.exact.Bounds;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.sheet.PanelMath;
import org.leitai.scoring.sheet.PanelOutcome.Fate;
import org.leitai.scoring.sheet.PanelOutcome.Vote;

/**
 * What a panel can still come to while seats have not marked.
 *
 * @param absent seats that are known to give no mark
 * @param adjustment of the chief, or null
 * @param highest most points a seat can give, for spreads stated as a share; null if unknown
 */
record PanelBounds(
        Panel panel,
        int absent,
        @Nullable Ratio adjustment,
        @Nullable Ratio highest) {
    /** What a seat's mark can be: as a spread sees it, and in points. */
    record Ballot(Bounds raw, Bounds points) {}

    /**
     * What the panel can come to, or null if no value can come of so few seats.
     *
     * @param given of seats that have marked
     * @param open of seats that may mark
     * @param anew of any seat before it marks: marks that lie too far apart are given anew
     */
    @Nullable Bounds of(List<Ballot> given, List<Ballot> open, Ballot anew) {
        return mayBeTooWide(given, open)
                ? settled(List.of(), Collections.nCopies(panel.size(), anew))
                : settled(given, open);
    }

    private boolean mayBeTooWide(List<Ballot> given, List<Ballot> open) {
        var limit = PanelMath.limit(panel, highest);
        if (limit == null || given.size() + open.size() < 2) {
            return false;
        }
        var all = new ArrayList<>(given);
        all.addAll(open);
        var raw = all.stream().map(Ballot::raw).reduce(Bounds::or).orElse(Bounds.NONE);
        return raw.low() == null
                || raw.high() == null
                || raw.high().minus(raw.low()).compareTo(limit) > 0;
    }

    /** A seat that has not marked may still turn out to be absent, and is left out or stands at 0 then. */
    private @Nullable Bounds settled(List<Ballot> given, List<Ballot> open) {
        Bounds result = null;
        var fewest = panel.missing() == Panel.Missing.REMOVE ? 0 : open.size();
        for (var more = fewest; more <= open.size(); more++) {
            var bounds = between(given, open, more);
            if (bounds != null) {
                result = result == null ? bounds : result.or(bounds);
            }
        }
        return result;
    }

    private @Nullable Bounds between(List<Ballot> given, List<Ballot> open, int more) {
        var votes = given.size() + more;
        var counted = panel.missing() == Panel.Missing.ZERO ? Math.min(panel.size(), votes + absent) : votes;
        return counted == 0 || counted < panel.least()
                ? null
                : new Bounds(
                        end(given, open, more, Bounds::low, Comparator.naturalOrder(), Ratio::min),
                        end(given, open, more, Bounds::high, Comparator.reverseOrder(), Ratio::max));
    }

    /** The lowest marks give the lowest value, and the highest the highest: no panel's value falls when a mark rises. */
    private @Nullable Ratio end(
            List<Ballot> given,
            List<Ballot> open,
            int more,
            Function<Bounds, @Nullable Ratio> end,
            Comparator<Ratio> order,
            BinaryOperator<Ratio> furthest) {
        var points = new ArrayList<Ratio>();
        for (var ballot : open) {
            var value = end.apply(orZero(ballot.points()));
            if (value == null) {
                return null;
            }
            points.add(value);
        }
        points.sort(order);
        points.subList(more, points.size()).clear();
        for (var ballot : given) {
            var value = end.apply(ballot.points());
            if (value == null) {
                return null;
            }
            points.add(value);
        }
        var votes = points.stream()
                .map(value -> new Vote("", value, value, Fate.KEPT))
                .toList();
        var outcome = PanelMath.combine(panel.withoutSpread(), votes, absent, adjustment, highest);
        // seats that should agree and do not: it will be what one of them says
        return outcome.value() == null ? points.stream().reduce(furthest).orElse(null) : outcome.value();
    }

    private Bounds orZero(Bounds bounds) {
        return panel.missing() == Panel.Missing.ZERO ? bounds.or(Bounds.at(Ratio.ZERO)) : bounds;
    }
}
