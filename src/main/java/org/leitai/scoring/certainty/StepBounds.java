package org.leitai.scoring.certainty;

import java.util.List;
import java.util.function.Function;
import org.leitai.rulebook.Step;
import org.leitai.rulebook.Step.Operand;
import org.leitai.rulebook.exact.Bounds;

/**
 * The named operations of a node on all that its value can be. What is taken away or divided by counts with its other end, and a
 * negative factor turns the ends round.
 *
 * @param figures what a recorded figure can be, by the aspect's id
 */
record StepBounds(Function<String, Bounds> figures) {
    Bounds apply(List<Step> steps, Bounds value) {
        var result = value;
        for (var step : steps) {
            result = one(step, result);
        }
        return result;
    }

    private Bounds one(Step step, Bounds value) {
        return switch (step) {
            case Step.Times times -> value.times(operand(times.by()));
            case Step.Divide divide -> value.dividedBy(operand(divide.by()));
            case Step.Plus plus -> value.plus(operand(plus.what()));
            case Step.Minus minus -> value.minus(operand(minus.what()));
            case Step.AtLeast atLeast -> value.atLeast(atLeast.bound());
            case Step.AtMost atMost -> value.atMost(atMost.bound());
            case Step.Round round -> value.each(round.rounding()::apply);
        };
    }

    private Bounds operand(Operand operand) {
        return switch (operand) {
            case Operand.Fixed fixed -> Bounds.at(fixed.value());
            case Operand.Figure figure -> figures.apply(figure.aspect());
        };
    }
}
