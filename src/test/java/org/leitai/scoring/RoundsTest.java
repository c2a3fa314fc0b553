package org.leitai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.scoring.Marks.entry;
import static org.leitai.scoring.Marks.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.scoring.fold.ScoringEvent.EntryStatusSet;
import org.leitai.scoring.fold.ScoringEvent.MarkSet;
import org.leitai.scoring.fold.ScoringEvent.StageClosed;
import org.leitai.scoring.result.Row;
import org.leitai.scoring.result.Status;

/** Elimination: what is missing of whoever is out, and of whoever is through but has not started. */
class RoundsTest {
    private static final String RULE_TEXT = """
            rulebook: r
            rounds:
              - {id: heat, stages: [one], cut: {best: 3}}
              - {id: semi, stages: [one, two], cut: {best: 2}}
              - {id: final, stages: [two, three]}
            stages:
              - {id: one, aspects: [{id: a, max: 10}]}
              - {id: two, aspects: [{id: b, max: 10}, {id: c, max: 10}]}
              - {id: three, aspects: [{id: d, max: 10}, {id: e, max: 10}, {id: f, max: 10}]}
            """;
    private static final Rulebook RULE = RulebookReader.read(RULE_TEXT).orThrow();

    private final Scorer scorer = Scorer.of(RULE);

    private void given(String stage, String entry, String aspect, String value) {
        scorer.apply(mark(RULE, stage, entry, aspect, "1", value));
    }

    private void afterTheHeat() {
        List.of("A", "B", "C", "D").forEach(id -> scorer.apply(entry(id)));
        given("one", "A", "a", "9");
        given("one", "B", "a", "8");
        given("one", "C", "a", "7");
        given("one", "D", "a", "6");
    }

    private static List<String> told(List<Row> rows) {
        return rows.stream()
                .map(row -> row.rank() + " " + row.entry() + " " + row.total() + " " + row.round() + " " + row.missing()
                        + (row.complete() ? " complete" : ""))
                .toList();
    }

    @Test
    void nothing_is_missing_of_who_fell_out_but_the_next_round_of_who_is_through() {
        afterTheHeat();
        assertThat(told(scorer.rows("")))
                .containsExactly("1 A 9 heat 2", "2 B 8 heat 2", "3 C 7 heat 2", "4 D 6 heat 0 complete");
        given("two", "A", "b", "1");
        given("two", "A", "c", "1");
        given("two", "B", "b", "5");
        given("two", "B", "c", "5");
        given("two", "C", "b", "9");
        assertThat(told(scorer.rows("")))
                .containsExactly("1 B 18 semi 3", "2 C 16 semi 4", "3 A 11 semi 0", "4 D 6 heat 0 complete");
        given("two", "C", "c", "9");
        given("three", "B", "d", "9");
        assertThat(told(scorer.rows("")))
                .containsExactly("1 B 19 final 2", "2 C 25 semi 3", "3 A 11 semi 0 complete", "4 D 6 heat 0 complete");
    }

    /** A mark that is still to come in the heat may change who is through. */
    @Test
    void nobody_has_surely_fallen_out_before_a_round_is_over() {
        afterTheHeat();
        scorer.apply(entry("E"));
        assertThat(told(scorer.rows("")))
                .containsExactly("1 A 9 heat 2", "2 B 8 heat 2", "3 C 7 heat 2", "4 D 6 heat 0", "null E null heat 1");
        scorer.apply(new EntryStatusSet("E", Status.DNS));
        assertThat(told(scorer.rows(""))).contains("4 D 6 heat 0 complete");
    }

    @Test
    void a_round_that_is_closed_is_over() {
        afterTheHeat();
        scorer.apply(entry("E"));
        scorer.apply(new StageClosed("one"));
        assertThat(told(scorer.rows(""))).contains("4 D 6 heat 0 complete", "null E null heat 1 complete");
    }

