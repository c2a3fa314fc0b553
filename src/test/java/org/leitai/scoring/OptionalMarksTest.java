package org.leitai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.scoring.Marks.entry;
import static org.leitai.scoring.Marks.mark;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.scoring.fold.ScoringEvent.StageClosed;
import org.leitai.scoring.result.Certainty.Line;

/** What marks that nobody waits for may still do: an optional one, or a veto, may come until its stage is closed. */
class OptionalMarksTest {
    private static final String CUTS =
            "cuts: [{id: c, best: 2}, {id: d, best: 2, ties: shrink}, {id: e, at-least: 6}]\n";

    private static Rulebook rule(String stages) {
        return RulebookReader.read("rulebook: r\n" + CUTS + stages).orThrow();
    }

    private static Scorer field(Rulebook rule, String... marks) {
        var scorer = Scorer.of(rule);
        for (var line : marks) {
            var parts = line.split(" ", -1);
            if (scorer.status(parts[0]) == null) {
                scorer.apply(entry(parts[0]));
            }
            if (parts.length > 1) {
                scorer.apply(mark(rule, parts[1], parts[0], parts[2], "1", parts[3]));
            }
        }
        return scorer;
    }

    /** Lowest and highest total, best and worst rank. */
    private static String of(Scorer scorer, String entry) {
        var certainty = scorer.certainty(entry).orElseThrow();
        return text(certainty.lowest()) + ".." + text(certainty.highest()) + " " + certainty.best() + "-"
                + certainty.worst();
    }

    private static String text(@Nullable BigDecimal number) {
        return number == null ? "?" : number.toPlainString();
    }

    @Test
    void an_optional_deduction_keeps_total_rank_and_cut_open_until_its_stage_is_closed() {
        var rule = rule("stages: [{id: s, aspects: [{id: a, max: 10}, {id: fine, min: -2, max: 0, optional: true}]}]");
        var scorer = field(rule, "A s a 9", "B s a 8", "C s a 5", "D s a 3");
        assertThat(of(scorer, "A")).isEqualTo("7..9 1-2");
        assertThat(of(scorer, "B")).isEqualTo("6..8 1-2");
        assertThat(of(scorer, "C")).isEqualTo("3..5 3-4");
        assertThat(scorer.cutLines("e", ""))
                .isEqualTo(Map.of("A", Line.SAFE, "B", Line.SAFE, "C", Line.OUT, "D", Line.OUT));
        assertThat(scorer.cutLines("c", "")).containsEntry("B", Line.SAFE).containsEntry("C", Line.OUT);

        scorer.apply(mark(rule, "s", "A", "fine", "1", "-2"));
        assertThat(of(scorer, "A")).isEqualTo("7..7 1-2");
        assertThat(of(scorer, "B")).isEqualTo("6..8 1-2");

        scorer.apply(new StageClosed("s"));
        assertThat(of(scorer, "A")).isEqualTo("7..7 2-2");
        assertThat(of(scorer, "B")).isEqualTo("8..8 1-1");
    }

    @Test
    void equals_are_equal_for_good_only_when_nothing_can_come_to_either() {
        var rule = rule("stages: [{id: s, aspects: [{id: a, max: 10}, {id: note, max: 0, optional: true}]}]");
        var scorer = field(rule, "A s a 9", "B s a 9", "C s a 9");
        assertThat(scorer.cutLines("d", "")).containsOnlyKeys("A", "B", "C").doesNotContainValue(Line.OUT);
        assertThat(of(scorer, "A")).isEqualTo("9..9 1-3");
        for (var id : List.of("A", "B", "C")) {
            scorer.apply(mark(rule, "s", id, "note", "1", "absent"));
        }
        assertThat(of(scorer, "A")).isEqualTo("9..9 1-1");
        assertThat(scorer.cutLines("d", "").values()).containsOnly(Line.OUT);
    }

    @Test
    void what_does_not_come_does_not_count_in_a_mean_a_product_or_the_best() {
        var mean = rule(
                "stages: [{id: s, combine: mean, aspects: [{id: a, max: 10}, {id: x, max: 5, optional: true}, {id: y, max: 4, optional: true}]}]");
        // 9 alone, or with 5 at most, or with both at 0
        assertThat(of(field(mean, "A s a 9"), "A")).isEqualTo("3..9 1-1");
        // 1 alone, or with 5: 3, or with both at most: 10/3
        assertThat(of(field(mean, "A s a 1"), "A")).startsWith("0.333").contains("..3.333");
        assertThat(of(field(mean, "A s a 9", "A s x 5"), "A")).isEqualTo("4.666666666667..7 1-1");

        var product = rule(
                "stages: [{id: s, combine: product, aspects: [{id: a, max: 10}, {id: x, min: 0.5, max: 0.8, decimals: 1, optional: true}]}]");
        assertThat(of(field(product, "A s a 10"), "A")).isEqualTo("5..10 1-1");

        var best = rule("""
                total: {combine: {best: 1}}
                ranking: {order: ascending}
                stages:
                  - {id: s, aspects: [{id: a, max: 10}]}
                  - {id: t, aspects: [{id: x, min: 2, max: 4, optional: true}]}
                """);
        assertThat(of(field(best, "A s a 7"), "A")).isEqualTo("2..7 1-1");
        assertThat(of(field(best, "A"), "A")).isEqualTo("0..10 1-1");
    }

