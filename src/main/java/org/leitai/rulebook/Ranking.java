package org.leitai.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How totals become ranks.
 *
 * @param ascending true if less is better
 * @param by what is ranked
 * @param ties what decides between equals, in order
 * @param shared true if what cannot be separated shares the rank (1-2-2-4); false if lots must decide, which then end
 *     {@code ties}: until they are recorded the rank is shared all the same, never given by the order of admission
 * @param incomplete what becomes of entries with marks missing
 * @param fewest with fewer competing entries the division is void; 0 for no such rule
 */
public record Ranking(boolean ascending, By by, List<Tie> ties, boolean shared, Incomplete incomplete, int fewest) {
    /** What is ranked first of all. */
    public enum By {
        TOTAL,
        SCALED
    }

    /** Where entries with missing marks stand. */
    public enum Incomplete {
        /** Among the others, by what they have. */
        RANKED,
        /** After all ranked ones, without a rank. */
        APART
    }

    /** One link of the tie-break chain. */
    public sealed interface Tie {
        /** The total with as many more decimals as it takes. */
        record MoreDecimals() implements Tie {}

        /**
         * Something computed or recorded, or several of it added.
         *
         * @param nth the so many best of its work pieces or attempts, or 0 for the value itself
         * @param seat whose marks alone are looked at, as the chief judge's; null for what the panel made of all
         */
        record Of(Reference what, int nth, @Nullable String seat, boolean ascending) implements Tie {}

        /** The standardised score, where totals are ranked. */
        record Scaled() implements Tie {}

        /** A recorded decision: lots, extra questions. */
        record Decided() implements Tie {}
    }
}
