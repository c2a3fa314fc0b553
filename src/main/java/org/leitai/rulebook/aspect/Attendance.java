package org.leitai.rulebook.aspect;

import java.math.BigDecimal;
import java.util.Set;
import org.leitai.rulebook.exact.Bounds;
import org.leitai.rulebook.exact.Ratio;

/**
 * Points for how many came (song-C in RULES §3.4): everybody there earns {@code complete}; below the share {@code atLeast}
 * each missing person costs {@code each}. Marked as {@code expected=40 present=38}.
 *
 * @param each signed points a missing person, normally negative
 * @param most the largest number of people accepted
 */
public record Attendance(Head head, Ratio atLeast, Ratio each, Ratio complete, int most) implements Aspect {
    private static final Set<String> INPUTS = Set.of("expected", "present");

    @Override
    public String kind() {
        return "attendance";
    }

    @Override
    public Checked check(MarkValue value) {
        if (!(value instanceof MarkValue.Measures measures)
                || !measures.inputs().keySet().equals(INPUTS)) {
            return Checked.wrongType("people such as expected=40 present=38", "形如 expected=40 present=38 的人数");
        }
        var people = new NumberRange(Ratio.ZERO, Ratio.of(most), Ratio.ONE, 0);
        for (var count : measures.inputs().values()) {
            var refusal = people.refusal(count);
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        return input(value, "present").compareTo(input(value, "expected")) <= 0
                ? new Checked.Accepted(value)
                : Checked.refused("out-of-range", "more present than expected", "实到人数多于应到人数");
    }

    @Override
    public Checked read(String text) {
        return Measured.pairs(text)
                .<Checked>map(people -> new Checked.Accepted(new MarkValue.Measures(people)))
                .orElseGet(() ->
                        Checked.wrongType("people such as expected=40 present=38", "形如 expected=40 present=38 的人数"));
    }

    private static Ratio input(MarkValue value, String name) {
        return value instanceof MarkValue.Measures measures
                ? Ratio.of(measures.inputs().getOrDefault(name, BigDecimal.ZERO))
                : Ratio.ZERO;
    }

    @Override
    public Ratio points(MarkValue value) {
        var expected = input(value, "expected");
        var present = input(value, "present");
        if (present.compareTo(expected) >= 0) {
            return complete;
        }
        return present.compareTo(expected.times(atLeast)) < 0
                ? expected.minus(present).times(each)
                : Ratio.ZERO;
    }

    @Override
    public Bounds bounds() {
        var worst = each.times(Ratio.of(most));
        return new Bounds(
                worst.min(Ratio.ZERO).min(complete), worst.max(Ratio.ZERO).max(complete));
    }
}
