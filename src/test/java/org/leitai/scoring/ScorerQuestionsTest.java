package org.leitai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leitai.scoring.Marks.entry;
import static org.leitai.scoring.Marks.mark;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Text.Language;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.scoring.explain.Explanation.Kind;
import org.leitai.scoring.explain.ExplanationText;
import org.leitai.scoring.fold.Changes;
import org.leitai.scoring.fold.ScoringEvent;
import org.leitai.scoring.fold.ScoringEvent.AwardOverridden;
import org.leitai.scoring.fold.ScoringEvent.CorrectionSet;
import org.leitai.scoring.fold.ScoringEvent.EntryAdmitted;
import org.leitai.scoring.fold.ScoringEvent.EntryStatusSet;
import org.leitai.scoring.fold.ScoringEvent.MarkCleared;
import org.leitai.scoring.fold.ScoringEvent.SheetReturned;
import org.leitai.scoring.fold.ScoringEvent.SheetSigned;
import org.leitai.scoring.fold.ScoringEvent.StageClosed;
import org.leitai.scoring.fold.ScoringEvent.StageReopened;
import org.leitai.scoring.fold.ScoringEvent.TieDecided;
import org.leitai.scoring.result.Row;
import org.leitai.scoring.result.SortKey;
import org.leitai.scoring.result.Status;
import org.leitai.scoring.sheet.Slot;

/** What can be asked of a scorer, beside its tables. */
class ScorerQuestionsTest {
    private static final Rulebook RULE = RulebookReader.read("""
            rulebook: r
            total: {round: 2}
            ranking: {ties: [{of: s/t, order: ascending}, decided]}
            rounds: [{id: heat, stages: [s], cut: {best: 2}}, {id: final, stages: [s, f]}]
            awards: [{id: first, title: {zh: 一等奖, en: First}, count: 1}]
            stages:
              - {id: s, aspects: [{id: a, title: {zh: 甲项, en: Item}, max: 10}, {id: t, kind: time}]}
              - {id: f, aspects: [{id: b, max: 10}]}
            """).orThrow();

    private static Scorer field() {
        var scorer = Scorer.of(RULE);
        for (var id : List.of("A", "B", "C")) {
            scorer.apply(entry(id));
        }
        scorer.apply(mark(RULE, "s", "A", "a", "1", "7"));
        scorer.apply(mark(RULE, "s", "B", "a", "1", "9"));
        scorer.apply(mark(RULE, "s", "C", "a", "1", "8"));
        scorer.apply(mark(RULE, "f", "B", "b", "1", "1"));
        scorer.apply(mark(RULE, "f", "C", "b", "1", "6"));
        return scorer;
    }

    private static List<String> ranks(List<Row> rows) {
        return rows.stream()
                .map(row -> row.rank() + " " + row.entry() + " " + row.printed())
                .toList();
    }

    @Test
    void tables_after_each_round_and_in_the_end() {
        var scorer = field();
        assertThat(scorer.roundTables("").keySet()).containsExactly("heat", "final");
        assertThat(ranks(scorer.roundTables("").getOrDefault("heat", List.of())))
                .containsExactly("1 B 9.00", "2 C 8.00", "3 A 7.00");
        assertThat(ranks(scorer.roundTables("").getOrDefault("final", List.of())))
                .containsExactly("1 C 14.00", "2 B 10.00");
        assertThat(ranks(scorer.rows(""))).containsExactly("1 C 14.00", "2 B 10.00", "3 A 7.00");
        assertThat(scorer.rows("")).extracting(Row::round).containsExactly("final", "final", "heat");
        var one = Scorer.of(RulebookReader.read("rulebook: r\nstages: [{id: s, aspects: [{id: a, max: 1}]}]")
                .orThrow());
        assertThat(one.roundTables("")).isEmpty();
    }

    @Test
    void who_is_through_but_has_no_mark_in_the_next_round_keeps_the_place_of_the_one_before() {
        var scorer = field();
        scorer.apply(new MarkCleared(Slot.of("f", "B", "b", "1")));
        assertThat(ranks(scorer.rows(""))).containsExactly("1 C 14.00", "2 B 9.00", "3 A 7.00");
    }