    @Test
    void a_bonus_that_is_never_small_may_not_come_at_all() {
        var rule = rule("stages: [{id: s, aspects: [{id: a, max: 10}, {id: x, min: 1, max: 2, optional: true}]}]");
        assertThat(of(field(rule, "A s a 7"), "A")).isEqualTo("7..9 1-1");
        assertThat(of(field(rule, "A"), "A")).isEqualTo("0..12 1-1");
        var pieces = rule("""
                stages:
                  - id: s
                    criteria:
                      - {id: c, aspects: [{id: a, max: 10}]}
                      - {id: d, pieces: {count: 2, take: sum}, aspects: [{id: x, min: 1, max: 2, optional: true}]}
                """);
        assertThat(of(field(pieces, "A s a 7"), "A")).isEqualTo("7..11 1-1");
        assertThat(of(field(pieces, "A s a 7", "A s x 1"), "A")).isEqualTo("8..10 1-1");
    }

    @Test
    void some_seats_of_an_optional_panel_may_stay_silent() {
        var rule = rule("""
                stages: [{id: s, aspects: [{id: a, max: 10}, {id: x, min: -4, max: -2, optional: true, panel: {seats: 2, combine: sum, missing: remove}}]}]
                """);
        assertThat(of(field(rule, "A s a 9"), "A")).isEqualTo("1..9 1-1");
        assertThat(of(field(rule, "A s a 9", "A s x -3"), "A")).isEqualTo("2..6 1-1");
    }

    /** Without the figure its criterion has no value, and does not count. */
    @Test
    void an_optional_figure_that_does_not_come_leaves_what_stands_without_it() {
        var yaml = """
                stages:
                  - id: s
                    criteria:
                      - {id: c, then: [{times: f}], aspects: [{id: a, max: 10}, {id: f, kind: recorded, min: %s, max: %s, optional: true}]}
                      - {id: d, aspects: [{id: b, max: 5}]}
                """;
        assertThat(of(field(rule(yaml.formatted(1, 2)), "A s a 6", "A s b 3"), "A"))
                .isEqualTo("3..15 1-1");
        assertThat(of(field(rule(yaml.formatted(-2, -1)), "A s a 6", "A s b 3"), "A"))
                .isEqualTo("-9..3 1-1");
    }

    @Test
    void an_optional_mark_without_a_bound_leaves_none() {
        var rule = rule(
                "stages: [{id: s, aspects: [{id: a, max: 10}, {id: t, kind: time, limit: 60, over: {every: 1, points: -1}, optional: true}]}]");
        var scorer = field(rule, "A s a 9");
        assertThat(of(scorer, "A")).isEqualTo("?..9 1-1");
        scorer.apply(mark(rule, "s", "A", "t", "1", "61"));
        assertThat(of(scorer, "A")).isEqualTo("8..8 1-1");
    }

    @Test
    void who_has_nothing_but_optional_marks_to_wait_for_still_competes() {
        var rule = rule("stages: [{id: s, aspects: [{id: x, max: 2, optional: true}]}]");
        var scorer = field(rule, "A s x 1", "B");
        assertThat(of(scorer, "A")).isEqualTo("1..1 1-2");
        assertThat(of(scorer, "B")).isEqualTo("0..2 1-2");
        scorer.apply(new StageClosed("s"));
        assertThat(of(scorer, "B")).isEqualTo("?..? null-null");
    }

    @Test
    void a_veto_may_come_until_the_stage_is_closed() {
        var rule = rule("""
                stages:
                  - id: s
                    aspects:
                      - {id: a, max: 6}
                      - {id: b, max: 4}
                      - {id: crack, kind: gate, zeroes: sheet}
                  - id: t
                    aspects:
                      - {id: c, max: 3}
                      - {id: d, max: 2}
                      - {id: void, kind: gate, zeroes: items, items: [{id: c}]}
                """);
        var scorer = field(rule, "A s a 5", "A s b 4", "A t c 3", "A t d 2");
        assertThat(of(scorer, "A")).isEqualTo("2..14 1-1");
        scorer.apply(mark(rule, "s", "A", "crack", "1", "none"));
        assertThat(of(scorer, "A")).isEqualTo("11..14 1-1");
        scorer.apply(mark(rule, "t", "A", "void", "1", "c=1"));
        assertThat(of(scorer, "A")).isEqualTo("11..11 1-1");
    }
}
