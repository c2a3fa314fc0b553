package org.leitai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.scoring.Marks.mark;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.scoring.fold.ScoringEvent.EntryAdmitted;
import org.leitai.scoring.fold.ScoringEvent.EntryStatusSet;
import org.leitai.scoring.result.CutResult;
import org.leitai.scoring.result.Status;

/** Who gets through a line. */
class CutsTest {
    /** Entries A, B, … with these points; every second one from the same delegation. */
    private static CutResult cut(String cut, String... points) {
        var rulebook = RulebookReader.read("""
                rulebook: r
                cuts: [{id: other, best: 1}, {id: line, %s}]
                stages: [{id: s, aspects: [{id: a, max: 100}]}]
                """.formatted(cut)).orThrow();
        var scorer = Scorer.of(rulebook);
        for (var i = 0; i < points.length; i++) {
            var id = Character.toString('A' + i);
            scorer.apply(new EntryAdmitted(id, "", "d" + i % 2, "", List.of()));
            scorer.apply(mark(rulebook, "s", id, "a", "1", points[i]));
        }
        scorer.apply(new EntryAdmitted("absent", "", "d9", "", List.of()));
        scorer.apply(new EntryStatusSet("absent", Status.DNS));
        return scorer.cut("line", "");
    }

    private static List<String> through(String cut, String... points) {
        return cut(cut, points).through();
    }

    @Test
    void a_number_of_places_grows_with_equals_at_the_line() {
        assertThat(through("best: 2", "9", "8", "7")).containsExactly("A", "B");
        assertThat(through("best: 2", "9", "8", "8", "7")).containsExactly("A", "B", "C");
        assertThat(through("best: 2", "9", "9", "8")).containsExactly("A", "B");
        assertThat(through("best: 5", "9", "8")).containsExactly("A", "B");
    }

    @Test
    void or_shrinks_when_equals_do_not_all_fit() {
        assertThat(through("best: 2, ties: shrink", "9", "8", "8", "7")).containsExactly("A");
        assertThat(through("best: 3, ties: shrink", "9", "8", "8", "7")).containsExactly("A", "B", "C");
        assertThat(through("best: 1, ties: shrink", "9", "9")).isEmpty();
    }

    @Test
    void a_share_is_of_those_who_are_ranked_with_its_rounding_and_minimum() {
        assertThat(through("share: 50%, rounding: floor", "9", "8", "7", "6", "5"))
                .containsExactly("A", "B");
        assertThat(through("share: 50%, rounding: ceiling", "9", "8", "7", "6", "5"))
                .containsExactly("A", "B", "C");
        assertThat(through("share: 50%, rounding: half-up", "9", "8", "7")).containsExactly("A", "B");
        assertThat(through("share: 10%, rounding: floor, minimum: 2", "9", "8", "7"))
                .containsExactly("A", "B");
    }

    @Test
    void a_threshold_lets_everyone_through_who_reaches_it() {
        assertThat(through("at-least: 8", "9", "8", "7.0", "10")).containsExactly("D", "A", "B");
        assertThat(through("at-least: 8, best: 1", "9", "8")).containsExactly("A");
    }

    @Test
    void a_quota_passes_over_the_rest_of_a_delegation() {
        // A, C, E of d0, B, D of d1
        assertThat(through("best: 3, per-delegation: 2", "9", "5", "8", "4", "7"))
                .containsExactly("A", "C", "B");
        assertThat(through("best: 4, per-delegation: 1", "9", "5", "8", "4", "7"))
                .containsExactly("A", "B");
    }

    @Test
    void reserves_follow_in_order_and_are_nobody_unranked() {
        var cut = cut("best: 1, reserves: 2", "9", "5", "8", "4", "7");
        assertThat(cut.cut()).isEqualTo("line");
        assertThat(cut.through()).containsExactly("A");
        assertThat(cut.reserves()).containsExactly("C", "E");
        assertThat(cut("best: 4, reserves: 3", "9", "5", "8", "4", "7").reserves())
                .containsExactly("D");
    }
}
