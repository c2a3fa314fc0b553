package org.leitai.rulebook.aspect;

import org.leitai.rulebook.exact.Bounds;
import org.leitai.rulebook.exact.Ratio;

/** How many of {@code possible} were completed: mark = max × completed / possible (RULES §1.2.14). */
public record CountOf(Head head, int possible) implements Aspect {
    @Override
    public String kind() {
        return "count";
    }

    @Override
    public Checked check(MarkValue value) {
        return new NumberRange(Ratio.ZERO, Ratio.of(possible), Ratio.ONE, 0).check(value);
    }

    @Override
    public Checked read(String text) {
        return NumberRange.readNumber(text);
    }

    @Override
    public Ratio points(MarkValue value) {
        return value instanceof MarkValue.Amount number
                ? head.max().times(Ratio.of(number.value())).dividedBy(Ratio.of(possible))
                : Ratio.ZERO;
    }

    @Override
    public Bounds bounds() {
        return Bounds.of(Ratio.ZERO, head.max());
    }

    @Override
    public Bounds figures() {
        return Bounds.of(Ratio.ZERO, Ratio.of(possible));
    }
}
