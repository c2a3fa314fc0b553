package org.leitai.rulebook.aspect;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Text;
import org.leitai.rulebook.exact.Bounds;
import org.leitai.rulebook.exact.Decimals;
import org.leitai.rulebook.exact.Ratio;

/**
 * One labelled level is picked. A level is worth fixed points, or a band inside which the judge also gives the points;
 * real bands overlap (RULES §3.6), so points are checked against the chosen level only.
 */
public record Choice(Head head, List<Level> levels, NumberRange within) implements Aspect {
    /**
     * One level.
     *
     * @param band where the judge gives the points, or null for fixed ones
     */
    public record Level(
            String id, Text title, Ratio points, @Nullable NumberRange band) {}

    @Override
    public String kind() {
        return "choice";
    }

    private Optional<Level> level(String id) {
        return levels.stream().filter(level -> level.id().equals(id)).findFirst();
    }

    @Override
    public Checked check(MarkValue value) {
        if (!(value instanceof MarkValue.Choice choice)) {
            return Checked.wrongType("one of the levels " + ids(), "等级之一：" + ids());
        }
        var level = level(choice.level()).orElse(null);
        if (level == null) {
            return Checked.refused(
                    "unknown-level",
                    "there is no level '" + choice.level() + "' among " + ids(),
                    "没有等级“" + choice.level() + "”，可选：" + ids());
        }
        if (level.band() == null) {
            return choice.points() == null
                    ? new Checked.Accepted(value)
                    : Checked.refused("fixed-level", "this level has fixed points", "此等级分值固定");
        }
        return choice.points() == null
                ? Checked.refused(
                        "points-missing",
                        "this level needs points: " + level.id() + "=…",
                        "此等级需填分值：" + level.id() + "=…")
                : level.band()
                        .refusal(choice.points())
                        .<Checked>map(refused -> refused)
                        .orElseGet(() -> new Checked.Accepted(value));
    }

    private String ids() {
        return levels.stream().map(Level::id).collect(joining(", "));
    }

    @Override
    public Checked read(String text) {
        var at = text.lastIndexOf('=');
        if (at < 0) {
            return new Checked.Accepted(new MarkValue.Choice(text, null));
        }
        return Decimals.parse(text.substring(at + 1).strip())
                .<Checked>map(points -> new Checked.Accepted(
                        new MarkValue.Choice(text.substring(0, at).strip(), points)))
                .orElseGet(() -> NumberRange.readNumber(text.substring(at + 1)));
    }

    @Override
    public Ratio points(MarkValue value) {
        if (!(value instanceof MarkValue.Choice choice)) {
            return Ratio.ZERO;
        }
        return choice.points() != null
                ? Ratio.of(choice.points())
                : level(choice.level()).map(Level::points).orElse(Ratio.ZERO);
    }

    @Override
    public Bounds bounds() {
        var low = levels.stream()
                .map(level -> level.band() == null
                        ? level.points()
                        : edge(level.band().min(), level))
                .toList();
        var high = levels.stream()
                .map(level -> level.band() == null
                        ? level.points()
                        : edge(level.band().max(), level))
                .toList();
        return new Bounds(Bounds.over(low).low(), Bounds.over(high).high());
    }

    private static Ratio edge(@Nullable Ratio edge, Level level) {
        return edge == null ? level.points() : edge;
    }
}
