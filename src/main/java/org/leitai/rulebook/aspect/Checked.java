package org.leitai.rulebook.aspect;

import java.util.function.Function;
import org.leitai.rulebook.Text;

/** The outcome of checking one raw mark. */
public sealed interface Checked {
    record Accepted(MarkValue value) implements Checked {}

    /**
     * The value cannot stand.
     *
     * @param code for programs, kebab-case: out-of-range, too-many-decimals, off-step, unknown-level, …
     */
    record Refused(String code, Text message) implements Checked {}

    static Checked refused(String code, String en, String zh) {
        return new Refused(code, new Text(zh, en));
    }

    static Checked wrongType(String wantedEn, String wantedZh) {
        return refused("wrong-type", "this aspect takes " + wantedEn, "此评分点应填" + wantedZh);
    }

    default Checked then(Function<MarkValue, Checked> next) {
        return switch (this) {
            case Accepted accepted -> next.apply(accepted.value());
            case Refused refused -> refused;
        };
    }

    default boolean isAccepted() {
        return this instanceof Accepted;
    }
}
