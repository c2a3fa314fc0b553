package org.leitai.rulebook.aspect;

import org.leitai.rulebook.exact.Bounds;
import org.leitai.rulebook.exact.Ratio;

/** Points given directly, from {@code min} (0) to {@code max}, with an optional step and number of decimals. */
public record Points(Head head, NumberRange range) implements Aspect {
    @Override
    public String kind() {
        return "points";
    }

    @Override
    public Checked check(MarkValue value) {
        return range.check(value);
    }

    @Override
    public Checked read(String text) {
        return NumberRange.readNumber(text);
    }

    @Override
    public Ratio points(MarkValue value) {
        return value instanceof MarkValue.Amount number ? Ratio.of(number.value()) : Ratio.ZERO;
    }

    @Override
    public Bounds bounds() {
        return new Bounds(range.min(), range.max());
    }
}
