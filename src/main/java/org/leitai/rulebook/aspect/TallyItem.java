package org.leitai.rulebook.aspect;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Text;
import org.leitai.rulebook.exact.Ratio;

/**
 * One item of a tally.
 *
 * @param each signed change of one occurrence; for {@code direct} items the sign with which the stated points count
 * @param per how much of a measured amount makes one occurrence (begun ones count whole), or null for plain counting
 * @param direct true if the judge states the points (deduct 3–5) instead of a count
 * @param cap most points this item can change, without sign, or null
 * @param forfeit true if one occurrence loses the whole allotment
 * @param forfeitOver an amount above this loses the whole allotment, or null
 * @param amounts which counts or amounts are accepted, beside 0 for an item that did not occur
 */
public record TallyItem(
        String id,
        Text title,
        Ratio each,
        @Nullable Ratio per,
        boolean direct,
        @Nullable Ratio cap,
        boolean forfeit,
        @Nullable Ratio forfeitOver,
        NumberRange amounts) {
    boolean mayForfeit() {
        return forfeit || forfeitOver != null;
    }

    boolean forfeits(BigDecimal amount) {
        return amount.signum() > 0
                && (forfeit || (forfeitOver != null && Ratio.of(amount).compareTo(forfeitOver) > 0));
    }

    /** The signed change of points for a count or amount. */
    public Ratio change(BigDecimal amount) {
        var given = Ratio.of(amount);
        var occurrences = per == null ? given : given.dividedBy(per).ceiling();
        return capped(occurrences.times(each));
    }

    private Ratio capped(Ratio change) {
        if (cap == null || change.abs().compareTo(cap) <= 0) {
            return change;
        }
        return change.signum() < 0 ? cap.negate() : cap;
    }

    /** The largest change it can cause, or empty if there is no limit. */
    Optional<Ratio> furthest() {
        if (forfeit) {
            return Optional.of(Ratio.ZERO);
        }
        if (cap != null) {
            return Optional.of(each.signum() < 0 ? cap.negate() : cap);
        }
        return Optional.ofNullable(amounts.max()).map(most -> change(most.toDecimal()));
    }
}
