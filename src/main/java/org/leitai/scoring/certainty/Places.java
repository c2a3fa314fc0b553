package org.leitai.scoring.certainty;

import java.util.List;
import org.leitai.scoring.certainty.CertaintyMath.Reach;

/**
 * The best and worst place of each competing entry, as far as the rule lets them be told. Who fell out of an elimination round for
 * good keeps the place; the others are ahead. They are compared by their totals where those decide: not before the last round, and
 * not where standardised scores are ranked, in which every mark may move everyone. There anything may happen until all is settled.
 */
final class Places {
    /** From best to worst. */
    record Span(int best, int worst) {}

    private final RoundEnds ends;
    private final List<Reach> open;
    private final PossiblePlaces places;
    private final boolean settled;
    private final boolean compared;

    Places(List<Reach> competing, RoundEnds ends, boolean ascending, boolean scaled) {
        this.ends = ends;
        this.open =
                competing.stream().filter(reach -> !ends.isOut(reach.ranked())).toList();
        this.places = new PossiblePlaces(open, ascending);
        this.settled = competing.stream().allMatch(Reach::settled);
        this.compared = ends.isLast() && !scaled;
    }

    /** Of an entry that competes. */
    Span of(Reach own) {
        var out = ends.isOut(own.ranked());
        if (compared && !out) {
            return new Span(places.best(own), places.worst(own));
        }
        return own.ranked().rank() instanceof Integer rank && (out || settled)
                ? new Span(rank, rank)
                : new Span(1, open.size());
    }
}
