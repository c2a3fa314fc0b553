package org.leitai.scoring.result;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How far a result can still move.
 *
 * @param missing how many expected marks have not come
 * @param complete true if nothing is missing or all stages are closed
 * @param lowest lowest total still possible, or null if there is no bound
 * @param highest highest total still possible, or null
 * @param best best rank still possible, or null where none is computed
 * @param worst worst rank still possible, or null
 */
public record Certainty(
        int missing,
        boolean complete,
        @Nullable BigDecimal lowest,
        @Nullable BigDecimal highest,
        @Nullable Integer best,
        @Nullable Integer worst) {
    /** Where an entry stands to a cut, if the marks that are missing come. */
    public enum Line {
        /** Through, whatever they are. */
        SAFE,
        /** Neither is certain. */
        OPEN,
        /** Not through, whatever they are. */
        OUT
    }
}
