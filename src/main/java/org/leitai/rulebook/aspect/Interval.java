package org.leitai.rulebook.aspect;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.exact.Decimals;
import org.leitai.rulebook.exact.Ratio;

/**
 * A range with open or closed ends, written as people write it in a table: {@code 0..1}, {@code >1..2}, {@code 1..<2},
 * {@code <=0.5}, {@code >3}, {@code 0} (exactly).
 */
public record Interval(
        @Nullable Ratio low, boolean lowOpen, @Nullable Ratio high, boolean highOpen) {
    private static final String NUMBER = "[+-]?\\d+(?:\\.\\d+)?";
    private static final Pattern SPAN =
            Pattern.compile("(>=|>|≥|)\\s*(" + NUMBER + ")\\s*\\.\\.\\s*(<|<=|≤|)\\s*(" + NUMBER + ")");
    private static final Pattern ONE = Pattern.compile("(>=|<=|>|<|≥|≤|=|)\\s*(" + NUMBER + ")");

    public static Optional<Interval> parse(String text) {
        var span = SPAN.matcher(text);
        if (span.matches()) {
            return number(span.group(2))
                    .flatMap(low -> number(span.group(4))
                            .filter(high -> low.compareTo(high) <= 0)
                            .map(high -> new Interval(
                                    low,
                                    span.group(1).equals(">"),
                                    high,
                                    span.group(3).equals("<"))));
        }
        var one = ONE.matcher(text);
        if (!one.matches()) {
            return Optional.empty();
        }
        return number(one.group(2)).map(bound -> switch (one.group(1)) {
            case ">" -> new Interval(bound, true, null, false);
            case ">=", "≥" -> new Interval(bound, false, null, false);
            case "<" -> new Interval(null, false, bound, true);
            case "<=", "≤" -> new Interval(null, false, bound, false);
            default -> new Interval(bound, false, bound, false);
        });
    }

    private static Optional<Ratio> number(String text) {
        return Decimals.parse(text).map(Ratio::of);
    }

    public boolean contains(Ratio value) {
        return (low == null || (lowOpen ? value.compareTo(low) > 0 : value.compareTo(low) >= 0))
                && (high == null || (highOpen ? value.compareTo(high) < 0 : value.compareTo(high) <= 0));
    }
}
