package org.leitai.rulebook.words;

import java.util.List;
import org.leitai.rulebook.Step;

/** What is done to a value, in order. */
record StepWords(Phrases phrases) {
    String of(List<Step> steps) {
        return phrases.join(steps.stream().map(this::one).toList());
    }

    private String one(Step step) {
        return switch (step) {
            case Step.Times times -> phrases.say("step.times", operand(times.by()));
            case Step.Divide divide -> phrases.say("step.divide", operand(divide.by()));
            case Step.Plus plus -> phrases.say("step.plus", operand(plus.what()));
            case Step.Minus minus -> phrases.say("step.minus", operand(minus.what()));
            case Step.AtLeast atLeast ->
                phrases.say("step.at-least", atLeast.bound().toString());
            case Step.AtMost atMost ->
                phrases.say("step.at-most", atMost.bound().toString());
            case Step.Round round -> phrases.rounded(round.rounding());
        };
    }

    private static String operand(Step.Operand operand) {
        return switch (operand) {
            case Step.Operand.Fixed fixed -> fixed.value().toString();
            case Step.Operand.Figure figure -> figure.aspect();
        };
    }
}
