package org.leitai.rulebook;

import org.jspecify.annotations.Nullable;

/**
 * The same sheet several times: work pieces or attempts.
 *
 * @param count how many there should be, or null if it varies
 * @param best how many of the best are taken by {@code SUM} or {@code MEAN}, or null for all
 */
public record Repeat(
        @Nullable Integer count, Take take, @Nullable Integer best) {
    /** How the values become one. */
    public enum Take {
        SUM,
        MEAN,
        BEST,
        WORST,
        FIRST,
        LAST
    }
}
