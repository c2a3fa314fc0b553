package org.leitai.rulebook.aspect;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.exact.Bounds;
import org.leitai.rulebook.exact.Decimals;
import org.leitai.rulebook.exact.Ratio;

/**
 * What numbers a box of a form takes.
 *
 * @param step the raster counted from {@code min} (or from 0 without one), or null
 * @param decimals most places after the point, or null for any
 */
public record NumberRange(
        @Nullable Ratio min,
        @Nullable Ratio max,
        @Nullable Ratio step,
        @Nullable Integer decimals) {
    public static final NumberRange ANY = new NumberRange(null, null, null, null);

    /** From the least to the greatest number that is taken. */
    Bounds bounds() {
        return new Bounds(min, max);
    }

    /** A refusal that names the number and what is allowed, or empty. */
    Optional<Checked.Refused> refusal(BigDecimal value) {
        var number = Ratio.of(value);
        if ((min != null && number.compareTo(min) < 0) || (max != null && number.compareTo(max) > 0)) {
            return refused("out-of-range", value, "is not within " + span(), "不在 " + span() + " 之内");
        }
        if (decimals != null && value.stripTrailingZeros().scale() > decimals) {
            return refused(
                    "too-many-decimals",
                    value,
                    "has more than " + (decimals == 1 ? "1 decimal" : decimals + " decimals"),
                    "小数位超过 " + decimals + " 位");
        }
        if (step != null) {
            var steps = number.minus(min == null ? Ratio.ZERO : min).dividedBy(step);
            if (!steps.equals(steps.ceiling())) {
                return refused("off-step", value, "is not on the step of " + step, "不符合步长 " + step);
            }
        }
        return Optional.empty();
    }

    private String span() {
        return (min == null ? "…" : min.toString()) + "–" + (max == null ? "…" : max.toString());
    }

    private static Optional<Checked.Refused> refused(String code, BigDecimal value, String en, String zh) {
        var text = Decimals.canonical(value);
        return Optional.of((Checked.Refused) Checked.refused(code, text + " " + en, text + " " + zh));
    }

    Checked check(MarkValue value) {
        return switch (value) {
            case MarkValue.Amount number ->
                refusal(number.value()).<Checked>map(refused -> refused).orElseGet(() -> new Checked.Accepted(value));
            default -> Checked.wrongType("a number", "数字");
        };
    }

    static Checked readNumber(String text) {
        return Decimals.parse(text)
                .<Checked>map(value -> new Checked.Accepted(new MarkValue.Amount(value)))
                .orElseGet(() -> Checked.refused(
                        "not-a-number", "'" + shown(text) + "' is not a number", "“" + shown(text) + "”不是数字"));
    }

    /** The given text cut to a length fit for a message. */
    static String shown(String text) {
        return text.length() <= Decimals.MAX_CHARS ? text : text.substring(0, Decimals.MAX_CHARS) + "…";
    }
}
