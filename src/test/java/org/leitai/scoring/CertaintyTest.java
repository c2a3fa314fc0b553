package org.leitai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.scoring.Marks.entry;
import static org.leitai.scoring.Marks.mark;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.scoring.fold.ScoringEvent.EntryStatusSet;
import org.leitai.scoring.fold.ScoringEvent.StageClosed;
import org.leitai.scoring.result.Certainty;
import org.leitai.scoring.result.Status;
import org.leitai.scoring.sheet.Slot;

/** What can still happen, to the last digit and place. */
class CertaintyTest {
    private static final String STAGES = """
            total: {round: 1}
            ranking: {ties: [two]}
            stages:
              - {id: one, weight: 50%, aspects: [{id: a, min: 2, max: 10}]}
              - {id: two, aspects: [{id: b, max: 4, decimals: 1}, {id: fine, optional: true, min: -1, max: 0, outside: true}]}
            """;
    private static final Rulebook RULE = rule("rulebook: r\n" + STAGES);
    /** The same without what nobody waits for. */
    private static final String PLAIN =
            STAGES.replace(", {id: fine, optional: true, min: -1, max: 0, outside: true}", "");

    private static final Rulebook PLAIN_RULE = rule("rulebook: r\n" + PLAIN);

    private static Rulebook rule(String yaml) {
        return RulebookReader.read(yaml).orThrow();
    }

    private static Scorer field(Rulebook rulebook, String... entries) {
        var scorer = Scorer.of(rulebook);
        for (var id : entries) {
            scorer.apply(entry(id));
        }
        return scorer;
    }

    private static void isAt(Scorer scorer, String entry, String lowest, String highest, Object best, Object worst) {
        var certainty = scorer.certainty(entry).orElseThrow();
        assertThat(text(certainty.lowest())).isEqualTo(lowest);
        assertThat(text(certainty.highest())).isEqualTo(highest);
        assertThat(String.valueOf(certainty.best())).isEqualTo(best.toString());
        assertThat(String.valueOf(certainty.worst())).isEqualTo(worst.toString());
    }

    private static String text(@Nullable BigDecimal number) {
        return number == null ? "-" : number.toPlainString();
    }

    @Test
    void missing_marks_stand_at_their_worst_and_best() {
        var scorer = field(RULE, "A", "B");
        // a counts half: 2 to 10 is 1 to 5; b 0 to 4; the optional fine may still cost one
        isAt(scorer, "A", "0", "9", 1, 2);
        assertThat(scorer.certainty("A").orElseThrow().missing()).isEqualTo(2);
        scorer.apply(mark(RULE, "one", "A", "a", "1", "7"));
        isAt(scorer, "A", "2.5", "7.5", 1, 2);
        scorer.apply(mark(RULE, "two", "A", "b", "1", "1.5"));
        // nothing is missing, but the fine may come until the stage is closed
        isAt(scorer, "A", "4", "5", 1, 2);
        assertThat(scorer.certainty("A").orElseThrow().complete()).isTrue();
        assertThat(scorer.certainty("A").orElseThrow().missing()).isZero();
        assertThat(scorer.certainty("C")).isEmpty();
    }

    @Test
    void a_rank_is_certain_when_bounds_do_not_meet() {
        var scorer = field(PLAIN_RULE, "A", "B", "C");
        scorer.apply(mark(PLAIN_RULE, "one", "A", "a", "1", "10"));
        scorer.apply(mark(PLAIN_RULE, "two", "A", "b", "1", "4"));
        scorer.apply(mark(PLAIN_RULE, "one", "B", "a", "1", "8"));
        // A has 9; B 4 to 8, C 1 to 9: C may still have as many
        isAt(scorer, "A", "9", "9", 1, 2);
        isAt(scorer, "B", "4", "8", 2, 3);
        isAt(scorer, "C", "1", "9", 1, 3);
        scorer.apply(mark(PLAIN_RULE, "one", "C", "a", "1", "9"));
        isAt(scorer, "A", "9", "9", 1, 1);
        isAt(scorer, "C", "4.5", "8.5", 2, 3);
        scorer.apply(new EntryStatusSet("C", Status.DSQ));
        isAt(scorer, "B", "4", "8", 2, 2);
        isAt(scorer, "C", "4.5", "8.5", "null", "null");
    }

