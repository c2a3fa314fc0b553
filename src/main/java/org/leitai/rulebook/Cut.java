package org.leitai.rulebook;

import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.exact.Ratio;

/**
 * Who goes on.
 *
 * @param best how many places, or null
 * @param share share of the competing entries, or null
 * @param round how a share becomes a whole number
 * @param minimum at least so many places
 * @param ties what equals at the line do
 * @param threshold lowest total that goes on, or null
 * @param perDelegation most entries of one delegation, or null
 * @param reserves how many behind the line are named in order
 */
public record Cut(
        String id,
        Text title,
        @Nullable Integer best,
        @Nullable Ratio share,
        ShareRounding round,
        int minimum,
        Ties ties,
        @Nullable Ratio threshold,
        @Nullable Integer perDelegation,
        int reserves) {
    /** What equals at the line do. */
    public enum Ties {
        /** All of them go on. */
        GROW,
        /** None of them goes on. */
        SHRINK
    }
}
