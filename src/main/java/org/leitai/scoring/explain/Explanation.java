package org.leitai.scoring.explain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Text;

/**
 * The derivation of one entry's result.
 *
 * @param hash the rulebook's hash: which rule exactly was applied
 */
public record Explanation(String entry, String rulebook, String version, String hash, Item total, List<Item> verdict) {
    /**
     * One step of a derivation.
     *
     * @param id what the step is about: a stage, criterion, form, aspect, seat, step word or award
     * @param value what came out, or null if nothing yet
     * @param facts further texts by name, such as {@code raw}, {@code fate}, {@code by}
     */
    public record Item(
            Kind kind,
            String id,
            Text title,
            @Nullable BigDecimal value,
            Map<String, String> facts,
            List<Item> children) {
        public Item {
            facts = Map.copyOf(facts);
            children = List.copyOf(children);
        }
    }

    /** What a step is. */
    public enum Kind {
        TOTAL,
        STAGE,
        CRITERION,
        FORM,
        ASPECT,
        /** A work piece. */
        PIECE,
        ATTEMPT,
        /** One seat's whole sheet, where sheets are combined. */
        SEAT,
        /** One seat's mark: facts raw, and points as value. */
        MARK,
        /** Marks became one value: facts combine, combined; children are votes. */
        PANEL,
        /** One vote in a panel: fact fate is kept, high or low. */
        VOTE,
        /** Several pieces or attempts became one value: fact take. */
        TAKEN,
        /** One operation: fact word, by. */
        STEP,
        /** A veto was hit. */
        GATE,
        /** The weight a part counts with. */
        WEIGHT,
        CORRECTION,
        SCALED,
        RANK,
        /** What separated the entry from the next better or worse one. */
        TIE,
        AWARD,
        HONOUR
    }
}
