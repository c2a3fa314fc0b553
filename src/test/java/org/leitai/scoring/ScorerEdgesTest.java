package org.leitai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.scoring.Marks.entry;
import static org.leitai.scoring.Marks.mark;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Text.Language;
import org.leitai.rulebook.aspect.MarkValue;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.scoring.explain.ExplanationText;
import org.leitai.scoring.fold.ScoringEvent.EntryAdmitted;
import org.leitai.scoring.fold.ScoringEvent.EntryStatusSet;
import org.leitai.scoring.fold.ScoringEvent.MarkCleared;
import org.leitai.scoring.fold.ScoringEvent.MarkSet;
import org.leitai.scoring.fold.ScoringEvent.StageClosed;
import org.leitai.scoring.result.Certainty.Line;
import org.leitai.scoring.result.Row;
import org.leitai.scoring.result.RowChange;
import org.leitai.scoring.result.Status;
import org.leitai.scoring.sheet.Slot;

/** Edges that drawn cases seldom reach; each was found by changing the code there and seeing every other test pass. */
class ScorerEdgesTest {
    private static final String TWO = "stages: [{id: s, aspects: [{id: p, max: 6}, {id: q, max: 4}]}]";

    private static Rulebook rule(String... lines) {
        return RulebookReader.read("rulebook: r\n" + String.join("\n", lines)).orThrow();
    }

    /** Entries of stage {@code s}, each as {@code id p q}; {@code -} is no mark yet. */
    private static Scorer field(Rulebook rule, String... entries) {
        var scorer = Scorer.of(rule);
        for (var line : entries) {
            var parts = line.split(" ", -1);
            var named = parts[0].split("@", -1);
            var delegation = named.length > 1 ? named[1] : "";
            scorer.apply(new EntryAdmitted(named[0], "", delegation, "", List.of()));
            for (var i = 1; i < parts.length; i++) {
                if (!parts[i].equals("-")) {
                    scorer.apply(mark(rule, "s", named[0], i == 1 ? "p" : "q", "1", parts[i]));
                }
            }
        }
        return scorer;
    }

    private static List<String> printed(Scorer scorer) {
        return scorer.rows("").stream()
                .map(row -> row.rank() + " " + row.entry() + " " + row.printed())
                .toList();
    }

    private static String why(Scorer scorer, String entry) {
        return ExplanationText.render(scorer.explain(entry).orElseThrow(), Language.EN);
    }

    private static Optional<BigDecimal> total(Scorer scorer, String entry) {
        return scorer.row(entry).map(Row::printed);
    }

    @Test
    void who_reaches_the_threshold_for_certain_is_safe_and_who_cannot_is_out() {
        var rule = rule("cuts: [{id: c, best: 3, at-least: 6}]", TWO);
        assertThat(field(rule, "A 6 -", "B 5 -", "C 1 -").cutLines("c", ""))
                .isEqualTo(Map.of("A", Line.SAFE, "B", Line.OPEN, "C", Line.OUT));
    }

    @Test
    void equals_at_the_line_are_safe_where_the_cut_grows() {
        var rule = rule("cuts: [{id: grow, best: 1}, {id: shrink, best: 1, ties: shrink}]", TWO);
        var scorer = field(rule, "A 5 4", "B 6 3", "C 1 1");
        assertThat(scorer.cutLines("grow", "")).isEqualTo(Map.of("A", Line.SAFE, "B", Line.SAFE, "C", Line.OUT));
        assertThat(scorer.cutLines("shrink", "")).containsEntry("C", Line.OUT).doesNotContainValue(Line.SAFE);
    }

    @Test
    void a_quota_lets_exactly_so_many_of_a_delegation_through() {
        var rule = rule("cuts: [{id: c, best: 2, per-delegation: 1}]", TWO);
        assertThat(field(rule, "A@x 6 4", "B@y 6 3", "C@z 1 1", "D@x 6 2").cutLines("c", ""))
                .isEqualTo(Map.of("A", Line.SAFE, "B", Line.SAFE, "C", Line.OUT, "D", Line.OUT));
    }

