package org.leitai.rulebook;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.exact.Rounding;

/**
 * A table over groups of entries: teams as the sum of their best k, delegations by medals, points or participation
 * (RULES §1.4.34, §2.1.3).
 *
 * @param bestPerDivision only the best so many of each division count, or null for all
 * @param best only the best so many over all count, or null
 * @param fewest groups with fewer counted entries are not ranked
 * @param points points by award, for {@code POINTS} and {@code AVERAGE_POINTS}
 * @param exclude divisions that are left out
 */
public record GroupTable(
        String id,
        Text title,
        By by,
        List<Key> order,
        @Nullable Integer bestPerDivision,
        @Nullable Integer best,
        int fewest,
        Map<String, Ratio> points,
        Set<String> exclude) {
    /** What forms a group. */
    public enum By {
        TEAM,
        UNIT,
        DELEGATION
    }

    /**
     * One column, in the order in which columns rank.
     *
     * @param ranks false if the column is only shown
     */
    public record Key(
            Measure measure,
            String ref,
            boolean ascending,
            boolean ranks,
            @Nullable Rounding round) {}

    /** What a column adds up. */
    public enum Measure {
        /** Sum of totals. */
        TOTAL,
        /** Mean of totals. */
        AVERAGE,
        /** Sum of scaled scores. */
        SCALED,
        AVERAGE_SCALED,
        /** Sum of award points. */
        POINTS,
        /** Award points by entry. */
        AVERAGE_POINTS,
        /** Number of one award ({@code ref}). */
        AWARD,
        /** Number of entries. */
        ENTRIES,
        /** Number of people (人次). */
        PEOPLE,
        /** Which entries counted, best first: of {@code best: 1} the best of the group. It ranks nothing. */
        WHO,
        /** Sum of a stage or node ({@code ref}). */
        OF
    }
}
