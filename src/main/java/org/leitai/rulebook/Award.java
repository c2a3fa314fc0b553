package org.leitai.rulebook;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.exact.Ratio;

/** One award rule; rules apply in order, and an entry keeps the first award it gets. */
public sealed interface Award {
    /** So many of the next places; equals at the line all get it, and the next award has that many places fewer. */
    record Places(String id, Text title, int count) implements Award {}

    /** A share of the competing entries as the next places. */
    record Share(String id, Text title, Ratio share, ShareRounding round, int minimum) implements Award {}

    /** Everyone whose rank lies in the first {@code share} of the field (merit = better half). */
    record Top(String id, Text title, Ratio share, ShareRounding round) implements Award {}

    /** Everyone at or above a line. */
    record AtLeast(String id, Text title, Ratio line, Of of) implements Award {}

    /** Medal windows anchored on the best score of each group (RULES §1.4). */
    record Medals(List<Medal> medals, Ratio window, Of of) implements Award {}

    /** One colour. */
    record Medal(String id, Text title) {}

    /** Which number a line or window looks at. */
    enum Of {
        TOTAL,
        SCALED
    }

    /**
     * Award rules for some divisions or a size of field.
     *
     * @param fewest smallest field they hold for
     * @param divisions the divisions they hold for; empty for all that no other table names
     */
    record Table(@Nullable Integer fewest, Set<String> divisions, List<Award> awards) {
        private int size() {
            return fewest == null ? 0 : fewest;
        }

        /** The awards of a division with so many ranked: of the tables that name it, or else of all, the largest it reaches. */
        public static List<Award> of(List<Table> tables, String division, int field) {
            var named = tables.stream().anyMatch(table -> table.divisions().contains(division));
            return tables.stream()
                    .filter(table -> named
                            ? table.divisions().contains(division)
                            : table.divisions().isEmpty())
                    .filter(table -> table.size() <= field)
                    .max(Comparator.comparingInt(Table::size))
                    .map(Table::awards)
                    .orElse(List.of());
        }
    }
}
