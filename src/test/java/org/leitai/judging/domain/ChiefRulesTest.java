package org.leitai.judging.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.judging.domain.Trial.CHIEF;
import static org.leitai.judging.domain.Trial.ENTRY_1;
import static org.leitai.judging.domain.Trial.ENTRY_2;
import static org.leitai.judging.domain.Trial.JUDGE_1;
import static org.leitai.judging.domain.Trial.actOf;
import static org.leitai.judging.domain.Trial.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leitai.judging.domain.DisciplineCommand.AdjustScore;
import org.leitai.judging.domain.DisciplineCommand.RecordLots;
import org.leitai.judging.domain.DisciplineEvent.LotsRecorded;
import org.leitai.judging.domain.DisciplineEvent.ResultsIssued;
import org.leitai.judging.domain.DisciplineEvent.ResultsLocked;
import org.leitai.judging.domain.DisciplineEvent.ScoreAdjusted;
import org.leitai.kernel.Act;
import org.leitai.rulebook.Text;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.scoring.Scorer;
import org.leitai.scoring.explain.ExplanationText;

/** The chief's bounded corrections and the order that lots gave, as events and in the scores. */
class ChiefRulesTest {
    private static final UUID KEY = new UUID(9, 1);
    private static final UUID REASON = new UUID(8, 1);

