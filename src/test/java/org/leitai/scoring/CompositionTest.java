package org.leitai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.scoring.Marks.entry;
import static org.leitai.scoring.Marks.mark;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Text.Language;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.scoring.explain.ExplanationText;
import org.leitai.scoring.fold.ScoringEvent.Linked;
import org.leitai.scoring.sheet.Slot;

/** Pieces, attempts, best n and figures to one value. */
class CompositionTest {
    private static Rulebook rule(String yaml) {
        return RulebookReader.read("rulebook: r\n" + yaml).orThrow();
    }

    /** The total of points given as pieces 1, 2, … or attempts 1, 2, …; an empty text is no mark. */
    private static String total(String repeat, boolean pieces, String order, String... points) {
        var rulebook = rule("""
                ranking: {order: %s}
                stages: [{id: s, %s, aspects: [{id: a, max: 100}]}]
                """.formatted(order, repeat));
        var scorer = Scorer.of(rulebook);
        scorer.apply(entry("A"));
        for (var i = 1; i <= points.length; i++) {
            if (!points[i - 1].isEmpty()) {
                var slot = new Slot("s", "A", pieces ? i : 1, "a", "1", pieces ? 1 : i);
                scorer.apply(mark(rulebook, slot, points[i - 1]));
            }
        }
        return String.valueOf(scorer.row("A").orElseThrow().total());
    }

    private static String pieces(String repeat, String... points) {
        return total("pieces: {" + repeat + "}", true, "descending", points);
    }

    @Test
    void pieces_are_taken_as_the_rule_says() {
        assertThat(pieces("count: 3, take: sum", "3", "9", "6")).isEqualTo("18");
        assertThat(pieces("count: 3, take: mean", "3", "9", "6")).isEqualTo("6");
        assertThat(pieces("count: 3, take: best", "3", "9", "6")).isEqualTo("9");
        assertThat(pieces("count: 3, take: worst", "4", "9", "3", "6")).isEqualTo("3");
        assertThat(pieces("count: 3, take: first", "4", "9", "3")).isEqualTo("4");
        assertThat(pieces("count: 3, take: last", "4", "9", "5")).isEqualTo("5");
        assertThat(pieces("count: 3, take: first", "", "9", "5")).isEqualTo("9");
        assertThat(pieces("count: 3, take: sum", "", "", "")).isEqualTo("null");
    }

    @Test
    void the_best_n_are_taken_before_anything_else() {
        assertThat(pieces("count: 3, take: sum, best: 2", "3", "9", "6")).isEqualTo("15");
        assertThat(pieces("count: 3, take: sum, best: 3", "3", "9", "6")).isEqualTo("18");
        assertThat(pieces("count: 3, take: mean, best: 2", "3", "9", "6")).isEqualTo("7.5");
        assertThat(total("pieces: {count: 3, take: sum, best: 2}", true, "ascending", "3", "9", "6"))
                .isEqualTo("9");
        assertThat(total("pieces: {count: 3, take: best}", true, "ascending", "3", "9", "6"))
                .isEqualTo("3");
        assertThat(total("pieces: {count: 3, take: worst}", true, "ascending", "3", "9", "6"))
                .isEqualTo("9");
    }

    @Test
    void attempts_take_the_best_unless_the_rule_says_otherwise() {
        assertThat(total("attempts: {count: 3}", false, "descending", "3", "9", "6"))
                .isEqualTo("9");
        assertThat(total("attempts: {count: 3, take: last}", false, "descending", "3", "9", "6"))
                .isEqualTo("6");
        assertThat(total("attempts: {count: 3, take: mean}", false, "descending", "3", "9", "6"))
                .isEqualTo("6");
    }

    @Test
    void the_best_n_children_are_summed() {
        var children = "aspects: [{id: a, max: 9}, {id: b, max: 9}, {id: c, max: 9}]";
        var marks = Map.of("a", "3", "b", "8", "c", "5");
        assertThat(children("best: 2", "descending", children, marks)).isEqualTo("13");
        assertThat(children("best: 2", "ascending", children, marks)).isEqualTo("8");
        assertThat(children("best: 4", "descending", children, marks)).isEqualTo("16");
        assertThat(children("combine: mean", "descending", children, Map.of("a", "3", "b", "8")))
                .isEqualTo("5.5");
        assertThat(children("combine: product", "descending", children, marks)).isEqualTo("120");
    }

    private static String children(String combine, String order, String aspects, Map<String, String> marks) {
        var rulebook = rule("""
                ranking: {order: %s}
                stages: [{id: s, %s, %s}]
                """.formatted(order, combine, aspects));
        var scorer = Scorer.of(rulebook);
        scorer.apply(entry("A"));
        marks.forEach((aspect, value) -> scorer.apply(mark(rulebook, "s", "A", aspect, "1", value)));
        return String.valueOf(scorer.row("A").orElseThrow().total());
    }

