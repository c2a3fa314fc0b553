package org.leitai.scoring.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.exact.Ratio;

/**
 * An entry in the table of its division.
 *
 * @param rank 1-2-2-4, or null if it is not ranked
 * @param shared true if another entry has the same rank
 * @param total as the rule rounds it, or null if there is nothing yet
 * @param exact the total before the closing rounding, or null
 * @param printed the total with the decimals to print it with (more on rows that only further decimals separate), or null
 * @param scaled standardised score, or null
 * @param ties values of the tie-break chain, larger is better; null where there is none
 * @param award id of the award, or null
 * @param honours ids of honours
 * @param missing how many expected marks have not come
 * @param complete true if nothing is missing or all stages are closed
 * @param round the last elimination round it took part in, or empty where there is one only
 */
public record Row(
        String entry,
        String division,
        String delegation,
        String unit,
        Status status,
        @Nullable Integer rank,
        boolean shared,
        @Nullable Ratio total,
        @Nullable Ratio exact,
        @Nullable BigDecimal printed,
        @Nullable Ratio scaled,
        Map<String, StageScore> stages,
        List<@Nullable Ratio> ties,
        @Nullable String award,
        List<String> honours,
        int missing,
        boolean complete,
        String round,
        SortKey sortKey) {}
