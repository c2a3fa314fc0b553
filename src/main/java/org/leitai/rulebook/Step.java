package org.leitai.rulebook;

import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.exact.Rounding;

/** One named operation on a value, in the order in which the rulebook lists them under {@code then}. */
public sealed interface Step {
    /** A fixed number or the recorded figure of an aspect of the same stage. */
    sealed interface Operand {
        record Fixed(Ratio value) implements Operand {}

        record Figure(String aspect) implements Operand {}
    }

    /** Whether it works with a figure that is recorded for the subject. */
    default boolean usesFigure() {
        return switch (this) {
            case Times times -> times.by() instanceof Operand.Figure;
            case Divide divide -> divide.by() instanceof Operand.Figure;
            case Plus plus -> plus.what() instanceof Operand.Figure;
            case Minus minus -> minus.what() instanceof Operand.Figure;
            case AtLeast _, AtMost _, Round _ -> false;
        };
    }

    record Times(Operand by) implements Step {}

    record Divide(Operand by) implements Step {}

    record Plus(Operand what) implements Step {}

    record Minus(Operand what) implements Step {}

    record AtLeast(Ratio bound) implements Step {}

    record AtMost(Ratio bound) implements Step {}

    record Round(Rounding rounding) implements Step {}
}
