package org.leitai.judging.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leitai.kernel.doc.Doc;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Text;
import org.leitai.rulebook.Text.Language;
import org.leitai.rulebook.aspect.MarkValue;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.scoring.Scorer;
import org.leitai.scoring.explain.Explanation;
import org.leitai.scoring.explain.Explanation.Item;
import org.leitai.scoring.explain.Explanation.Kind;
import org.leitai.scoring.explain.ExplanationText;
import org.leitai.scoring.fold.ScoringEvent;
import org.leitai.scoring.sheet.Slot;

class ExplanationDocsTest {
    private static final Rulebook WELDING = rulebook("welding-2022");

    private static Rulebook rulebook(String name) {
        try (InputStream in =
                Objects.requireNonNull(ExplanationDocsTest.class.getResourceAsStream("/rulebooks/" + name + ".yaml"))) {
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return ((RulebookReader.Result.Read) RulebookReader.read(yaml)).rulebook();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Item item(Kind kind, String id, @Nullable String value, Map<String, String> facts, Item... below) {
        return new Item(kind, id, Text.of(id), value == null ? null : new BigDecimal(value), facts, List.of(below));
    }

    private static Doc.Obj tree(Item... below) {
        Item total = item(Kind.TOTAL, "entry", "8.90", Map.of(), below);
        return new ExplanationDocs(Map.of("other", "16"), WELDING)
                .tree(new Explanation("entry", "welding-2022", "1", "0".repeat(64), total, List.of()));
    }

    @Test
    void what_was_rounded_to_two_decimals_is_printed_with_two() {
        Doc.Obj step = tree(item(Kind.STEP, "round", "8.9", Map.of("word", "round", "by", "2", "before", "8.9")))
                .objects("children")
                .getFirst();

        assertThat(step.text("value")).isEqualTo("8.90");
        assertThat(step.text("before")).isEqualTo("8.9");
        assertThat(step.obj("label").text("zh")).isEqualTo("保留 2 位小数");
    }

    @Test
    void marks_side_by_side_have_as_many_decimals_as_the_longest() {
        Doc.Obj panel = tree(item(
                        Kind.PANEL,
                        "mean",
                        "9.565",
                        Map.of("combine", "mean", "combined", "9.565"),
                        item(Kind.VOTE, "1", "9.6", Map.of("fate", "high")),
                        item(Kind.VOTE, "2", "9.53", Map.of("fate", "kept"))))
                .objects("children")
                .getFirst();

        assertThat(panel.objects("children"))
                .extracting(vote -> vote.text("value"))
                .containsExactly("9.60", "9.53");
        assertThat(panel.objects("children"))
                .extracting(vote -> vote.text("dropped", ""))
                .containsExactly("high", "");
    }

    @Test
    void raw_values_are_told_as_the_judge_entered_them() {
        assertThat(raw("undercut", "depth=0.4 length=12").zh()).isEqualTo("1 号席记：深度 0.4 mm，总长度 12 mm");
        assertThat(raw("undercut", "depth=0.4 length=12").en())
                .isEqualTo("Seat 1 marked: Depth 0.4 mm, Total length 12 mm");
        assertThat(raw("surface-defect", "none").zh()).isEqualTo("1 号席记：无");
        assertThat(raw("unknown-aspect", "7").zh()).isEqualTo("1 号席记：7");
    }

    private static Text raw(String aspect, String value) {
        Item mark = item(Kind.MARK, "1", "14", Map.of("raw", value));
        return new ExplanationWords(WELDING).label(mark, "practical/" + aspect);
    }

    @Test
    void a_tie_names_what_decided_by_its_title_and_the_other_by_its_number() {
        Doc.Obj tie = tree(item(
                        Kind.TIE, "practical/plate", null, Map.of("against", "other", "own", "52.5", "other", "50")))
                .objects("children")
                .getFirst();

        assertThat(tie.obj("label").text("zh")).isEqualTo("与 16 同分，比较“板对接”：52.5 对 50");
        Text chief = new ExplanationWords(WELDING)
                .label(
                        item(
                                Kind.TIE,
                                "practical/plate",
                                null,
                                Map.of("against", "16", "own", "9", "other", "8", "seat", "chief")),
                        "");
        assertThat(chief.zh()).isEqualTo("与 16 同分，比较“板对接（仅席位 chief）”：9 对 8");
        assertThat(chief.en()).startsWith("Equal to 16, decided by '").doesNotContain("practical/plate");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void pages_say_step_by_step_what_the_command_line_says(Language language) {
        Rulebook speech = rulebook("speech");
        Explanation explanation = marked(speech).explain("A").orElseThrow();
        List<String> lines = new ArrayList<>(
                ExplanationText.render(explanation, language).lines().toList());
        lines.removeFirst();
        lines.removeLast();
        List<Doc.Obj> nodes = new ArrayList<>();
        below(new ExplanationDocs(Map.of("B", "B"), speech).tree(explanation), nodes);

        assertThat(nodes).hasSameSizeAs(lines).hasSizeGreaterThan(40);
        for (int i = 0; i < lines.size(); i++) {
            Doc.Obj node = nodes.get(i);
            assertThat(lines.get(i)).contains(node.obj("label").text(language == Language.ZH ? "zh" : "en"));
            String value = node.textOrNull("value");
            if (value != null) {
                assertThat(lines.get(i))
                        .contains(new BigDecimal(value).stripTrailingZeros().toPlainString());
            }
        }
    }

    /** Two speakers with the same total, seven seats. */
    private static Scorer marked(Rulebook speech) {
        Scorer scorer = Scorer.of(speech);
        for (String entry : List.of("A", "B")) {
            scorer.apply(new ScoringEvent.EntryAdmitted(entry, "", "", "", List.of()));
            for (int seat = 1; seat <= 7; seat++) {
                for (String aspect : List.of("content", "language", "bearing", "overall")) {
                    BigDecimal value = new BigDecimal("1.2").subtract(new BigDecimal(seat).movePointLeft(1));
                    scorer.apply(new ScoringEvent.MarkSet(
                            new Slot("speech", entry, 1, aspect, Integer.toString(seat), 1),
                            new MarkValue.Amount(value)));
                }
            }
        }
        scorer.apply(new ScoringEvent.StageClosed("speech"));
        return scorer;
    }

    private static void below(Doc.Obj node, List<Doc.Obj> into) {
        if (node.get("children") instanceof Doc.Arr) {
            node.objects("children").forEach(child -> {
                into.add(child);
                below(child, into);
            });
        }
    }
}