    @Test
    void steps_are_done_in_order_each_with_its_number_or_recorded_figure() {
        assertThat(step("{times: 3}")).isEqualTo("30");
        assertThat(step("{divide: 4}")).isEqualTo("2.5");
        assertThat(step("{plus: 1.5}")).isEqualTo("11.5");
        assertThat(step("{minus: 1.5}")).isEqualTo("8.5");
        assertThat(step("{at-least: 12}")).isEqualTo("12");
        assertThat(step("{at-most: 7}")).isEqualTo("7");
        assertThat(step("{divide: 3}, {round: 1}")).isEqualTo("3.3");
        assertThat(step("{divide: 3}, {round: {decimals: 1, mode: up}}")).isEqualTo("3.4");
        assertThat(step("{times: f}")).isEqualTo("20");
        assertThat(step("{divide: f}")).isEqualTo("5");
        assertThat(step("{plus: f}")).isEqualTo("12");
        assertThat(step("{minus: f}")).isEqualTo("8");
        for (var word : new String[] {"times", "divide", "plus", "minus"}) {
            assertThat(step("{" + word + ": unmarked}")).as(word).isEqualTo("null");
        }
    }

    private static String step(String steps) {
        var rulebook = rule("""
                stages:
                  - id: s
                    aspects:
                      - {id: a, max: 10, then: [%s]}
                      - {id: f, kind: recorded, min: 1}
                      - {id: unmarked, kind: recorded, min: 1}
                """.formatted(steps));
        var scorer = Scorer.of(rulebook);
        scorer.apply(entry("A"));
        scorer.apply(mark(rulebook, "s", "A", "a", "1", "10"));
        scorer.apply(mark(rulebook, "s", "A", "f", "1", "2"));
        return String.valueOf(scorer.row("A").orElseThrow().total());
    }

    @Test
    void a_figure_on_a_form_filled_once_holds_for_every_piece() {
        var rulebook = rule("""
                stages:
                  - id: s
                    forms:
                      - {id: once, aspects: [{id: f, kind: recorded}]}
                      - {id: each, pieces: {take: sum}, then: [{times: f}], aspects: [{id: a, max: 10}]}
                """);
        var scorer = Scorer.of(rulebook);
        scorer.apply(entry("A"));
        scorer.apply(mark(rulebook, "s", "A", "f", "1", "3"));
        scorer.apply(mark(rulebook, new Slot("s", "A", 1, "a", "1", 1), "2"));
        scorer.apply(mark(rulebook, new Slot("s", "A", 2, "a", "1", 1), "4"));
        assertThat(scorer.row("A").orElseThrow().total()).hasToString("18");
        assertThat(scorer.nodeValue("A", "s/f")).hasToString("Optional[3]");
        assertThat(scorer.nodeValue("A", "s/each")).hasToString("Optional[18]");
        assertThat(scorer.nodeValue("A", "s")).hasToString("Optional[18]");
        assertThat(scorer.nodeValue("A", "s/nothing")).isEmpty();
        assertThat(scorer.nodeValue("B", "s")).isEmpty();
        assertThat(scorer.nodeValue("A", "nowhere/f")).isEmpty();
    }

    @Test
    void numbered_pieces_of_one_entry_are_joined_under_it() {
        var rulebook =
                rule("stages: [{id: s, identity: sealed, pieces: {count: 2, take: sum}, aspects: [{id: a, max: 10}]}]");
        var scorer = Scorer.of(rulebook);
        scorer.apply(entry("A"));
        scorer.apply(mark(rulebook, "s", "17", "a", "1", "4"));
        scorer.apply(mark(rulebook, "s", "4", "a", "1", "5"));
        assertThat(scorer.stageScores("s")).containsOnlyKeys("4", "17");
        assertThat(scorer.stageScores("s").keySet()).containsExactly("4", "17");
        scorer.apply(new Linked("s", "17", "A", 1));
        assertThat(scorer.row("A").orElseThrow().total()).hasToString("4");
        scorer.apply(new Linked("s", "4", "A", 2));
        assertThat(scorer.row("A").orElseThrow().total()).hasToString("9");
    }

    @Test
    void why_names_every_piece_and_attempt_and_what_was_taken() {
        var rulebook = rule("""
                stages: [{id: s, pieces: {count: 2, take: sum}, attempts: {count: 2}, aspects: [{id: a, title: Work, max: 10}]}]
                """);
        var scorer = Scorer.of(rulebook);
        scorer.apply(entry("A"));
        for (var mark : new int[][] {{1, 1, 3}, {1, 2, 5}, {2, 1, 4}}) {
            scorer.apply(mark(rulebook, new Slot("s", "A", mark[0], "a", "1", mark[1]), "" + mark[2]));
        }
        assertThat(ExplanationText.render(scorer.explain("A").orElseThrow(), Language.EN))
                .startsWith("""
                        Total: 9
                          s: 9
                            Piece 1: 5
                              Attempt 1: 3
                                Work (max 10): 3
                                  Seat 1 marked: 3 → 3
                              Attempt 2: 5
                                Work (max 10): 5
                                  Seat 1 marked: 5 → 5
                              best: 5
                            Piece 2: 4
                              Attempt 1: 4
                                Work (max 10): 4
                                  Seat 1 marked: 4 → 4
                              best: 4
                            sum: 9
                        Rank 1 of 1
                        """);
        assertThat(scorer.nodeValue("A", "/a")).isEmpty();
    }
}
