package org.leitai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.scoring.Marks.entry;
import static org.leitai.scoring.Marks.mark;

import org.junit.jupiter.api.Test;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.scoring.fold.ScoringEvent.StageClosed;

/** A stage, criterion or form whose panel combines whole sheets: first the seats' sums, then the panel, then the steps. */
class SheetPanelsTest {
    private static Rulebook rule(String sheet) {
        return RulebookReader.read("rulebook: r\nstages:\n  - id: s\n    forms:\n      - {id: f, " + sheet
                        + ", aspects: [{id: a, max: 9, decimals: 1}, {id: b, max: 9, decimals: 1}]}\n")
                .orThrow();
    }

    private static Scorer marked(Rulebook rule, String... seats) {
        var scorer = Scorer.of(rule);
        scorer.apply(entry("A"));
        for (var i = 0; i < seats.length; i++) {
            var given = seats[i].split(" ", 2);
            scorer.apply(mark(rule, "s", "A", "a", Integer.toString(i + 1), given[0]));
            scorer.apply(mark(rule, "s", "A", "b", Integer.toString(i + 1), given[1]));
        }
        return scorer;
    }

    private static String total(String sheet) {
        var scorer = marked(rule(sheet), "1 1.4", "2 2.4", "3 3.4");
        scorer.apply(new StageClosed("s"));
        return String.valueOf(scorer.rows("").getFirst().total());
    }

    @Test
    void steps_come_once_and_after_the_panel() {
        assertThat(total("panel: {seats: 3, combine: sum}, then: [{plus: 1}]")).isEqualTo("14.2");
        assertThat(total("panel: {seats: 3, combine: mean}, then: [{times: 2}, {minus: 0.5}]"))
                .isEqualTo("8.3");
        assertThat(total("panel: {seats: 3, combine: sum}, then: [{at-most: 12}]"))
                .isEqualTo("12");
    }

    /** 2.4, 4.4 and 6.4: each rounded they would be 2 + 4 + 6. */
    @Test
    void a_rounding_is_of_what_the_panel_makes() {
        assertThat(total("panel: {seats: 3, combine: sum}, round: 0")).isEqualTo("13");
        assertThat(total("panel: {seats: 3, drop-high: 1, combine: mean}, round: 0"))
                .isEqualTo("3");
        assertThat(total("panel: {seats: 3, drop-high: 1, combine: mean, round: 1}, then: [{times: 10}]"))
                .isEqualTo("34");
    }

    @Test
    void what_is_still_possible_goes_through_the_same_steps() {
        var rule = rule("panel: {seats: 2, combine: sum}, then: [{plus: 1}, {times: 0.5}]");
        var scorer = marked(rule, "2 2.4");
        var certainty = scorer.certainty("A").orElseThrow();
        assertThat(certainty.lowest()).isEqualByComparingTo("2.7");
        assertThat(certainty.highest()).isEqualByComparingTo("11.7");
    }
}
