package org.leitai.rulebook.aspect;

import java.util.List;
import java.util.regex.Pattern;
import org.leitai.rulebook.Text;
import org.leitai.rulebook.exact.Bounds;
import org.leitai.rulebook.exact.Ratio;

/**
 * A judgement from 0 to {@code benchmarks.size() − 1} against benchmark texts. One seat's points are max × level / 3, so the
 * mean of three seats is max × sum / 9 (RULES §1.2.17).
 */
public record Judged(Head head, List<Text> benchmarks) implements Aspect {
    private static final Pattern DIGIT = Pattern.compile("\\d");

    @Override
    public String kind() {
        return "judgement";
    }

    public int highest() {
        return benchmarks.size() - 1;
    }

    @Override
    public Checked check(MarkValue value) {
        if (!(value instanceof MarkValue.Level level)) {
            return Checked.wrongType("a level from 0 to " + highest(), "0 到 " + highest() + " 的等级");
        }
        return level.level() >= 0 && level.level() <= highest()
                ? new Checked.Accepted(value)
                : Checked.refused(
                        "out-of-range",
                        level.level() + " is not a level from 0 to " + highest(),
                        level.level() + " 不是 0 到 " + highest() + " 的等级");
    }

    @Override
    public Checked read(String text) {
        return DIGIT.matcher(text).matches()
                ? new Checked.Accepted(new MarkValue.Level(Integer.parseInt(text)))
                : Checked.wrongType("a level from 0 to " + highest(), "0 到 " + highest() + " 的等级");
    }

    @Override
    public Ratio points(MarkValue value) {
        return value instanceof MarkValue.Level level
                ? head.max().times(Ratio.of(level.level(), highest()))
                : Ratio.ZERO;
    }

    @Override
    public Bounds bounds() {
        return Bounds.of(Ratio.ZERO, head.max());
    }
}