    @Test
    void of_a_share_only_as_many_are_safe_as_the_complete_ones_make() {
        var rule = rule("cuts: [{id: c, share: 50%}]", TWO);
        assertThat(field(rule, "A 6 4", "B 6 3", "C 1 -", "D 0 -").cutLines("c", ""))
                .containsEntry("A", Line.SAFE)
                .containsEntry("B", Line.OPEN)
                .containsEntry("C", Line.OUT);
    }

    @Test
    void equal_totals_show_more_decimals_only_where_the_rule_says_so() {
        for (var ties : List.of("", "ranking: {ties: [decided]}")) {
            var rule =
                    rule("total: {round: 1}", ties, "stages: [{id: s, aspects: [{id: p, max: 9}, {id: q, max: 9}]}]");
            assertThat(printed(field(rule, "A 8.04 0", "B 8.01 0"))).containsExactly("1 A 8.0", "1 B 8.0");
        }
        var more = rule(
                "total: {round: 1}",
                "ranking: {ties: [more-decimals]}",
                "stages: [{id: s, aspects: [{id: p, max: 9}, {id: q, max: 9}]}]");
        assertThat(printed(field(more, "A 8.01 0", "B 8.04 0"))).containsExactly("1 B 8.04", "2 A 8.01");
    }

    @Test
    void an_award_and_its_rule_belong_together_and_honours_to_those_who_have_them() {
        var rule = rule(
                "awards: [{medals: {window: 1, of: total}}, {id: medallion, at-least: 4, of: total}]",
                "honours: [{id: expert, from: 1, to: 1}, {id: master, from: 2, to: 9}]",
                TWO);
        var scorer = field(rule, "A 6 4", "B 6 1", "C 5 0.5", "D 4 0.3", "E 1 1", "F 6 4");
        scorer.apply(new EntryStatusSet("F", Status.DSQ));
        assertThat(why(scorer, "D")).contains("medallion", "from 4").doesNotContain("window", "expert");
        assertThat(why(scorer, "A")).contains("window of 1", "expert").doesNotContain("master");
        assertThat(scorer.row("F").orElseThrow().award()).isNull();
        assertThat(scorer.row("E").orElseThrow().award()).isNull();
    }

    @Test
    void a_change_is_seen_in_printed_totals_and_where_a_row_comes_or_goes() {
        var row = field(rule("total: {round: 1}", TWO), "A 6 4").row("A").orElseThrow();
        var finer = field(rule("total: {round: 2}", TWO), "A 6 4").row("A").orElseThrow();
        assertThat(RowChange.of("A", row, row).isChange()).isFalse();
        assertThat(RowChange.of("A", row, finer).isChange()).isTrue();
        assertThat(RowChange.of("A", null, row))
                .isEqualTo(new RowChange("A", null, 1, null, new BigDecimal("10.0"), null, null));
        assertThat(RowChange.of("A", row, null))
                .isEqualTo(new RowChange("A", 1, null, new BigDecimal("10.0"), null, null, null));
    }

    @Test
    void a_seat_without_a_mark_counts_zero_once_and_no_seat_that_may_still_mark_does() {
        var rule = rule("stages: [{id: s, aspects: [{id: p, max: 9, panel: {seats: 3, missing: zero}}]}]");
        var scorer = field(rule, "A 6");
        scorer.apply(new MarkSet(Slot.of("s", "A", "p", "2"), new MarkValue.Absent("withdrawn")));
        assertThat(total(scorer, "A")).contains(new BigDecimal("3"));
        assertThat(why(scorer, "A")).contains("Seat 2 marked: no mark (withdrawn) → –");
    }

    @Test
    void a_sheet_that_is_not_complete_is_left_out_and_the_others_count() {
        var rule = rule(
                "stages: [{id: s, panel: {seats: 3, missing: remove}, aspects: [{id: p, max: 9}, {id: q, max: 9}]}]");
        var scorer = field(rule, "A 6 2");
        scorer.apply(mark(rule, "s", "A", "p", "2", "5"));
        scorer.apply(mark(rule, "s", "A", "q", "2", "1"));
        scorer.apply(mark(rule, "s", "A", "p", "3", "9"));
        assertThat(total(scorer, "A")).contains(new BigDecimal("7"));
    }

