package org.leitai.rulebook.read;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.tree.Fields;

/** What no number of a rule can be, and which fields exclude each other. */
final class Limits {
    private Limits() {}

    /** Two bounds of one thing, of which the lower must not be above the higher. */
    static void inOrder(Fields fields, String low, @Nullable Ratio lowest, String high, @Nullable Ratio highest) {
        if (lowest != null && highest != null && lowest.compareTo(highest) > 0) {
            fields.error(
                    fields.has(low) ? low : high,
                    "out-of-range",
                    "'" + low + "' (" + lowest + ") is above '" + high + "' (" + highest + ")",
                    "'" + low + "'（" + lowest + "）大于 '" + high + "'（" + highest + "）");
        }
    }

    /** Of several ways to say one thing at most one may be written; all of them are known here. */
    static void oneOf(Fields fields, String... ways) {
        var written = Stream.of(ways).filter(fields::has).toList();
        for (var other : written.subList(Math.min(1, written.size()), written.size())) {
            fields.error(
                    other,
                    "combined-twice",
                    "'" + written.getFirst() + "' and '" + other + "' stand side by side; write one of them",
                    "'" + written.getFirst() + "' 与 '" + other + "' 不能同时使用");
        }
    }

    /** A share of one: above 0, at most all. */
    static Ratio share(Fields fields, String key) {
        var value = fields.number(key);
        if (fields.has(key) && (value.signum() <= 0 || value.compareTo(Ratio.ONE) > 0)) {
            fields.error(
                    key,
                    "out-of-range",
                    "a share lies above 0 and up to 100%, not " + value + " (write 10% or 0.1)",
                    "比例应大于 0 且不超过 100%，而不是 " + value + "（可写 10% 或 0.1）");
        }
        return value;
    }

    /** A number that is no loss. */
    static Ratio notNegative(Fields fields, String key, Ratio otherwise) {
        var value = fields.number(key, otherwise);
        if (value.signum() < 0) {
            fields.error(key, "out-of-range", "'" + key + "' is below 0: " + value, "'" + key + "' 不能小于 0：" + value);
        }
        return value;
    }
}