    @Test
    void equal_and_settled_totals_are_ordered_by_the_tie_break_or_share_the_rank() {
        var scorer = field(PLAIN_RULE, "A", "B", "C");
        var marks = new String[][] {{"A", "8", "2"}, {"B", "6", "3"}, {"C", "8", "2"}};
        for (var row : marks) {
            scorer.apply(mark(PLAIN_RULE, "one", row[0], "a", "1", row[1]));
            scorer.apply(mark(PLAIN_RULE, "two", row[0], "b", "1", row[2]));
        }
        isAt(scorer, "B", "6", "6", 1, 1);
        isAt(scorer, "A", "6", "6", 2, 2);
        isAt(scorer, "C", "6", "6", 2, 2);
    }

    @Test
    void an_equal_total_that_may_still_move_leaves_the_order_open() {
        var scorer = field(
                rule(("rulebook: r\n" + PLAIN).replace("{id: b, max: 4, decimals: 1}", "{id: b, max: 0}")), "A", "B");
        for (var id : new String[] {"A", "B"}) {
            scorer.apply(mark(scorer.rulebook(), "one", id, "a", "1", "6"));
        }
        scorer.apply(mark(scorer.rulebook(), "two", "A", "b", "1", "0"));
        isAt(scorer, "A", "3", "3", 1, 2);
        isAt(scorer, "B", "3", "3", 1, 2);
    }

    @Test
    void less_is_better_turns_the_bounds_round() {
        var rule = rule("""
                rulebook: r
                ranking: {order: ascending}
                stages: [{id: s, aspects: [{id: a, max: 10}, {id: b, max: 10}]}]
                """);
        var scorer = field(rule, "A", "B");
        scorer.apply(mark(rule, "s", "A", "a", "1", "0"));
        scorer.apply(mark(rule, "s", "A", "b", "1", "3"));
        scorer.apply(mark(rule, "s", "B", "a", "1", "4"));
        isAt(scorer, "A", "3", "3", 1, 1);
        isAt(scorer, "B", "4", "14", 2, 2);
    }

    @Test
    void what_no_mark_bounds_has_no_bound() {
        var rule = rule("""
                rulebook: r
                stages: [{id: s, aspects: [{id: a, max: 10}, {id: t, kind: time, limit: 60, over: {every: 1, points: -1}}]}]
                """);
        var scorer = field(rule, "A", "B");
        scorer.apply(mark(rule, "s", "A", "a", "1", "7"));
        var certainty = scorer.certainty("A").orElseThrow();
        assertThat(certainty.lowest()).isNull();
        scorer.apply(mark(rule, "s", "A", "t", "1", "61"));
        isAt(scorer, "A", "6", "6", 1, 2);
    }

    @Test
    void a_closed_stage_moves_no_more_and_in_a_standardised_field_anybody_may_get_any_place() {
        var scorer = field(RULE, "A", "B");
        scorer.apply(mark(RULE, "one", "A", "a", "1", "7"));
        scorer.apply(new StageClosed("two"));
        isAt(scorer, "A", "3.5", "3.5", 1, 2);
        isAt(scorer, "B", "1", "5", 1, 2);
        scorer.apply(new StageClosed("one"));
        isAt(scorer, "A", "3.5", "3.5", 1, 1);

        var scaled = rule("rulebook: r\nstandardise: {method: median-deviation, centre: 700, spread: 30}\n"
                + STAGES.replace("ranking: {", "ranking: {by: scaled, "));
        isAt(field(scaled, "A", "B"), "A", "0", "9", 1, 2);
        var rounds = rule("rulebook: r\nrounds: [{id: x, stages: [one]}, {id: y, stages: [one, two]}]\n" + STAGES);
        isAt(field(rounds, "A", "B"), "A", "0", "9", 1, 2);
    }

    @Test
    void agreed_seats_differing_stand_at_both_values() {
        var rule = rule("""
                rulebook: r
                stages: [{id: s, aspects: [{id: a, max: 10, panel: {seats: 2, combine: agreed}}]}]
                """);
        var scorer = field(rule, "A");
        isAt(scorer, "A", "0", "10", 1, 1);
        scorer.apply(mark(rule, "s", "A", "a", "1", "4"));
        isAt(scorer, "A", "4", "4", 1, 1);
    }

