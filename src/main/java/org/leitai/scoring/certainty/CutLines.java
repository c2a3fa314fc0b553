package org.leitai.scoring.certainty;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.leitai.rulebook.Cut;
import org.leitai.scoring.certainty.CertaintyMath.Reach;
import org.leitai.scoring.result.Certainty.Line;
import org.leitai.scoring.table.Cuts;

/**
 * Where entries stand to a cut while marks are missing. Whoever is called safe or out is so whatever the missing marks are; who is
 * open may be decided all the same.
 */
final class CutLines {
    private final Cut cut;
    private final boolean ascending;
    private final PossiblePlaces places;
    /** Among those of one delegation, for cuts with a quota. */
    private final Map<String, PossiblePlaces> delegations;

    /** How many go on when as few, and as many, of the field as can be are ranked in the end. */
    private final int fewest;

    private final int most;

    CutLines(Cut cut, List<Reach> competing, boolean ascending) {
        this.cut = cut;
        this.ascending = ascending;
        this.places = new PossiblePlaces(competing, ascending);
        this.delegations = new HashMap<>();
        if (cut.perDelegation() != null) {
            competing.stream()
                    .collect(Collectors.groupingBy(CutLines::delegation))
                    .forEach((id, own) -> delegations.put(id, new PossiblePlaces(own, ascending)));
        }
        var complete = competing.stream()
                .filter(reach ->
                        reach.ranked().result().complete() && reach.ranked().total() != null)
                .count();
        this.fewest = Cuts.places(cut, (int) complete);
        this.most = Cuts.places(cut, competing.size());
    }

    private static String delegation(Reach reach) {
        return reach.ranked().result().entry().admitted().delegation();
    }

    Line of(Reach own) {
        if (isOut(own)) {
            return Line.OUT;
        }
        return isSafe(own) ? Line.SAFE : Line.OPEN;
    }

    private boolean isSafe(Reach own) {
        var low = own.bounds().low();
        var meets = cut.threshold() == null || (low != null && low.compareTo(cut.threshold()) >= 0);
        var quota = cut.perDelegation();
        return meets
                && mayBeBefore(own) < fewest
                && (quota == null || of(delegation(own)).last(own) <= quota);
    }

    /** How many may take a place before it; where the cut grows nobody who is equal to it for good. */
    private int mayBeBefore(Reach own) {
        var quota = cut.perDelegation();
        if (cut.ties() == Cut.Ties.SHRINK) {
            return places.last(own) - 1;
        }
        return quota == null
                ? places.leaders(own, true)
                : delegations.entrySet().stream()
                        .mapToInt(delegation -> Math.min(
                                quota,
                                delegation
                                        .getValue()
                                        .leaders(own, delegation.getKey().equals(delegation(own)))))
                        .sum();
    }

    private boolean isOut(Reach own) {
        var high = own.bounds().high();
        if (cut.threshold() != null && high != null && high.compareTo(cut.threshold()) < 0) {
            return true;
        }
        // Where less is better, those in front may miss the threshold and leave their places.
        return !(cut.threshold() != null && ascending) && (isBehindQuota(own) || before(own) >= most);
    }

    private boolean isBehindQuota(Reach own) {
        return cut.perDelegation() != null && of(delegation(own)).best(own) > cut.perDelegation();
    }

    /** How many surely take a place before it. */
    private int before(Reach own) {
        var quota = cut.perDelegation();
        return quota == null
                ? places.best(own) - 1
                : delegations.values().stream()
                        .mapToInt(delegation -> Math.min(quota, delegation.best(own) - 1))
                        .sum();
    }

    private PossiblePlaces of(String delegation) {
        return Objects.requireNonNull(delegations.get(delegation), "who competes belongs to a delegation");
    }
}