    @Test
    void a_piece_whose_panel_is_not_complete_waits_and_the_others_count() {
        var rule = rule("stages: [{id: s, pieces: {take: sum}, aspects: [{id: p, max: 9, panel: {seats: 2}}]}]");
        var scorer = field(rule, "A");
        for (var one : List.of("1 1 6", "1 2 8", "2 1 9")) {
            var parts = one.split(" ", -1);
            scorer.apply(mark(rule, new Slot("s", "A", Integer.parseInt(parts[0]), "p", parts[1], 1), parts[2]));
        }
        assertThat(total(scorer, "A")).contains(new BigDecimal("7"));
    }

    @Test
    void an_optional_loss_may_stay_away_and_what_has_no_bound_in_a_panel_has_none() {
        var loss = rule(
                "stages: [{id: s, aspects: [{id: p, max: 9}, {id: o, min: -5, max: -1, outside: true, optional: true}, {id: q, max: 3}]}]");
        var certainty = field(loss, "A 9").certainty("A").orElseThrow();
        assertThat(certainty.highest()).isEqualByComparingTo("12");
        assertThat(certainty.lowest()).isEqualByComparingTo("4");
        var time = rule(
                "stages: [{id: s, aspects: [{id: p, kind: time, limit: 60, over: {every: 1, points: -1}, panel: {seats: 2}}]}]");
        assertThat(field(time, "A 61").certainty("A").orElseThrow().lowest()).isNull();
    }

    @Test
    void a_figure_of_a_sheet_filled_once_holds_for_every_attempt() {
        var rule = rule(
                "stages:",
                "  - id: s",
                "    forms:",
                "      - {id: tries, attempts: {take: sum}, aspects: [{id: p, max: 9, then: [{times: q}]}]}",
                "      - {id: once, aspects: [{id: q, kind: recorded}]}");
        var scorer = field(rule, "A - 2");
        scorer.apply(mark(rule, new Slot("s", "A", 1, "p", "1", 1), "3"));
        scorer.apply(mark(rule, new Slot("s", "A", 1, "p", "1", 2), "4"));
        assertThat(total(scorer, "A")).contains(new BigDecimal("14"));
        assertThat(why(scorer, "A")).contains("4 times q (2): 8");
    }

    @Test
    void a_fork_keeps_its_own_count_of_what_is_marked() {
        var rule = rule(TWO);
        var scorer = field(rule, "A 5 -");
        scorer.row("A");
        var fork = scorer.with(List.of(mark(rule, "s", "A", "q", "1", "3")));
        assertThat(total(fork, "A")).contains(new BigDecimal("8"));
        scorer.apply(new MarkCleared(Slot.of("s", "A", "p", "1")));
        assertThat(scorer.row("A").orElseThrow().printed()).isNull();
        fork.apply(mark(rule, "s", "A", "p", "1", "6"));
        fork.apply(new MarkCleared(Slot.of("s", "A", "p", "1")));
        assertThat(total(fork, "A")).contains(new BigDecimal("3"));
        fork.apply(new MarkCleared(Slot.of("s", "A", "q", "1")));
        assertThat(fork.row("A").orElseThrow().printed()).isNull();
    }

    @Test
    void whose_rows_changed_is_told_once() {
        var rule = rule("total: {round: 1}", "ranking: {ties: [more-decimals]}", TWO);
        var scorer = field(rule, "A 5 3.04", "B 6 2.01", "C 1 1");
        scorer.rows("");
        assertThat(scorer.takeChanged()).isEmpty();
        assertThat(scorer.takeChanged()).contains(Set.of());
        scorer.apply(mark(rule, "s", "C", "p", "1", "2"));
        assertThat(scorer.takeChanged()).contains(Set.of("C"));
        scorer.apply(mark(rule, "s", "A", "q", "1", "1"));
        assertThat(scorer.takeChanged()).contains(Set.of("A", "B"));
        scorer.apply(entry("D"));
        scorer.apply(new StageClosed("s"));
        assertThat(scorer.takeChanged()).isEmpty();
        var scaled = field(rule("standardise: {method: mean-deviation, centre: 0, spread: 1}", TWO), "A 1 1");
        scaled.takeChanged();
        assertThat(scaled.takeChanged()).isEmpty();
    }
}