    @Test
    void agreed_seats_that_differ_stand_between_their_lowest_and_highest() {
        var rule = rule("""
                rulebook: r
                stages: [{id: s, aspects: [{id: a, max: 10, panel: {seats: 2, combine: agreed}}, {id: b, max: 1}]}]
                """);
        var scorer = field(rule, "A");
        scorer.apply(mark(rule, "s", "A", "a", "1", "6"));
        scorer.apply(mark(rule, "s", "A", "a", "2", "4"));
        isAt(scorer, "A", "4", "7", 1, 1);
    }

    @Test
    void seats_that_are_still_missing_stand_at_their_bounds_before_dropping() {
        var rule = rule("""
                rulebook: r
                stages: [{id: s, aspects: [{id: a, max: 10, panel: {seats: 4, drop-high: 1, drop-low: 1}}]}]
                """);
        var scorer = field(rule, "A");
        scorer.apply(mark(rule, "s", "A", "a", "1", "4"));
        scorer.apply(mark(rule, "s", "A", "a", "2", "8"));
        // 0, 0, 4, 8 and 4, 8, 10, 10
        isAt(scorer, "A", "2", "9", 1, 1);
        scorer.apply(mark(rule, "s", "A", "a", "3", "absent"));
        assertThat(scorer.certainty("A").orElseThrow().highest()).isNull();
    }

    @Test
    void whole_sheets_that_are_still_missing_stand_at_their_bounds() {
        var rule = rule("""
                rulebook: r
                stages: [{id: s, panel: {seats: 2, per: sheet}, aspects: [{id: a, max: 10}, {id: b, max: 6}]}]
                """);
        var scorer = field(rule, "A");
        isAt(scorer, "A", "0", "16", 1, 1);
        scorer.apply(mark(rule, "s", "A", "a", "1", "4"));
        // seat 1 has 4 to 10, seat 2 0 to 16
        isAt(scorer, "A", "2", "13", 1, 1);
        scorer.apply(mark(rule, "s", "A", "b", "1", "6"));
        isAt(scorer, "A", "5", "13", 1, 1);
    }

    @Test
    void an_optional_reward_may_still_come_and_pieces_too() {
        var rule = rule("""
                rulebook: r
                stages: [{id: s, pieces: {count: 2, take: sum}, aspects: [{id: a, max: 5}, {id: extra, max: 2, optional: true}]}]
                """);
        var scorer = field(rule, "A");
        isAt(scorer, "A", "0", "14", 1, 1);
        scorer.apply(mark(rule, new Slot("s", "A", 1, "a", "1", 1), "3"));
        isAt(scorer, "A", "3", "12", 1, 1);
    }

    /** Comparing each with each would be ten thousand million comparisons: that would not end in a morning. */
    @Test
    void a_hundred_thousand_entries_know_what_can_still_happen() {
        var rule = rule("rulebook: r\nstages: [{id: s, aspects: [{id: a, max: 10}, {id: b, max: 1}]}]");
        var scorer = Scorer.of(rule);
        var size = 100_000;
        for (var i = 0; i < size; i++) {
            scorer.apply(entry("E" + i));
            scorer.apply(mark(rule, "s", "E" + i, "a", "1", Integer.toString(i % 10)));
            if (i % 2 == 0) {
                scorer.apply(mark(rule, "s", "E" + i, "b", "1", "1"));
            }
        }
        var certainties = scorer.certainties("");
        assertThat(certainties).hasSize(size);
        // of each ten: 9+?, 8+1, 7+?, 6+1 … an even one is complete, an odd one open by one point
        assertThat(certainties.get("E9")).isEqualTo(new Certainty(1, false, points(9), points(10), 1, 2 * size / 10));
        // 8+1 has nobody surely before it, and behind it all but 9+?, the other 8+1 (which share its place)
        assertThat(certainties.get("E8")).isEqualTo(new Certainty(0, true, points(9), points(9), 1, size / 10 + 1));
        assertThat(certainties.get("E0"))
                .isEqualTo(new Certainty(0, true, points(1), points(1), 8 * size / 10 + 1, 9 * size / 10 + 1));
    }

    private static BigDecimal points(int number) {
        return new BigDecimal(number);
    }
}
