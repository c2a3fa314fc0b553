package org.leitai.scoring.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Step;
import org.leitai.rulebook.Step.Operand;
import org.leitai.rulebook.exact.Ratio;

/** Applies the named operations of a node in order. */
public record StepMath(Figures figures, Trace trace) {
    /** Where recorded figures come from. */
    public interface Figures {
        Figures NONE = (_, _) -> null;

        @Nullable Ratio figure(String aspect, Part part);
    }

    /** The value after all steps, or null if a recorded figure they need is not there. */
    public @Nullable Ratio apply(List<Step> steps, Ratio value, Part part) {
        var result = value;
        for (var step : steps) {
            var next = one(step, result, part);
            if (next == null) {
                return null;
            }
            if (!trace.equals(Trace.SILENT)) {
                trace.step(step, figure(step, part), result, next);
            }
            result = next;
        }
        return result;
    }

    private @Nullable Ratio one(Step step, Ratio value, Part part) {
        return switch (step) {
            case Step.Times times -> operand(times.by(), part) instanceof Ratio by ? value.times(by) : null;
            case Step.Divide divide ->
                operand(divide.by(), part) instanceof Ratio by && by.signum() != 0 ? value.dividedBy(by) : null;
            case Step.Plus plus -> operand(plus.what(), part) instanceof Ratio what ? value.plus(what) : null;
            case Step.Minus minus -> operand(minus.what(), part) instanceof Ratio what ? value.minus(what) : null;
            case Step.AtLeast atLeast -> value.max(atLeast.bound());
            case Step.AtMost atMost -> value.min(atMost.bound());
            case Step.Round round -> round.rounding().apply(value);
        };
    }

    /** The recorded figure that a step looks at, or null where it has a number of its own. */
    private @Nullable Ratio figure(Step step, Part part) {
        return step.operand() instanceof Operand.Figure figure ? operand(figure, part) : null;
    }

    private @Nullable Ratio operand(Operand operand, Part part) {
        return switch (operand) {
            case Operand.Fixed fixed -> fixed.value();
            case Operand.Figure figure -> figures.figure(figure.aspect(), part.ofAllSeats());
        };
    }
}