    /** The final counts the semi-final and itself; without the semi-final everybody starts from nothing. */
    @Test
    void a_round_may_carry_some_stages_over_or_start_from_nothing() {
        for (var counted :
                List.of("two, three: 1 B 16, 2 A 12", "three: 1 A 9, 2 B 2", "one, two, three: 1 B 24, 2 A 21")) {
            var parts = counted.split(": ", 2);
            var rule = RulebookReader.read(RULE_TEXT.replace("[two, three]", "[" + parts[0] + "]"))
                    .orThrow();
            var scored = Scorer.of(rule);
            for (var line : List.of("A 9 1 2 9", "B 8 7 7 2", "C 7 1 1", "D 6")) {
                var marks = line.split(" ", -1);
                scored.apply(entry(marks[0]));
                for (var i = 1; i < marks.length; i++) {
                    var stage = i == 1 ? "one" : i == 4 ? "three" : "two";
                    scored.apply(mark(
                            rule, stage, marks[0], List.of("a", "b", "c", "d").get(i - 1), "1", marks[i]));
                }
            }
            assertThat(scored.rows("").stream().limit(2).map(row -> row.rank() + " " + row.entry() + " " + row.total()))
                    .as(counted)
                    .containsExactly(parts[1].split(", ", -1));
        }
    }

    /** Who is not out may end in any round from the first that is not over; the final counts other stages than the semi-final. */
    @Test
    void a_total_lies_between_what_the_rounds_make_that_it_may_end_in() {
        afterTheHeat();
        given("two", "A", "b", "1");
        given("two", "A", "c", "1");
        given("two", "B", "b", "5");
        given("two", "B", "c", "5");
        given("two", "C", "b", "9");
        isAt("D", 6, 6);
        // out of the semi-final with 7 + 9 at least, or in the final with 9 + 10 + 30 at most
        isAt("C", 9, 49);
        isAt("B", 10, 40);
        given("two", "C", "c", "9");
        given("three", "B", "d", "9");
        isAt("A", 11, 11);
        isAt("B", 19, 39);
        isAt("C", 18, 48);
    }

    private void isAt(String entry, int lowest, int highest) {
        var certainty = scorer.certainty(entry).orElseThrow();
        assertThat(certainty.lowest()).as(entry).isEqualByComparingTo(Integer.toString(lowest));
        assertThat(certainty.highest()).as(entry).isEqualByComparingTo(Integer.toString(highest));
    }

    /** Every way in which the missing marks may come ends inside the bounds, and who is settled stays. */
    @Test
    void no_completion_ends_outside_the_bounds() {
        for (var counted : List.of("[one, two]", "[two]")) {
            var rule = RulebookReader.read(
                            "rulebook: r\nrounds: [{id: heat, stages: [one], cut: {best: 2}}, {id: final, stages: "
                                    + counted
                                    + "}]\nstages: [{id: one, aspects: [{id: a, max: 2}]}, {id: two, aspects: [{id: b, max: 2}]}]\n")
                    .orThrow();
            for (var state = 0; state < 4096; state += 7) {
                holds(rule, state);
            }
        }
    }

    /** Six marks of 0 to 2, or missing: two bits each, of which 3 is none yet. */
    private static void holds(Rulebook rule, int state) {
        var live = Scorer.of(rule);
        List.of("A", "B", "C").forEach(id -> live.apply(entry(id)));
        var missing = new ArrayList<Integer>();
        for (var i = 0; i < 6; i++) {
            var value = state >> (2 * i) & 3;
            if (value == 3) {
                missing.add(i);
            } else {
                live.apply(given(rule, i, value));
            }
        }
        var before = live.certainties("");
        for (var way = 0; way < Math.pow(3, missing.size()); way++) {
            var ended = live.fork();
            var left = way;
            for (var i : missing) {
                ended.apply(given(rule, i, left % 3));
                left /= 3;
            }
            for (var row : ended.rows("")) {
                var bounds = Objects.requireNonNull(before.get(row.entry()));
                var total = Objects.requireNonNull(row.total()).toDecimal();
                assertThat(total)
                        .as(Integer.toString(state, 4) + " " + row.entry())
                        .isBetween(bounds.lowest(), bounds.highest());
            }
        }
    }

    private static MarkSet given(Rulebook rule, int slot, int value) {
        var entry = List.of("A", "B", "C").get(slot % 3);
        return slot < 3
                ? mark(rule, "one", entry, "a", "1", Integer.toString(value))
                : mark(rule, "two", entry, "b", "1", Integer.toString(value));
    }

    @Test
    void the_table_after_a_round_misses_no_later_marks() {
        afterTheHeat();
        assertThat(told(scorer.roundTables("").getOrDefault("heat", List.of())))
                .containsExactly(
                        "1 A 9 heat 0 complete",
                        "2 B 8 heat 0 complete",
                        "3 C 7 heat 0 complete",
                        "4 D 6 heat 0 complete");
    }
}
