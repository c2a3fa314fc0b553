package org.leitai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.scoring.Marks.entry;
import static org.leitai.scoring.Marks.mark;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.scoring.sheet.Slot;

/** Bounds that a rule sets only just: as narrow as they can be, not only wide enough. */
class CertaintyEdgesTest {
    /** Lowest and highest total, best and worst place of A after marks written {@code entry piece seat value}. */
    private static String ofA(String stages, String... marks) {
        var rule = RulebookReader.read("rulebook: r\n" + stages).orThrow();
        var scorer = Scorer.of(rule);
        scorer.apply(entry("A"));
        scorer.apply(entry("B"));
        for (var line : marks) {
            var parts = line.split(" ", -1);
            scorer.apply(
                    mark(rule, new Slot("s", parts[0], Integer.parseInt(parts[1]), parts[2], parts[3], 1), parts[4]));
        }
        var certainty = scorer.certainty("A").orElseThrow();
        return text(certainty.lowest()) + ".." + text(certainty.highest()) + " " + certainty.best() + "-"
                + certainty.worst();
    }

    private static String text(@Nullable BigDecimal number) {
        return number == null ? "?" : number.toPlainString();
    }

    @Test
    void a_standardised_stage_is_bounded_once_nobody_in_its_scale_can_move() {
        var rule =
                "stages: [{id: s, standardise: {method: mean-deviation, centre: 500, spread: 30, round: 0}, aspects: [{id: a, max: 6}]}]";
        assertThat(ofA(rule, "A 1 a 1 6")).isEqualTo("?..? 1-2");
        assertThat(ofA(rule, "A 1 a 1 6", "B 1 a 1 2")).isEqualTo("530..530 1-1");
    }

    @Test
    void any_number_of_further_pieces_leaves_a_limit_only_where_none_can_win_or_lose() {
        var pieces = "stages: [{id: s, pieces: {take: sum}, aspects: [{id: a, min: %s, max: %s}]}]";
        assertThat(ofA(pieces.formatted(0, 3), "A 1 a 1 2")).isEqualTo("2..? 1-2");
        assertThat(ofA(pieces.formatted(-2, 0), "A 1 a 1 -1")).isEqualTo("?..-1 1-2");
        assertThat(ofA(pieces.formatted(-2, 3), "A 1 a 1 2")).isEqualTo("?..? 1-2");
        assertThat(ofA(pieces.formatted(1, 3))).isEqualTo("1..? 1-2");
        assertThat(ofA(pieces.replace("sum", "best").formatted(0, 3), "A 1 a 1 2"))
                .isEqualTo("2..3 1-2");
        assertThat(ofA(pieces.replace("sum", "mean").formatted(0, 3), "A 1 a 1 2"))
                .isEqualTo("0..3 1-2");
        assertThat(ofA(pieces.replace("take: sum", "take: sum, best: 2").formatted(0, 3), "A 1 a 1 2"))
                .isEqualTo("2..6 1-2");
    }

    @Test
    void the_first_and_the_last_of_counted_pieces_are_those() {
        var pieces = "stages: [{id: s, pieces: {count: 2, take: %s}, aspects: [{id: a, max: 6}]}]";
        assertThat(ofA(pieces.formatted("first"), "A 2 a 1 3")).isEqualTo("0..6 1-2");
        assertThat(ofA(pieces.formatted("first"), "A 1 a 1 4")).isEqualTo("4..4 1-2");
        assertThat(ofA(pieces.formatted("last"), "A 2 a 1 3")).isEqualTo("3..3 1-2");
        assertThat(ofA(pieces.formatted("last"), "A 1 a 1 4")).isEqualTo("0..6 1-2");
    }

    @Test
    void marks_that_may_lie_too_far_apart_may_be_given_anew_and_others_may_not() {
        var panel =
                "stages: [{id: s, aspects: [{id: a, kind: judgement, max: 9, panel: {seats: 3, combine: mean, spread: {limit: %s, refuses: true}}}]}]";
        assertThat(ofA(panel.formatted(1), "A 1 a 1 3")).isEqualTo("0..9 1-2");
        assertThat(ofA(panel.formatted(3), "A 1 a 1 3")).isEqualTo("3..9 1-2");
        assertThat(ofA(panel.formatted(1), "A 1 a 1 3", "A 1 a 2 2", "A 1 a 3 2"))
                .isEqualTo("7..7 1-2");
        assertThat(ofA(panel.formatted(2), "A 1 a 1 3", "A 1 a 2 1", "A 1 a 3 2"))
                .isEqualTo("6..6 1-2");
    }

    @Test
    void of_several_that_may_come_to_a_mean_the_best_one_comes_alone() {
        var rule =
                "stages: [{id: s, combine: mean, aspects: [{id: a, max: 10}, {id: x, min: %s, max: %s, optional: true}, {id: y, min: %s, max: %s, optional: true}]}]";
        // 1 and 5, not 1 and 1, nor all three
        assertThat(ofA(rule.formatted(0, 1, 0, 5), "A 1 a 1 1")).endsWith("..3 1-2");
        // 9 and 0, not 9 and 7, nor all three
        assertThat(ofA(rule.formatted(7, 8, 0, 2), "A 1 a 1 9")).startsWith("4.5..");
    }

    @Test
    void of_factors_of_which_none_is_awaited_one_at_least_comes() {
        var rule =
                "stages: [{id: s, combine: product, aspects: [{id: x, min: 2, max: 3, optional: true}, {id: y, min: -1, max: 4, optional: true}]}]";
        assertThat(ofA(rule)).isEqualTo("-3..12 1-2");
        assertThat(ofA(rule, "A 1 x 1 2")).isEqualTo("-2..8 1-2");
    }

    @Test
    void a_judge_who_gives_no_sheet_is_left_out_or_stands_at_nothing() {
        var rule =
                "stages: [{id: s, panel: {seats: 2, per: sheet, combine: mean, missing: %s}, aspects: [{id: a, max: 10}]}]";
        assertThat(ofA(rule.formatted("zero"), "A 1 a 1 8", "A 1 a 2 absent")).isEqualTo("4..4 1-2");
        assertThat(ofA(rule.formatted("remove"), "A 1 a 1 8", "A 1 a 2 absent")).isEqualTo("8..8 1-2");
        assertThat(ofA(rule.formatted("remove"), "A 1 a 1 8")).isEqualTo("4..9 1-2");
    }
}
