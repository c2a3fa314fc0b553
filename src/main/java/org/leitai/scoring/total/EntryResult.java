package org.leitai.scoring.total;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.fold.Entry;
import org.leitai.scoring.result.StageScore;

/**
 * What an entry's own marks give, before anyone else is looked at.
 *
 * @param exact the total before the closing rounding, or null if there is nothing yet
 * @param total the total as the rule rounds it
 * @param ties values of the tie-break chain, already turned so that more is better; null where there is none
 */
public record EntryResult(
        Entry entry,
        Map<String, StageScore> stages,
        @Nullable Ratio exact,
        @Nullable Ratio total,
        List<@Nullable Ratio> ties,
        int missing,
        boolean complete) {}
