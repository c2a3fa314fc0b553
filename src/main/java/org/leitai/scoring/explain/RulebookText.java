package org.leitai.scoring.explain;

import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Award;
import org.leitai.rulebook.Cut;
import org.leitai.rulebook.Node;
import org.leitai.rulebook.Node.Branch;
import org.leitai.rulebook.Node.Leaf;
import org.leitai.rulebook.Panel;
import org.leitai.rulebook.Ranking.Tie;
import org.leitai.rulebook.Repeat;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Standardise;
import org.leitai.rulebook.Step;
import org.leitai.rulebook.Text.Language;
import org.leitai.rulebook.exact.Ratio;

/** A rulebook in words, in one language. */
public final class RulebookText {
    private final Language language;
    private final StringBuilder out = new StringBuilder();

    private RulebookText(Language language) {
        this.language = language;
    }

    public static String render(Rulebook rulebook, Language language) {
        var text = new RulebookText(language);
        text.all(rulebook);
        return text.out.toString();
    }

    private String say(String zh, String en) {
        return language == Language.ZH ? zh : en;
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }

    private void all(Rulebook rulebook) {
        line(0, rulebook.title().in(language) + " (" + rulebook.id() + " " + rulebook.version() + ")");
        rulebook.divisions()
                .forEach(division ->
                        line(1, say("组别：", "Division: ") + division.title().in(language)));
        for (var stage : rulebook.stages()) {
            node(stage.tree(), 0);
        }
        line(
                0,
                say("总成绩：各模块按权重合计", "Total: stages by weight")
                        + steps(rulebook.total().steps()));
        if (rulebook.standardise() != null) {
            line(0, standardise(rulebook.standardise()));
        }
        rulebook.rounds()
                .forEach(round -> line(
                        0,
                        say("赛段 ", "Round ")
                                + round.title().in(language)
                                + say("：计 ", ": counts ")
                                + String.join(" + ", round.stages())
                                + cut(round.cut())));
        ranking(rulebook);
        rulebook.cuts().forEach(cut -> line(0, say("晋级 ", "Cut ") + cut.title().in(language) + cut(cut)));
        rulebook.awards().forEach(this::awards);
        rulebook.honours()
                .forEach(honour ->
                        line(0, say("荣誉：", "Honour: ") + honour.title().in(language)));
    }

    private void node(Node node, int depth) {
        switch (node) {
            case Leaf leaf ->
                line(
                        depth,
                        leaf.title().in(language) + " [" + leaf.aspect().kind()
                                + max(leaf.aspect().head().max()) + "]" + weight(leaf.weight()) + panel(leaf.panel())
                                + steps(leaf.steps()));
            case Branch branch -> {
                line(
                        depth,
                        branch.title().in(language)
                                + weight(branch.weight())
                                + repeat(branch.pieces(), true)
                                + repeat(branch.attempts(), false)
                                + (branch.panel() == null ? "" : panel(branch.panel()))
                                + steps(branch.steps()));
                branch.children().forEach(child -> node(child, depth + 1));
            }
        }
    }

    private String max(Ratio max) {
        return max.signum() == 0 ? "" : say(" 配分 ", " max ") + max;
    }

    private String weight(Ratio weight) {
        return weight.equals(Ratio.ONE) ? "" : " × " + weight;
    }

    private String repeat(@Nullable Repeat repeat, boolean pieces) {
        if (repeat == null) {
            return "";
        }
        var what = pieces ? say("件", " pieces") : say("次", " attempts");
        return "; " + (repeat.count() == null ? "n" : repeat.count()) + what + " → " + repeat.take()
                + (repeat.best() == null ? "" : say("（最好 ", " (best ") + repeat.best() + say("）", ")"));
    }

    private String panel(Panel panel) {
        if (panel.size() == 1 && panel.combine() == Panel.Combine.AGREED) {
            return "";
        }
        var drops = panel.dropHigh() + panel.dropLow() == 0
                ? ""
                : say(
                        "，去掉 " + panel.dropHigh() + " 个最高、" + panel.dropLow() + " 个最低",
                        ", without " + panel.dropHigh() + " highest and " + panel.dropLow() + " lowest");
        return say("；" + panel.size() + " 名评委", "; " + panel.size() + " seats") + drops + " → " + panel.combine()
                + (panel.round() == null
                        ? ""
                        : say("，保留 ", ", to ") + panel.round().decimals() + say(" 位小数", " decimals"));
    }

