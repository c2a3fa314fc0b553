package org.leitai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.scoring.Marks.entry;
import static org.leitai.scoring.Marks.mark;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.scoring.explain.PanelView;
import org.leitai.scoring.fold.ScoringEvent;
import org.leitai.scoring.fold.ScoringEvent.AdjustmentSet;
import org.leitai.scoring.fold.ScoringEvent.StageClosed;
import org.leitai.scoring.sheet.Slot;

/** Seats to one value: what is missing, what is dropped, what is too far apart. */
class PanelsTest {
    private static Rulebook rule(String panel, String aspect) {
        return RulebookReader.read("""
                rulebook: r
                stages: [{id: s, %s aspects: [%s]}]
                """.formatted(panel, aspect)).orThrow();
    }

    private static Rulebook aspects(String panel) {
        return rule("", "{id: a, max: 10, decimals: 1, panel: {%s}}".formatted(panel));
    }

    /** Marks of seats 1, 2, …; an empty text is no mark. */
    private static Scorer marked(Rulebook rulebook, String... marks) {
        var scorer = Scorer.of(rulebook);
        scorer.apply(entry("A"));
        for (var seat = 0; seat < marks.length; seat++) {
            if (!marks[seat].isEmpty()) {
                scorer.apply(mark(rulebook, "s", "A", "a", "" + (seat + 1), marks[seat]));
            }
        }
        return scorer;
    }

    private static String total(Scorer scorer) {
        var total = scorer.row("A").orElseThrow().total();
        return total == null ? "-" : total.toString();
    }

    private static String open(String panel, String... marks) {
        return total(marked(aspects(panel), marks));
    }

    private static String closed(String panel, String... marks) {
        var scorer = marked(aspects(panel), marks);
        scorer.apply(new StageClosed("s"));
        return total(scorer);
    }

    @Test
    void a_missing_mark_refuses_is_left_out_or_counts_zero() {
        assertThat(open("seats: 3", "6", "7")).isEqualTo("-");
        assertThat(closed("seats: 3", "6", "7")).isEqualTo("-");
        assertThat(open("seats: 3, missing: remove", "6", "7")).isEqualTo("6.5");
        assertThat(closed("seats: 3, missing: remove", "6", "7")).isEqualTo("6.5");
        assertThat(closed("seats: 3, missing: remove, min-marks: 3", "6", "7")).isEqualTo("-");
        assertThat(closed("seats: 4, missing: zero", "6", "6", "", "")).isEqualTo("3");
        assertThat(closed("seats: 4, missing: zero")).isEqualTo("0");
        assertThat(open("seats: 4, missing: zero", "6", "6")).isEqualTo("6");
        assertThat(open("seats: 2, missing: zero", "6", "absent")).isEqualTo("3");
        assertThat(open("seats: 2, missing: zero", "absent", "absent")).isEqualTo("0");
        assertThat(open("seats: 2, missing: remove", "6", "absent")).isEqualTo("6");
        assertThat(open("seats: 2", "6", "absent")).isEqualTo("-");
    }

    @Test
    void extremes_are_dropped_exactly_as_often_as_the_rule_says() {
        assertThat(open("seats: 5, drop-high: 1, drop-low: 1", "1", "5", "6", "7", "10"))
                .isEqualTo("6");
        assertThat(open("seats: 5, drop-high: 2, drop-low: 1", "1", "5", "6", "7", "10"))
                .isEqualTo("5.5");
        assertThat(open("seats: 5, drop-high: 1, drop-low: 2", "1", "5", "6", "8", "10"))
                .isEqualTo("7");
        assertThat(open("seats: 4, drop-high: 1, drop-low: 0", "5", "9", "9", "7"))
                .isEqualTo("7");
        assertThat(open("seats: 4, drop-high: 0, drop-low: 1", "5", "5", "9", "7"))
                .isEqualTo("7");
        assertThat(open("seats: 5, drop-high: 1, drop-low: 1, combine: sum", "1", "5", "6", "7", "10"))
                .isEqualTo("18");
        assertThat(open("seats: 5, combine: median", "1", "2", "6", "7", "10")).isEqualTo("6");
        assertThat(open("seats: 4, combine: median", "1", "2", "6", "7")).isEqualTo("4");
    }

    @Test
    void of_equal_extremes_the_earliest_seat_is_dropped_as_lowest_and_the_latest_as_highest() {
        var tiles = marked(aspects("seats: 4, drop-high: 1, drop-low: 1"), "5", "5", "7", "7")
                .panel("s", "A")
                .orElseThrow();
        assertThat(tiles.tiles()).extracting(PanelView.Tile::fate).containsExactly("low", "kept", "kept", "high");
        assertThat(tiles.tiles()).extracting(PanelView.Tile::seat).containsExactly("1", "2", "3", "4");
        assertThat(tiles.combined()).hasToString("6");
        assertThat(tiles.value()).hasToString("6");
        assertThat(tiles.stage()).hasToString("6");
        assertThat(marked(aspects("seats: 2")).panel("s", "A")).isEmpty();
    }

