package org.leitai.rulebook;

import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.exact.Rounding;

/** One named operation on a value, in the order in which the rulebook lists them under {@code then}. */
public sealed interface Step {
    /** A fixed number or the recorded figure of an aspect of the same stage. */
    sealed interface Operand {
        record Fixed(Ratio value) implements Operand {}

        record Figure(String aspect) implements Operand {}
    }

    /** What it works with beside the value, or null. */
    default @Nullable Operand operand() {
        return switch (this) {
            case Times times -> times.by();
            case Divide divide -> divide.by();
            case Plus plus -> plus.what();
            case Minus minus -> minus.what();
            case AtLeast _, AtMost _, Round _ -> null;
        };
    }

    /** Whether it works with a figure that is recorded for the subject. */
    default boolean usesFigure() {
        return operand() instanceof Operand.Figure;
    }

    record Times(Operand by) implements Step {}

    record Divide(Operand by) implements Step {}

    record Plus(Operand what) implements Step {}

    record Minus(Operand what) implements Step {}

    record AtLeast(Ratio bound) implements Step {}

    record AtMost(Ratio bound) implements Step {}

    record Round(Rounding rounding) implements Step {}
}