    @Test
    void statuses_scores_marks_and_derivations_of_one_subject() {
        var scorer = field();
        assertThat(scorer.status("A")).isEqualTo(Status.COMPETING);
        scorer.apply(new EntryStatusSet("A", Status.DNF));
        assertThat(scorer.status("A")).isEqualTo(Status.DNF);
        assertThat(scorer.status("nobody")).isNull();
        assertThat(scorer.apply(new EntryStatusSet("nobody", Status.DNF))).isEqualTo(Changes.NONE);
        assertThat(scorer.row("nobody")).isEmpty();
        assertThat(scorer.explain("nobody")).isEmpty();

        assertThat(scorer.stageScore("s", "A").value()).hasToString("7");
        assertThat(scorer.stageScore("s", "A").missing()).isEqualTo(1);
        assertThat(scorer.stageScores("f")).containsOnlyKeys("B", "C");
        assertThat(scorer.mark(Slot.of("s", "A", "a", "1"))).isPresent();
        assertThat(scorer.mark(Slot.of("s", "A", "a", "2"))).isEmpty();
        assertThat(scorer.mark(Slot.of("x", "A", "a", "1"))).isEmpty();
        assertThat(scorer.mark(Slot.of("s", "A", "x", "1"))).isEmpty();
        assertThat(scorer.explain("s", "A"))
                .singleElement()
                .satisfies(item -> assertThat(item.kind()).isEqualTo(Kind.STAGE));
        assertThat(scorer.explain("f", "A")).isEmpty();
    }

    @Test
    void signatures_are_counted_once_a_seat_and_taken_back() {
        var scorer = field();
        scorer.apply(new SheetSigned("s", "s", "A", "1"));
        scorer.apply(new SheetSigned("s", "s", "A", "2"));
        scorer.apply(new SheetSigned("s", "s", "A", "2"));
        assertThat(scorer.stageScore("s", "A").signed()).isEqualTo(2);
        scorer.apply(new SheetReturned("s", "s", "A", "2"));
        assertThat(scorer.stageScore("s", "A").signed()).isEqualTo(1);
        scorer.apply(new SheetSigned("s", "s", "17", "1"));
        scorer.apply(new ScoringEvent.Linked("s", "17", "A"));
        assertThat(scorer.stageScore("s", "A").signed()).isEqualTo(2);
    }

    @Test
    void a_closed_stage_is_complete_until_it_is_opened_again() {
        var scorer = field();
        assertThat(scorer.stageScore("s", "A").complete()).isFalse();
        assertThat(scorer.apply(new StageClosed("s")).entries()).containsExactlyInAnyOrder("A", "B", "C");
        assertThat(scorer.stageScore("s", "A").complete()).isTrue();
        scorer.apply(new StageReopened("s"));
        assertThat(scorer.stageScore("s", "A").complete()).isFalse();
    }

    @Test
    void what_an_event_may_have_changed() {
        var scorer = field();
        var marked = scorer.apply(mark(RULE, "s", "A", "a", "1", "6"));
        assertThat(marked).isEqualTo(new Changes(Set.of("A"), Set.of("A"), "s", false));
        assertThat(scorer.apply(mark(RULE, "s", "9", "a", "1", "6")).entries()).isEmpty();
        assertThat(scorer.apply(new MarkCleared(Slot.of("s", "A", "x", "1")))).isEqualTo(Changes.NONE);
        assertThat(scorer.apply(new CorrectionSet("B", BigDecimal.ONE, "x")).entries())
                .containsExactly("B");
    }

    @Test
    void the_order_of_lots_counts_from_the_first() {
        var scorer = Scorer.of(RULE);
        for (var id : List.of("A", "B", "C")) {
            scorer.apply(entry(id));
            scorer.apply(mark(RULE, "s", id, "a", "1", "7"));
        }
        scorer.apply(new TieDecided(List.of("C", "A", "B")));
        assertThat(ranks(scorer.roundTables("").getOrDefault("heat", List.of())))
                .containsExactly("1 C 7.00", "2 A 7.00", "3 B 7.00");
    }

