package org.leitai.rulebook.read;

import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Standardise;
import org.leitai.rulebook.Standardise.Method;
import org.leitai.rulebook.Standardise.Within;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.tree.Fields;

/** Reads {@code standardise:}. */
final class StandardiseReader {
    private StandardiseReader() {}

    static @Nullable Standardise standardise(Fields parent) {
        var fields = parent.childOrNull("standardise");
        if (fields == null) {
            return null;
        }
        var centre = fields.number("centre", Ratio.ZERO);
        var result = new Standardise(
                fields.word("method", Method.class, Method.MEAN_DEVIATION),
                centre,
                fields.number("spread", Ratio.ONE),
                fields.number("factor", Standardise.NORMAL_CONSISTENT),
                fields.number("no-width", centre),
                fields.numberOrNull("at-least"),
                fields.numberOrNull("at-most"),
                fields.word("within", Within.class, Within.DIVISION),
                StepReader.rounding(fields, "round"));
        Limits.inOrder(fields, "at-least", result.least(), "at-most", result.most());
        fields.done();
        return result;
    }
}
