package org.leitai.rulebook.read;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Step;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.exact.Rounding;
import org.leitai.rulebook.tree.Fields;
import org.leitai.rulebook.tree.Numbers;
import org.leitai.rulebook.tree.Tree;

/** Reads {@code then:} (operations in order) and {@code round:}. */
final class StepReader {
    private static final Map<String, RoundingMode> MODES = Map.of(
            "half-up", RoundingMode.HALF_UP,
            "half-even", RoundingMode.HALF_EVEN,
            "half-down", RoundingMode.HALF_DOWN,
            "up", RoundingMode.UP,
            "down", RoundingMode.DOWN,
            "ceiling", RoundingMode.CEILING,
            "floor", RoundingMode.FLOOR);

    private static final List<String> OPERATIONS =
            List.of("times", "divide", "plus", "minus", "at-least", "at-most", "round");

    private StepReader() {}

    /** {@code then} and after it {@code round}. */
    static List<Step> steps(Fields fields) {
        var steps = new ArrayList<>(then(fields));
        var round = rounding(fields, "round");
        if (round != null) {
            steps.add(new Step.Round(round));
        }
        return List.copyOf(steps);
    }

    /** {@code then} alone, where {@code round} means something else. */
    static List<Step> then(Fields fields) {
        return fields.each("then", StepReader::step);
    }

    private static Step step(Fields fields) {
        OPERATIONS.forEach(fields::find);
        var step = read(fields);
        if (step.isEmpty()) {
            fields.problems()
                    .error(
                            fields.source().mark(),
                            fields.path(),
                            "bad-step",
                            "a step is one of times, divide, plus, minus, at-least, at-most, round",
                            "运算步骤只能是 times、divide、plus、minus、at-least、at-most、round 之一");
        }
        fields.done();
        if (OPERATIONS.stream().filter(fields::has).count() > 1) {
            fields.problems()
                    .error(
                            fields.source().mark(),
                            fields.path(),
                            "bad-step",
                            "one operation a step, so that their order is clear",
                            "每一步只写一个运算，以便次序明确");
        }
        return step.orElseGet(() -> new Step.Plus(new Step.Operand.Fixed(Ratio.ZERO)));
    }

    private static Optional<Step> read(Fields fields) {
        Step step = null;
        if (fields.has("times")) {
            step = new Step.Times(operand(fields, "times"));
        } else if (fields.has("divide")) {
            step = new Step.Divide(divisor(fields));
        } else if (fields.has("plus")) {
            step = new Step.Plus(operand(fields, "plus"));
        } else if (fields.has("minus")) {
            step = new Step.Minus(operand(fields, "minus"));
        } else if (fields.has("at-least")) {
            step = new Step.AtLeast(fields.number("at-least"));
        } else if (fields.has("at-most")) {
            step = new Step.AtMost(fields.number("at-most"));
        } else if (rounding(fields, "round") instanceof Rounding rounding) {
            step = new Step.Round(rounding);
        }
        return Optional.ofNullable(step);
    }

    private static Step.Operand operand(Fields fields, String key) {
        var text = fields.text(key);
        return Numbers.parse(text)
                .<Step.Operand>map(Step.Operand.Fixed::new)
                .orElseGet(() -> new Step.Operand.Figure(text));
    }

    private static Step.Operand divisor(Fields fields) {
        var operand = operand(fields, "divide");
        if (operand instanceof Step.Operand.Fixed fixed && fixed.value().signum() == 0) {
            fields.error("divide", "division-by-zero", "nothing can be divided by 0", "不能除以 0");
            return new Step.Operand.Fixed(Ratio.ONE);
        }
        return operand;
    }

    /** {@code round: 2} (half-up) or {@code round: {decimals: 2, mode: half-even}}. */
    static @Nullable Rounding rounding(Fields fields, String key) {
        var value = fields.find(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Tree.Mapping) {
            var inner = fields.childOrNull(key);
            if (inner == null) {
                return null;
            }
            var decimals = decimals(inner, "decimals");
            var word = Optional.ofNullable(inner.textOrNull("mode")).orElse("half-up");
            var mode = MODES.get(word);
            if (mode == null) {
                inner.unknownWord("mode", word, MODES.keySet().stream().sorted().toList());
            }
            inner.done();
            return new Rounding(decimals, mode == null ? RoundingMode.HALF_UP : mode);
        }
        return Rounding.halfUp(decimals(fields, key));
    }

    private static int decimals(Fields fields, String key) {
        if (!fields.has(key)) {
            fields.error(key, "missing-field", "'decimals' is required here", "此处缺少必填字段 'decimals'");
        }
        return fields.whole(key, 2, Rounding.MIN_DECIMALS, Rounding.MAX_DECIMALS);
    }
}
