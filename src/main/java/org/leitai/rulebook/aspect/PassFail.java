package org.leitai.rulebook.aspect;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.leitai.rulebook.exact.Bounds;
import org.leitai.rulebook.exact.Ratio;

/** Full points or {@code fail} points (0 unless the rule says otherwise). */
public record PassFail(Head head, Ratio fail) implements Aspect {
    private static final Set<String> PASS = Set.of("pass", "yes", "y", "true", "1", "通过", "合格", "是");
    private static final Set<String> FAIL = Set.of("fail", "no", "n", "false", "0", "不通过", "不合格", "否");

    @Override
    public String kind() {
        return "pass-fail";
    }

    @Override
    public Checked check(MarkValue value) {
        return value instanceof MarkValue.Pass
                ? new Checked.Accepted(value)
                : Checked.wrongType("pass or fail", "通过或不通过");
    }

    @Override
    public Checked read(String text) {
        return word(text)
                .<Checked>map(passed -> new Checked.Accepted(new MarkValue.Pass(passed)))
                .orElseGet(() -> Checked.wrongType("pass or fail", "通过或不通过"));
    }

    static Optional<Boolean> word(String text) {
        var word = text.toLowerCase(Locale.ROOT);
        return PASS.contains(word) ? Optional.of(true) : FAIL.contains(word) ? Optional.of(false) : Optional.empty();
    }

    @Override
    public Ratio points(MarkValue value) {
        return value instanceof MarkValue.Pass pass && pass.passed() ? head.max() : fail;
    }

    @Override
    public Bounds bounds() {
        return Bounds.of(fail, head.max());
    }
}
