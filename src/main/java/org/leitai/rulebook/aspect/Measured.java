package org.leitai.rulebook.aspect;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.leitai.rulebook.Text;
import org.leitai.rulebook.exact.Bounds;
import org.leitai.rulebook.exact.Decimals;
import org.leitai.rulebook.exact.Ratio;

/**
 * Measured values fall into the first grade whose condition holds and earn its points; no grade, no points. One input is
 * marked as a number, several (depth and length of an undercut) as measures.
 */
public record Measured(Head head, List<Input> inputs, List<Grade> grades) implements Aspect {
    /** One box of the form with its unit and what the gauge can show. */
    public record Input(String id, Text title, String unit, NumberRange range) {}

    /** One row of the table; {@code when} is the text the rulebook wrote. */
    public record Grade(String when, Condition condition, Ratio points) {}

    @Override
    public String kind() {
        return "measured";
    }

    @Override
    public Checked check(MarkValue value) {
        var wanted = inputs.stream().map(Input::id).collect(joining(", "));
        return switch (value) {
            case MarkValue.Amount number
            when inputs.size() == 1 -> checkAll(value, Map.of(inputs.getFirst().id(), number.value()));
            case MarkValue.Measures measures when inputs.size() > 1 -> checkAll(value, measures.inputs());
            default -> Checked.wrongType("the measured values " + wanted, "测量值 " + wanted);
        };
    }

    private Checked checkAll(MarkValue value, Map<String, BigDecimal> given) {
        for (var input : inputs) {
            var number = given.get(input.id());
            if (number == null) {
                return Checked.refused(
                        "input-missing",
                        "'" + input.id() + "' is missing",
                        "缺少“" + input.title().zh() + "”");
            }
            var refusal = input.range().refusal(number);
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        for (var name : given.keySet()) {
            if (inputs.stream().noneMatch(input -> input.id().equals(name))) {
                return Checked.refused(
                        "unknown-input", "nothing called '" + name + "' is measured here", "此处不测量“" + name + "”");
            }
        }
        return new Checked.Accepted(value);
    }

    @Override
    public Checked read(String text) {
        if (inputs.size() == 1) {
            return NumberRange.readNumber(isNone(text) ? "0" : text);
        }
        if (isNone(text)) {
            var zeros = new TreeMap<String, BigDecimal>();
            inputs.forEach(input -> zeros.put(input.id(), BigDecimal.ZERO));
            return new Checked.Accepted(new MarkValue.Measures(zeros));
        }
        return pairs(text)
                .<Checked>map(values -> new Checked.Accepted(new MarkValue.Measures(values)))
                .orElseGet(() -> Checked.wrongType("values such as depth=0.4 length=12", "形如 depth=0.4 length=12 的值"));
    }

    static boolean isNone(String text) {
        return text.equals("none") || text.equals("无");
    }

    /** Reads {@code a=1 b=2.5}; also with semicolons between. */
    static Optional<Map<String, BigDecimal>> pairs(String text) {
        var values = new TreeMap<String, BigDecimal>();
        for (var pair : text.strip().split("[\\s;；]+", -1)) {
            var at = pair.indexOf('=');
            var number = at <= 0 ? Optional.<BigDecimal>empty() : Decimals.parse(pair.substring(at + 1));
            if (number.isEmpty() || values.put(pair.substring(0, at), number.get()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /** The grade a value falls into, or empty if none does. */
    public Optional<Grade> grade(MarkValue value) {
        var values = new TreeMap<String, Ratio>();
        switch (value) {
            case MarkValue.Amount number -> values.put(inputs.getFirst().id(), Ratio.of(number.value()));
            case MarkValue.Measures measures ->
                measures.inputs().forEach((name, number) -> values.put(name, Ratio.of(number)));
            default -> {
                return Optional.empty();
            }
        }
        return grades.stream().filter(grade -> grade.condition().holds(values)).findFirst();
    }

    @Override
    public Ratio points(MarkValue value) {
        return grade(value).map(Grade::points).orElse(Ratio.ZERO);
    }

    @Override
    public Bounds bounds() {
        return Bounds.over(grades.stream().map(Grade::points).toList()).or(Bounds.at(Ratio.ZERO));
    }

    @Override
    public Bounds figures() {
        return inputs.size() == 1 ? inputs.getFirst().range().bounds() : bounds();
    }
}