    @Test
    void why_names_corrections_decisions_and_the_tie_break_as_recorded() {
        var rulebook = RulebookReader.read("""
                rulebook: r
                ranking: {ties: [{of: s/t, order: ascending}, decided]}
                awards: [{id: first, title: {zh: 一等奖, en: First}, count: 1}, {id: other, title: {zh: 特别奖, en: Special}, count: 0}]
                stages: [{id: s, aspects: [{id: a, max: 10}, {id: t, kind: time}]}]
                """).orThrow();
        var scorer = Scorer.of(rulebook);
        for (var row : new String[][] {{"A", "7", "90"}, {"B", "7", "80"}}) {
            scorer.apply(entry(row[0]));
            scorer.apply(mark(rulebook, "s", row[0], "a", "1", row[1]));
            scorer.apply(mark(rulebook, "s", row[0], "t", "1", row[2]));
        }
        scorer.apply(new CorrectionSet("A", new BigDecimal("-1"), "迟到"));
        scorer.apply(new CorrectionSet("A", BigDecimal.ONE, "更正"));
        scorer.apply(new AwardOverridden("A", "other"));
        var why = ExplanationText.render(scorer.explain("A").orElseThrow(), Language.EN);
        assertThat(why)
                .contains("Correction: 迟到 -1", "Correction: 更正 1")
                .contains("Equal to B, decided by 's/t': 90 against 80")
                .contains("Award: Special (by decision)");
        assertThat(ExplanationText.render(scorer.explain("B").orElseThrow(), Language.EN))
                .contains("Equal to A, decided by 's/t': 80 against 90", "Award: First (");
        scorer.apply(new AwardOverridden("A", null));
        assertThat(scorer.row("A").orElseThrow().award()).isNull();

        scorer.apply(mark(rulebook, "s", "A", "t", "1", "80"));
        scorer.apply(new TieDecided(List.of("A", "B")));
        assertThat(ExplanationText.render(scorer.explain("A").orElseThrow(), Language.EN))
                .contains("decided by 'lots or extra round': 1 against 2");
    }

    @Test
    void why_names_the_standardised_value_of_a_stage() {
        var rulebook = RulebookReader.read("""
                rulebook: r
                stages:
                  - {id: s, weight: 2, standardise: {method: mean-deviation, centre: 500, spread: 30, round: 0}, aspects: [{id: a, max: 100}]}
                """).orThrow();
        var scorer = Scorer.of(rulebook);
        for (var row : new String[][] {{"A", "80"}, {"B", "70"}, {"C", "60"}, {"D", "50"}}) {
            scorer.apply(entry(row[0]));
            scorer.apply(mark(rulebook, "s", row[0], "a", "1", row[1]));
        }
        assertThat(scorer.row("A").orElseThrow().total()).hasToString("1080");
        assertThat(ExplanationText.render(scorer.explain("A").orElseThrow(), Language.EN))
                .contains("Total: 1080", "Standardised score (mean 65, deviation 11.1803): 540");
        scorer.apply(new EntryStatusSet("D", Status.DSQ));
        assertThat(scorer.row("B").orElseThrow().total()).hasToString("1000");
    }

    @Test
    void a_team_s_marks_count_for_its_entries_and_change_them() {
        var rulebook = RulebookReader.read("""
                rulebook: r
                stages: [{id: s, aspects: [{id: a, max: 10}]}, {id: p, of: team, aspects: [{id: b, max: 10}]}]
                """).orThrow();
        var scorer = Scorer.of(rulebook);
        for (var team : new String[][] {{"A", "T"}, {"B", "T"}, {"C", "U"}}) {
            scorer.apply(new EntryAdmitted(team[0], "", "", "", List.of(), team[1], ""));
        }
        assertThat(scorer.apply(mark(rulebook, "p", "T", "b", "1", "4")).entries())
                .containsExactlyInAnyOrder("A", "B");
        assertThat(scorer.row("B").orElseThrow().total()).hasToString("4");
        assertThat(scorer.row("C").orElseThrow().total()).isNull();
    }

    @Test
    void keys_compare_part_by_part_and_nothing_is_worse_than_anything() {
        var one = SortKey.of(Arrays.asList(Ratio.ONE, null));
        var two = SortKey.of(List.of(Ratio.ONE, Ratio.ZERO));
        assertThat(two.compareTo(one)).isPositive();
        assertThat(one.compareTo(two)).isNegative();
        assertThat(one.decidedAt(two)).isEqualTo(1);
        assertThat(one.decidedAt(one)).isEqualTo(-1);
        assertThat(one.leads(two)).isFalse();
        assertThat(one)
                .isNotEqualTo(two)
                .hasSameHashCodeAs(SortKey.of(one.parts()))
                .isEqualTo(SortKey.of(one.parts()));
        assertThat(one.size()).isEqualTo(2);
        assertThat(one).hasToString("[1, null]").isNotEqualTo("[1, null]");
        assertThat(one.hashCode()).isNotEqualTo(two.hashCode());
    }

