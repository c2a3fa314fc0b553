package org.leitai.scoring.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Text;
import org.leitai.rulebook.Text.Language;
import org.leitai.scoring.explain.Explanation.Item;
import org.leitai.scoring.explain.Explanation.Kind;

/** An explanation as indented lines in one language. */
public final class ExplanationText {
    private static final String NO_MARK = "absent:";
    private static final Map<String, Text> WORDS = Map.ofEntries(
            Map.entry("mean", Text.of("平均", "mean")),
            Map.entry("median", Text.of("中位数", "median")),
            Map.entry("sum", Text.of("合计", "sum")),
            Map.entry("agreed", Text.of("商定值", "agreed value")),
            Map.entry("best", Text.of("取最好", "best")),
            Map.entry("worst", Text.of("取最差", "worst")),
            Map.entry("first", Text.of("取第一次", "first")),
            Map.entry("last", Text.of("取最后一次", "last")),
            Map.entry("high", Text.of("最高分，去掉", "highest, dropped")),
            Map.entry("low", Text.of("最低分，去掉", "lowest, dropped")),
            Map.entry("times", Text.of("乘以", "times")),
            Map.entry("divide", Text.of("除以", "divided by")),
            Map.entry("plus", Text.of("加", "plus")),
            Map.entry("minus", Text.of("减", "minus")),
            Map.entry("at-least", Text.of("不低于", "at least")),
            Map.entry("at-most", Text.of("不高于", "at most")),
            Map.entry("too-few", Text.of("分数未齐", "too few marks")),
            Map.entry("spread", Text.of("分差超限，须重评", "marks too far apart, mark again")),
            Map.entry("disagree", Text.of("评委数值不一致", "the seats disagree")),
            Map.entry("scaled", Text.of("标准分", "standardised score")),
            Map.entry("more-decimals", Text.of("多保留小数位", "more decimals")),
            Map.entry("COMPETING", Text.of("成绩未齐", "marks are missing")),
            Map.entry("DNF", Text.of("未完成", "did not finish")),
            Map.entry("DNS", Text.of("缺赛", "did not start")),
            Map.entry("WITHDRAWN", Text.of("退赛", "withdrawn")),
            Map.entry("VOID", Text.of("成绩无效", "void")),
            Map.entry("DSQ", Text.of("取消资格", "disqualified")),
            Map.entry("decided", Text.of("抽签或加赛", "lots or extra round")));

    private final Language language;
    private final StringBuilder out = new StringBuilder();

    private ExplanationText(Language language) {
        this.language = language;
    }

    public static String render(Explanation explanation, Language language) {
        var text = new ExplanationText(language);
        text.item(explanation.total(), 0);
        explanation.verdict().forEach(item -> text.item(item, 0));
        text.line(
                0,
                text.say("计分规则 ", "Rulebook ") + explanation.rulebook() + " " + explanation.version() + " ("
                        + explanation.hash().substring(0, 12) + ")");
        return text.out.toString();
    }

    /** What a step is, without its value and what is below it. */
    public static Text label(Item item) {
        return Text.of(new ExplanationText(Language.ZH).name(item), new ExplanationText(Language.EN).name(item));
    }

    /** A step with its value, as its line of the text has it. */
    public static Text line(Item item) {
        return Text.of(new ExplanationText(Language.ZH).words(item), new ExplanationText(Language.EN).words(item));
    }

    /** The label of a mark whose raw value somebody has put into words. */
    public static Text marked(Item mark, Text raw) {
        return Text.of(mark.id() + " 号席记：" + raw.zh(), "Seat " + mark.id() + " marked: " + raw.en());
    }

    /** A seat that says that it gives no mark is recorded as {@code absent:} and why. */
    private static Text raw(String raw) {
        if (!raw.startsWith(NO_MARK)) {
            return Text.of(raw);
        }
        var why = raw.substring(NO_MARK.length());
        return why.isEmpty() ? Text.of("未评", "no mark") : Text.of("未评（" + why + "）", "no mark (" + why + ")");
    }

    private void item(Item item, int depth) {
        line(depth, words(item));
        item.children().forEach(child -> item(child, depth + 1));
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }

    private String say(String zh, String en) {
        return language == Language.ZH ? zh : en;
    }

    private String word(String id) {
        var word = WORDS.get(id);
        return word == null ? id : word.in(language);
    }

    /** A step in words: its name and its value, as it is written beside such a name. */
    private String words(Item item) {
        var name = name(item);
        var value = number(item.value());
        return switch (item.kind()) {
            case TOTAL, STAGE, CRITERION, FORM, ASPECT -> name + aside(item) + say("：", ": ") + value;
            case PIECE, ATTEMPT, SEAT, TAKEN, SCALED -> name + say("：", ": ") + value;
            case MARK -> name + " → " + value;
            case VOTE -> name + say("：", ": ") + value + fate(item);
            case PANEL -> fact(item, "why").isEmpty() ? name + " → " + value : name;
            case STEP -> fact(item, "before") + " " + name + say("：", ": ") + value;
            case WEIGHT, CORRECTION -> name + " " + value;
            case AWARD -> name + say("（", " (") + rule(fact(item, "rule")) + say("）", ")");
            case GATE, RANK, TIE, HONOUR -> name;
        };
    }

