package org.leitai.rulebook;

import java.util.List;
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
     * Award rules for a size of field.
     *
     * @param fewest smallest field they hold for
     */
    record Table(@Nullable Integer fewest, List<Award> awards) {}
}