    private String steps(Iterable<Step> steps) {
        var text = new StringBuilder();
        for (var step : steps) {
            text.append("; ")
                    .append(
                            switch (step) {
                                case Step.Times times -> "× " + operand(times.by());
                                case Step.Divide divide -> "÷ " + operand(divide.by());
                                case Step.Plus plus -> "+ " + operand(plus.what());
                                case Step.Minus minus -> "− " + operand(minus.what());
                                case Step.AtLeast atLeast -> "≥ " + atLeast.bound();
                                case Step.AtMost atMost -> "≤ " + atMost.bound();
                                case Step.Round round ->
                                    say(
                                                    "保留 " + round.rounding().decimals() + " 位小数（",
                                                    "to " + round.rounding().decimals() + " decimals (")
                                            + round.rounding().mode()
                                            + say("）", ")");
                            });
        }
        return text.toString();
    }

    private static String operand(Step.Operand operand) {
        return switch (operand) {
            case Step.Operand.Fixed fixed -> fixed.value().toString();
            case Step.Operand.Figure figure -> figure.aspect();
        };
    }

    private String standardise(Standardise rule) {
        return say("标准分：", "Standardised: ") + rule.centre() + " + " + rule.spread() + " × (x − "
                + (rule.method() == Standardise.Method.MEAN_DEVIATION
                        ? "mean) / σ"
                        : "median) / (" + rule.factor() + " × MAD)");
    }

    private String cut(@Nullable Cut cut) {
        if (cut == null) {
            return "";
        }
        var size = cut.best() != null
                ? say("前 " + cut.best(), "best " + cut.best())
                : cut.share() != null ? cut.share().times(Ratio.of(100)) + "%" : "";
        var line = cut.threshold() == null ? "" : " ≥ " + cut.threshold();
        return " → " + size + line
                + (cut.ties() == Cut.Ties.GROW
                        ? say("（同分一并晋级）", " (equals at the line go on too)")
                        : say("（线上同分均不晋级）", " (equals at the line stay out)"));
    }

    private void ranking(Rulebook rulebook) {
        var ranking = rulebook.ranking();
        line(
                0,
                say("排名：", "Ranking: ")
                        + (ranking.ascending() ? say("低者在前", "less is better") : say("高者在前", "more is better"))
                        + say("；不能区分者", "; what cannot be separated ")
                        + (ranking.shared()
                                ? say("并列", "shares the rank")
                                : say("抽签，名次不并列", "draws lots, no rank is shared")));
        for (var tie : ranking.ties()) {
            line(
                    1,
                    say("同分比较：", "Tie-break: ")
                            + switch (tie) {
                                case Tie.MoreDecimals _ -> say("多保留小数位", "more decimals");
                                case Tie.Decided _ -> say("抽签或加赛", "lots or extra round");
                                case Tie.Of of ->
                                    of.stage() + "/" + of.node()
                                            + (of.ascending()
                                                    ? say("，低者在前", ", less first")
                                                    : say("，高者在前", ", more first"));
                            });
        }
    }

    private void awards(Award.Table table) {
        for (var award : table.awards()) {
            line(
                    0,
                    say("奖项：", "Award: ")
                            + switch (award) {
                                case Award.Places places -> places.title().in(language) + " " + places.count();
                                case Award.Share share ->
                                    share.title().in(language) + " "
                                            + share.share().times(Ratio.of(100)) + "%";
                                case Award.Top top ->
                                    top.title().in(language) + " " + say("前 ", "first ")
                                            + top.share().times(Ratio.of(100)) + "%";
                                case Award.AtLeast line -> line.title().in(language) + " ≥ " + line.line();
                                case Award.Medals medals -> say("奖牌，窗口 ", "medals, window ") + medals.window();
                            });
        }
    }
}