    private String name(Item item) {
        var title = item.title().in(language);
        return switch (item.kind()) {
            case TOTAL, STAGE, CRITERION, FORM, ASPECT -> title;
            case SCALED -> title + field(item);
            case PIECE -> say("第 " + title + " 件", "Piece " + title);
            case ATTEMPT -> say("第 " + title + " 次", "Attempt " + title);
            case SEAT, VOTE -> say(title + " 号席", "Seat " + title);
            case MARK -> marked(item, raw(fact(item, "raw"))).in(language);
            case PANEL -> word(fact(item, "combine")) + panel(item);
            case TAKEN -> word(item.id());
            case STEP -> step(item);
            case GATE -> say("否决：", "Veto: ") + title + " (" + fact(item, "raw") + ")";
            case WEIGHT -> say("权重", "Weight");
            case CORRECTION -> say("更正：", "Correction: ") + title;
            case RANK -> rank(item, number(item.value()));
            case TIE -> tie(item);
            case AWARD -> say("奖项：", "Award: ") + title;
            case HONOUR -> say("荣誉：", "Honour: ") + title;
        };
    }

    private static String number(@Nullable BigDecimal value) {
        return value == null ? "–" : value.toPlainString();
    }

    private static String fact(Item item, String name) {
        return item.facts().getOrDefault(name, "");
    }

    private String aside(Item item) {
        var max = fact(item, "max");
        var weight = fact(item, "weight");
        var parts = new ArrayList<String>();
        if (!fact(item, "day").isEmpty()) {
            parts.add(say("第 " + fact(item, "day") + " 个评分日", "marking day " + fact(item, "day")));
        }
        if (!max.isEmpty()) {
            parts.add(say("配分 ", "max ") + max);
        }
        if (!weight.isEmpty()) {
            parts.add(say("权重 ", "weight ") + weight);
        }
        return parts.isEmpty()
                ? ""
                : parts.stream().collect(Collectors.joining(say("，", ", "), say("（", " ("), say("）", ")")));
    }

    /** Middle and width of the field that a score is standardised over. */
    private String field(Item item) {
        if (fact(item, "middle").isEmpty()) {
            return "";
        }
        var isMean = fact(item, "method").equals("mean-deviation");
        var middle = isMean ? say("平均分 ", "mean ") : say("中位数 ", "median ");
        var width = fact(item, "width").equals("0")
                ? say("无离差，按规则给固定分", "no deviation, so the rule's fixed score")
                : say("离差 ", "deviation ") + fact(item, "width");
        return say("（", " (") + middle + fact(item, "middle") + say("，", ", ") + width + say("）", ")");
    }

    private String fate(Item item) {
        var fate = fact(item, "fate");
        return fate.equals("kept") ? "" : say("（", " (") + word(fate) + say("）", ")");
    }

    private String panel(Item item) {
        var why = fact(item, "why");
        if (!why.isEmpty()) {
            return say("：暂无结果，", ": none yet, ") + word(why);
        }
        var rounded = fact(item, "decimals").isEmpty()
                ? ""
                : say("，保留 " + fact(item, "decimals") + " 位小数", ", to " + counted(fact(item, "decimals"), "decimal"));
        var adjusted =
                fact(item, "adjustment").isEmpty() ? "" : say("，裁判长调整 ", ", adjusted by ") + fact(item, "adjustment");
        return " " + fact(item, "combined") + rounded + adjusted;
    }

    private String step(Item item) {
        var by = fact(item, "by");
        return item.id().equals("round")
                ? say("保留 " + by + " 位小数", "to " + counted(by, "decimal"))
                : word(item.id()) + " " + by + figure(item);
    }

    /** What was recorded under the name that a step has. */
    private String figure(Item item) {
        var figure = fact(item, "figure");
        return figure.isEmpty() ? "" : say("（" + figure + "）", " (" + figure + ")");
    }

    private static String counted(String number, String what) {
        return number + " " + what + (number.equals("1") ? "" : "s");
    }

    /** An award's rule: its word and its number. */
    private String rule(String rule) {
        var parts = rule.split(" ", 2);
        var number = parts.length < 2 ? "" : parts[1];
        return switch (parts[0]) {
            case "count" -> say(number + " 名", counted(number, "place"));
            case "share" -> say("占 " + number, number + " of the field");
            case "top" -> say("前 " + number, "the first " + number);
            case "at-least" -> say("达到 " + number, "from " + number);
            case "window" -> say("奖牌窗口 " + number + " 分", "medal window of " + number);
            default -> say("评审决定", "by decision");
        };
    }

    private String rank(Item item, String value) {
        if (item.kind() == Kind.RANK && item.value() == null) {
            return say("不排名（", "Not ranked (") + word(fact(item, "status")) + say("）", ")");
        }
        var shared = fact(item, "shared").equals("true") ? say("（并列）", " (shared)") : "";
        return say("第 " + value + " 名，共 " + fact(item, "field") + " 名", "Rank " + value + " of " + fact(item, "field"))
                + shared;
    }

    private String nth(Item item) {
        var nth = fact(item, "nth");
        return nth.isEmpty() ? "" : say(" 的第 " + nth + " 好成绩", ", best no. " + nth);
    }

    private String seat(Item item) {
        var seat = fact(item, "seat");
        return seat.isEmpty() ? "" : say("（仅席位 " + seat + "）", ", seat " + seat + " alone");
    }

    private String tie(Item item) {
        return say("与 " + fact(item, "against") + " 同分，比较“", "Equal to " + fact(item, "against") + ", decided by '")
                + word(item.id())
                + nth(item)
                + seat(item)
                + say("”：", "': ")
                + fact(item, "own")
                + say(" 对 ", " against ")
                + fact(item, "other");
    }
}