    private static AdjustScore seam(String by) {
        return new AdjustScore("work", "01", "seam", by, REASON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.5", "-0.5", "1.25", "2", "-2.00"})
    void a_correction_within_the_bounds_is_recorded(String by) {
        Trial.marking().when(seam(by), actOf(CHIEF, KEY)).then(new ScoreAdjusted("work", "01", "seam", by, REASON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.49", "-0.4", "2.01", "-3", "1e1", "", "much"})
    void a_correction_outside_the_bounds_is_refused(String by) {
        Trial.marking().when(seam(by), actOf(CHIEF, KEY)).refused("adjustment-out-of-bounds");
    }

    @Test
    void only_the_chief_adjusts_and_only_what_the_rulebook_names() {
        var marking = Trial.marking();
        marking.when(seam("1"), actOf(JUDGE_1, KEY)).refused("chief-only");
        for (var node : List.of("length", "size", "work", "nowhere")) {
            marking.when(new AdjustScore("work", "01", node, "1", REASON), actOf(CHIEF, KEY))
                    .refused("not-adjustable");
        }
        marking.when(new AdjustScore("work", "09", "seam", "1", REASON), actOf(CHIEF, KEY))
                .refused("unknown-subject");
        marking.when(new AdjustScore("play", "01", "seam", "1", REASON), actOf(CHIEF, KEY))
                .refused("unknown-stage");
        scenario()
                .given(Trial.prepared(Trial.YAML))
                .when(seam("1"), actOf(CHIEF, KEY))
                .refused("stage-not-open");
        scenario()
                .given(Trial.finished())
                .given(new ResultsLocked())
                .when(seam("1"), actOf(CHIEF, KEY))
                .refused("results-locked");
    }

    @Test
    void a_correction_is_in_the_score_and_in_the_derivation_and_can_be_taken_back() {
        var adjusted = scenario()
                .given(Trial.finished())
                .given(new ScoreAdjusted("work", "01", "seam", "1", REASON))
                .given(new ScoreAdjusted("work", "01", "seam", "-1.5", REASON));
        // size 10 + 10, seam 40 × 2 / 3 − 1.5; 80 × 30 % + (20 + 25.1666…) × 70 %
        assertThat(printed(adjusted.state(), ENTRY_1)).isEqualTo("55.62");
        assertThat(printed(adjusted.state(), ENTRY_2)).isEqualTo("56.67");
        assertThat(why(adjusted.state(), Text.Language.ZH)).contains("裁判长调整 -1.5 → 25.166666666667");
        assertThat(why(adjusted.state(), Text.Language.EN)).contains("adjusted by -1.5 → 25.166666666667");

        var back = adjusted.given(new ScoreAdjusted("work", "01", "seam", "0", REASON));
        assertThat(printed(back.state(), ENTRY_1)).isEqualTo("56.67");
    }

    @Test
    void lots_are_recorded_between_locking_and_issuing() {
        var lots = new RecordLots(List.of(ENTRY_2, ENTRY_1), REASON);
        var finished = scenario().given(Trial.finished());
        finished.when(lots, actOf(CHIEF, KEY)).refused("results-not-locked");
        var locked = finished.given(new ResultsLocked());
        locked.when(lots, actOf(JUDGE_1, KEY)).refused("chief-only");
        locked.when(new RecordLots(List.of(ENTRY_1, ENTRY_1), REASON), actOf(CHIEF, KEY))
                .refused("bad-lots");
        locked.when(new RecordLots(List.of(ENTRY_1, KEY), REASON), actOf(CHIEF, KEY))
                .refused("bad-lots");
        locked.when(lots, actOf(CHIEF, KEY)).then(new LotsRecorded(lots.order(), REASON));
        locked.given(new ResultsIssued(CHIEF, "ab".repeat(32)))
                .when(lots, actOf(CHIEF, KEY))
                .refused("results-issued");
    }

    @Test
    void lots_between_unequal_entries_are_refused_and_drawing_again_is_not() {
        var lots = new RecordLots(List.of(ENTRY_2, ENTRY_1), REASON);
        var locked = scenario().given(Trial.finished()).given(new ResultsLocked());
        locked.given(new LotsRecorded(List.of(ENTRY_1, ENTRY_2), REASON))
                .when(lots, actOf(CHIEF, KEY))
                .then(new LotsRecorded(lots.order(), REASON));
        locked.when(new RecordLots(List.of(ENTRY_1), REASON), actOf(CHIEF, KEY)).refused("bad-lots");
        scenario()
                .given(Trial.finished())
                .given(new ScoreAdjusted("work", "01", "seam", "0.5", REASON))
                .given(new ResultsLocked())
                .when(lots, actOf(CHIEF, KEY))
                .refused("bad-lots");
    }

    @Test
    void lots_need_a_rule_that_asks_for_them() {
        var events = new ArrayList<>(Trial.finished());
        events.set(0, Trial.opened(Trial.YAML.replace("ties: [decided]", "ties: []")));
        scenario()
                .given(events)
                .given(new ResultsLocked())
                .when(new RecordLots(List.of(ENTRY_2, ENTRY_1), REASON), actOf(CHIEF, KEY))
                .refused("no-lots");
    }

    @Test
    void the_last_lots_decide_between_equals() {
        var locked = scenario().given(Trial.finished()).given(new ResultsLocked());
        assertThat(rank(locked.state(), ENTRY_1)).isEqualTo(1);
        assertThat(rank(locked.state(), ENTRY_2)).isEqualTo(1);
        var drawn = locked.given(new LotsRecorded(List.of(ENTRY_1, ENTRY_2), Act.NOBODY))
                .given(new LotsRecorded(List.of(ENTRY_2, ENTRY_1), Act.NOBODY));
        assertThat(rank(drawn.state(), ENTRY_2)).isEqualTo(1);
        assertThat(rank(drawn.state(), ENTRY_1)).isEqualTo(2);
    }

    private static Scorer scorer(DisciplineState state) {
        return Scorer.of(RulebookReader.read(state.opened().rulebookYaml()).orThrow())
                .with(ScoringEvents.all(state));
    }

    private static String printed(DisciplineState state, UUID entry) {
        return String.valueOf(scorer(state).row(entry.toString()).orElseThrow().printed());
    }

    private static int rank(DisciplineState state, UUID entry) {
        var rank = scorer(state).row(entry.toString()).orElseThrow().rank();
        return rank == null ? 0 : rank;
    }

    private static String why(DisciplineState state, Text.Language language) {
        return ExplanationText.render(scorer(state).explain(ENTRY_1.toString()).orElseThrow(), language);
    }
}
