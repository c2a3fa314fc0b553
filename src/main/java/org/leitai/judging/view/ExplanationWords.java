package org.leitai.judging.view;

import java.util.Map;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Text;
import org.leitai.rulebook.Text.Language;
import org.leitai.rulebook.aspect.Aspect;
import org.leitai.scoring.explain.Explanation.Item;
import org.leitai.scoring.explain.ExplanationText;

/**
 * The words beside a step's value: what was done, without repeating the value, and raw marks as their judges meant them.
 */
record ExplanationWords(Rulebook rulebook) {
    private static final Map<String, Text> OPERATIONS = Map.of(
            "times", Text.of("乘以 ", "times "),
            "divide", Text.of("除以 ", "divided by "),
            "plus", Text.of("加 ", "plus "),
            "minus", Text.of("减 ", "minus "),
            "at-least", Text.of("不低于 ", "at least "),
            "at-most", Text.of("不高于 ", "at most "));

    /**
     * The label of one step.
     *
     * @param where the stage, or {@code stage/aspect}, in which it stands
     */
    Text label(Item item, String where) {
        String title = item.title().zh();
        return switch (item.kind()) {
            case TOTAL, STAGE, CRITERION, FORM, ASPECT, SCALED -> item.title();
            case PIECE -> Text.of("第 " + title + " 件", "Piece " + title);
            case ATTEMPT -> Text.of("第 " + title + " 次", "Attempt " + title);
            case SEAT, VOTE -> Text.of(title + " 号席", "Seat " + title);
            case MARK -> mark(item, where);
            case STEP -> step(item);
            case WEIGHT -> Text.of("权重", "Weight");
            case AWARD -> award(item.title());
            case CORRECTION ->
                Text.of("更正：" + item.title().zh(), "Correction: " + item.title().en());
            case TIE -> tie(item);
            case PANEL, TAKEN, GATE, RANK, HONOUR ->
                Text.of(
                        before(ExplanationText.line(item, Language.ZH)),
                        before(ExplanationText.line(item, Language.EN)));
        };
    }

    /** The value after an arrow stands beside the label already. */
    private static String before(String line) {
        int arrow = line.lastIndexOf(" → ");
        return arrow < 0 ? line : line.substring(0, arrow);
    }

    private static Text award(Text title) {
        return Text.of("奖项：" + title.zh(), "Award: " + title.en());
    }

    private Text mark(Item item, String where) {
        Text raw = raw(item, where);
        return Text.of(item.id() + " 号席记：" + raw.zh(), "Seat " + item.id() + " marked: " + raw.en());
    }

    private Text raw(Item item, String where) {
        String raw = item.facts().getOrDefault("raw", "");
        String[] place = where.split("/", 2);
        return place.length < 2
                ? Text.of(raw)
                : rulebook.aspect(place[0], place[1])
                        .map(aspect -> raw(aspect, raw))
                        .orElse(Text.of(raw));
    }

    private static Text raw(Aspect aspect, String raw) {
        return new RawWords(aspect).of(raw);
    }

    private static Text step(Item item) {
        String by = item.facts().getOrDefault("by", "");
        if (item.id().equals("round")) {
            return Text.of("保留 " + by + " 位小数", "to " + by + " decimals");
        }
        Text operation = OPERATIONS.getOrDefault(item.id(), Text.of(item.id() + " "));
        return Text.of(operation.zh() + by, operation.en() + by);
    }

    private Text tie(Item item) {
        String zh = ExplanationText.line(item, Language.ZH);
        String en = ExplanationText.line(item, Language.EN);
        Text node = node(item.id());
        return Text.of(
                zh.replace("“" + item.id() + "”", "“" + node.zh() + "”"),
                en.replace("'" + item.id() + "'", "'" + node.en() + "'"));
    }

    /** The title of what decided between equals; ids are {@code stage} or {@code stage/node}. */
    private Text node(String id) {
        String[] place = id.split("/", 2);
        return rulebook.stage(place[0])
                .map(stage -> place.length < 2 ? stage.title() : NodeTitles.of(stage.tree(), place[1]))
                .orElse(Text.of(id));
    }
}
