package org.leitai.scoring.result;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.exact.Ratio;

/**
 * What one subject has in one stage.
 *
 * @param subject a number of the stage, an entry or a team
 * @param value before the stage's weight, or null if there is nothing yet
 * @param missing how many expected marks have not come
 * @param complete true if none is missing or the stage is closed
 * @param signed how many sheets (form × seat) are signed
 */
public record StageScore(
        String stage, String subject, @Nullable Ratio value, int missing, boolean complete, int signed) {
    /** The value as a decimal for showing, or null. */
    public @Nullable BigDecimal shown() {
        return value == null ? null : value.toDecimal();
    }

    public StageScore with(@Nullable Ratio other) {
        return new StageScore(stage, subject, other, missing, complete, signed);
    }
}