    private static String why(String awards, String entry) {
        var rulebook = RulebookReader.read(
                        "rulebook: r\nawards: [" + awards + "]\nstages: [{id: s, aspects: [{id: a, max: 100}]}]")
                .orThrow();
        var scorer = Scorer.of(rulebook);
        for (var row : new String[][] {{"A", "90"}, {"B", "80"}}) {
            scorer.apply(entry(row[0]));
            scorer.apply(mark(rulebook, "s", row[0], "a", "1", row[1]));
        }
        return ExplanationText.render(scorer.explain(entry).orElseThrow(), Language.EN);
    }

    @Test
    void why_names_the_rule_that_gave_the_award() {
        var other = "{id: z, title: Zero, count: 0}, ";
        assertThat(why(other + "{id: a, title: First, count: 1}", "A")).contains("Award: First (1 place)");
        assertThat(why(other + "{id: a, title: First, share: 50%}", "A")).contains("Award: First (50% of the field)");
        assertThat(why(other + "{id: a, title: Half, top: 100%}", "B")).contains("Award: Half (the first 100%)");
        assertThat(why(other + "{id: a, title: Line, at-least: 80, of: total}", "B"))
                .contains("Award: Line (from 80)");
        assertThat(why(other + "{medals: {window: 2, of: total}}", "B")).contains("Award: Silver (medal window of 2)");
        assertThat(why(other + "{id: a, title: First, count: 1}", "B")).doesNotContain("Award");
    }

    @Test
    void totals_that_differ_far_behind_the_point_are_printed_with_ten_more_decimals_at_most() {
        var rulebook = RulebookReader.read("""
                rulebook: r
                total: {round: 0}
                ranking: {ties: [more-decimals]}
                stages: [{id: s, aspects: [{id: a, max: 10, decimals: 12}]}]
                """).orThrow();
        var scorer = Scorer.of(rulebook);
        for (var row : new String[][] {{"A", "5.000000000002"}, {"B", "5.000000000001"}, {"C", "7"}}) {
            scorer.apply(entry(row[0]));
            scorer.apply(mark(rulebook, "s", row[0], "a", "1", row[1]));
        }
        assertThat(ranks(scorer.rows(""))).containsExactly("1 C 7", "2 A 5.0000000000", "3 B 5.0000000000");
        scorer.apply(mark(rulebook, "s", "A", "a", "1", "5.02"));
        assertThat(ranks(scorer.rows(""))).containsExactly("1 C 7", "2 A 5.02", "3 B 5.00");
    }

    @Test
    void only_a_scorer_that_remembers_can_go_back_and_only_to_what_was() {
        assertThatThrownBy(() -> Scorer.of(RULE).asOf(0)).isInstanceOf(IllegalStateException.class);
        var scorer = Scorer.remembering(RULE);
        scorer.apply(entry("A"));
        assertThat(scorer.fork().with(List.of(entry("B"))).seq()).isEqualTo(2);
        assertThat(scorer.seq()).isEqualTo(1);
        assertThatThrownBy(() -> scorer.asOf(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> scorer.asOf(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void a_cut_of_a_standardised_field_looks_at_its_ranks() {
        var rulebook = RulebookReader.read("""
                rulebook: r
                standardise: {method: mean-deviation, centre: 500, spread: 30, round: 0}
                ranking: {by: scaled}
                cuts: [{id: c, best: 1}]
                stages: [{id: s, aspects: [{id: a, max: 100}]}]
                """).orThrow();
        var scorer = Scorer.of(rulebook);
        for (var row : new String[][] {{"A", "70"}, {"B", "90"}}) {
            scorer.apply(entry(row[0]));
            scorer.apply(mark(rulebook, "s", row[0], "a", "1", row[1]));
        }
        assertThat(scorer.cut("c", "").through()).containsExactly("B");
        assertThat(scorer.rows("").getFirst().scaled()).hasToString("530");
        assertThat(scorer.row("A").orElseThrow().scaled()).hasToString("470");
    }
}
