package org.leitai.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An elimination step (赛段): which stages make its total and who goes on.
 *
 * @param stages stages that are summed for this round's total; earlier ones may be carried over
 * @param cut who goes on to the next round, or null for the last
 */
public record Round(
        String id,
        Text title,
        List<String> stages,
        @Nullable Cut cut) {}
