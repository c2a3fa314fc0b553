package org.leitai.rulebook.aspect;

import org.leitai.rulebook.exact.Bounds;
import org.leitai.rulebook.exact.Ratio;

/**
 * A recorded figure that is not summed itself: a factor such as the difficulty of the chosen dive, a base value, or
 * something only a tie-break looks at.
 */
public record Recorded(Head head, NumberRange range) implements Aspect {
    @Override
    public String kind() {
        return "recorded";
    }

    @Override
    public boolean counts() {
        return false;
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
        return range.bounds();
    }
}