    @Test
    void a_panel_is_rounded_before_it_is_adjusted() {
        var scorer = marked(aspects("seats: 3, round: 1"), "6", "6", "6.1");
        assertThat(total(scorer)).isEqualTo("6");
        scorer.apply(new AdjustmentSet("s", "A", "a", new BigDecimal("0.05")));
        assertThat(total(scorer)).isEqualTo("6.05");
        scorer.apply(new AdjustmentSet("nowhere", "A", "a", BigDecimal.ONE));
        assertThat(total(scorer)).isEqualTo("6.05");
        var alone = marked(aspects("seats: 1"), "6");
        alone.apply(new AdjustmentSet("s", "A", "a", BigDecimal.ONE));
        assertThat(total(alone)).isEqualTo("7");
        alone.apply(mark(alone.rulebook(), "s", "A", "a", "1", "5"));
        assertThat(total(alone)).isEqualTo("6");
    }

    @Test
    void marks_too_far_apart_have_no_value_until_they_are_marked_again() {
        assertThat(open("seats: 2, spread: {limit: 1}", "6", "7")).isEqualTo("6.5");
        assertThat(open("seats: 2, spread: {limit: 1}", "6", "7.1")).isEqualTo("-");
        assertThat(open("seats: 2, spread: {limit: 1, refuses: false}", "6", "8"))
                .isEqualTo("7");
        assertThat(open("seats: 2, spread: {share: 10%}", "6", "7")).isEqualTo("6.5");
        assertThat(open("seats: 2, spread: {share: 10%}", "6", "7.1")).isEqualTo("-");
    }

    @Test
    void agreed_seats_say_the_same_or_nothing() {
        assertThat(open("seats: 2, combine: agreed", "6", "6")).isEqualTo("6");
        assertThat(open("seats: 2, combine: agreed", "6", "7")).isEqualTo("-");
        assertThat(open("seats: 2, combine: agreed, round: 0", "6.5")).isEqualTo("7");
        assertThat(open("seats: 1, round: 0", "6.4")).isEqualTo("6");
        assertThat(open("seats: 2, combine: agreed", "absent", "6")).isEqualTo("6");
    }

    @Test
    void whole_sheets_are_combined_when_each_is_complete() {
        var rulebook =
                rule("panel: {seats: 3, drop-high: 1, drop-low: 1, per: sheet},", "{id: a, max: 10}, {id: b, max: 10}");
        var scorer = marked(rulebook, "1", "2", "3");
        assertThat(total(scorer)).isEqualTo("-");
        scorer.apply(mark(rulebook, "s", "A", "b", "1", "9"));
        scorer.apply(mark(rulebook, "s", "A", "b", "2", "3"));
        assertThat(total(scorer)).isEqualTo("-");
        scorer.apply(mark(rulebook, "s", "A", "b", "3", "3"));
        // sheets 10, 5, 6
        assertThat(total(scorer)).isEqualTo("6");
    }

    @Test
    void a_seat_that_gives_no_mark_takes_its_whole_sheet_away() {
        var rulebook = rule("panel: {seats: 3, per: sheet, missing: remove},", "{id: a, max: 10}, {id: b, max: 10}");
        var scorer = marked(rulebook, "1", "2", "absent");
        for (var seat : new String[] {"1", "2", "3"}) {
            scorer.apply(mark(rulebook, "s", "A", "b", seat, "6"));
        }
        assertThat(total(scorer)).isEqualTo("7.5");
        var zero = rule("panel: {seats: 3, per: sheet, missing: zero},", "{id: a, max: 10}, {id: b, max: 10}");
        var zeroed = marked(zero, "1", "2", "absent");
        for (var seat : new String[] {"1", "2"}) {
            zeroed.apply(mark(zero, "s", "A", "b", seat, "6"));
        }
        assertThat(total(zeroed)).isEqualTo("5");
    }

    @Test
    void a_cleared_mark_leaves_the_other_seats_where_they_were() {
        var scorer = marked(aspects("seats: 3, missing: remove"), "2", "5", "8");
        scorer.apply(new ScoringEvent.MarkCleared(Slot.of("s", "A", "a", "2")));
        assertThat(total(scorer)).isEqualTo("5");
        scorer.apply(new ScoringEvent.MarkCleared(Slot.of("s", "A", "a", "1")));
        assertThat(total(scorer)).isEqualTo("8");
        scorer.apply(new ScoringEvent.MarkCleared(Slot.of("s", "A", "a", "1")));
        assertThat(total(scorer)).isEqualTo("8");
        scorer.apply(mark(scorer.rulebook(), "s", "A", "a", "3", "6"));
        assertThat(total(scorer)).isEqualTo("6");
        assertThat(scorer.mark(Slot.of("s", "A", "a", "3"))).hasToString("Optional[Amount[value=6]]");
    }

    @Test
    void what_was_adjusted_under_a_number_stays_adjusted_when_it_is_opened() {
        var rulebook = aspects("seats: 2");
        var scorer = Scorer.of(rulebook);
        scorer.apply(entry("A"));
        for (var seat : new String[] {"1", "2"}) {
            scorer.apply(mark(rulebook, "s", "17", "a", seat, "6"));
        }
        scorer.apply(new AdjustmentSet("s", "17", "a", new BigDecimal("0.5")));
        scorer.apply(new ScoringEvent.Linked("s", "17", "A"));
        assertThat(total(scorer)).isEqualTo("6.5");
    }
}
