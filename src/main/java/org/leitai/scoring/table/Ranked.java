package org.leitai.scoring.table;

import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.result.SortKey;
import org.leitai.scoring.total.EntryResult;

/**
 * An entry's place in its division before it becomes a row.
 *
 * @param number order of admission, here too because an order compares it often
 * @param rank null if not ranked
 * @param round the last round it took part in, or empty
 */
public record Ranked(
        EntryResult result,
        int number,
        @Nullable Ratio exact,
        @Nullable Ratio total,
        @Nullable Ratio scaled,
        SortKey key,
        @Nullable Integer rank,
        boolean shared,
        String round) {
    public String id() {
        return result.entry().id();
    }

    Ranked placed(int rank, boolean shared) {
        return new Ranked(result, number, exact, total, scaled, key, rank, shared, round);
    }

    Ranked with(EntryResult other) {
        return new Ranked(other, number, exact, total, scaled, key, rank, shared, round);
    }
}
