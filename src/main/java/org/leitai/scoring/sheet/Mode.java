package org.leitai.scoring.sheet;

import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.aspect.Bounds;
import org.leitai.rulebook.exact.Ratio;

/** Which value of a sheet is asked for. */
public enum Mode {
    /** From the marks there are. */
    POINT,
    /** The lowest it can still become. */
    LOW,
    /** The highest it can still become. */
    HIGH;

    /** What a missing mark stands at: nothing, or its worst or best. */
    @Nullable Ratio of(Bounds bounds) {
        return switch (this) {
            case POINT -> null;
            case LOW -> bounds.low();
            case HIGH -> bounds.high();
        };
    }
}
