package org.leitai.rulebook.tree;

import java.util.Optional;
import org.leitai.rulebook.exact.Decimals;
import org.leitai.rulebook.exact.Ratio;

/** Numbers as a rulebook writes them: {@code 12.5}, {@code 30%}, {@code 1/3}. */
public final class Numbers {
    private Numbers() {}

    public static Optional<Ratio> parse(String text) {
        if (text.endsWith("%")) {
            return decimal(text.substring(0, text.length() - 1).strip()).map(value -> value.dividedBy(Ratio.of(100)));
        }
        var slash = text.indexOf('/');
        if (slash < 0) {
            return decimal(text);
        }
        var num = decimal(text.substring(0, slash).strip());
        var den = decimal(text.substring(slash + 1).strip()).filter(value -> value.signum() != 0);
        return num.flatMap(n -> den.map(n::dividedBy));
    }

    private static Optional<Ratio> decimal(String text) {
        return Decimals.parse(text).map(Ratio::of);
    }
}
