package org.leitai.judging.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.judging.domain.Trial.JUDGE_1;
import static org.leitai.judging.domain.Trial.JUDGE_2;
import static org.leitai.judging.domain.Trial.actOf;
import static org.leitai.judging.domain.Trial.marking;
import static org.leitai.judging.domain.Trial.recorded;
import static org.leitai.judging.domain.Trial.seam;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leitai.judging.domain.DisciplineCommand.RecordMark;
import org.leitai.judging.domain.DisciplineCommand.SignSheet;
import org.leitai.judging.domain.DisciplineEvent.MarkRecorded;
import org.leitai.judging.domain.DisciplineEvent.SpreadFound;
import org.leitai.kernel.Act;
import org.leitai.testkit.Scenario;

/** The trial's seam is judged by two seats whose levels may lie 1 apart. */
class SpreadsTest {
    private static final UUID A = new UUID(8, 1);
    private static final UUID B = new UUID(8, 2);
    private static final UUID C = new UUID(8, 3);
    private static final UUID D = new UUID(8, 4);
    private static final UUID KEY = new UUID(8, 9);
    private static final UUID WHY_1 = new UUID(10, 1);
    private static final UUID WHY_2 = new UUID(10, 2);
    private static final Slot.Cell SEAM = new Slot.Cell("seam", 1, 1);
    private static final SheetId LOOK_1 = new SheetId("work", "look", "01", JUDGE_1);

    private static Scenario<DisciplineState, DisciplineCommand, DisciplineEvent> apart() {
        return marking()
                .given(recorded(A, seam("01", JUDGE_1), "0"), recorded(B, seam("01", JUDGE_2), "3"), found("3"));
    }

    private static SpreadFound found(String width) {
        return new SpreadFound("work", "look", "01", SEAM, width);
    }

    private static RecordMark again(UUID seat, String value, UUID replaces, UUID reason) {
        return new RecordMark(seam("01", seat), value, replaces, reason);
    }

    private static MarkRecorded recordedAgain(UUID key, UUID seat, String value, UUID replaces, UUID reason) {
        return new MarkRecorded(key, seam("01", seat), value, replaces, reason);
    }

    @Test
    void the_first_seat_to_mark_again_settles_nothing() {
        var one = apart().given(recordedAgain(C, JUDGE_1, "2", A, WHY_1));

        one.when(new SignSheet(LOOK_1, List.of(C)), actOf(JUDGE_1, KEY)).refused("spread-too-wide");
        assertThat(cell(one).waiting()).isEqualTo(1);
    }

    @Test
    void marking_again_is_compared_when_the_last_seat_has_done_so() {
        apart().given(recordedAgain(C, JUDGE_1, "0", A, WHY_1))
                .when(again(JUDGE_2, "2", B, WHY_2), actOf(JUDGE_2, D))
                .then(recordedAgain(D, JUDGE_2, "2", B, WHY_2), found("2"));
    }

    @Test
    void the_first_to_mark_again_alone_fails_no_round() {
        apart().when(again(JUDGE_1, "0", A, WHY_1), actOf(JUDGE_1, C)).then(recordedAgain(C, JUDGE_1, "0", A, WHY_1));
    }

    @Test
    void rounds_close_enough_are_settled_and_may_be_signed() {
        var settled = apart().given(recordedAgain(C, JUDGE_1, "2", A, WHY_1), recordedAgain(D, JUDGE_2, "3", B, WHY_2));

        assertThat(cell(settled).isUnsettled(item(settled))).isFalse();
        settled.when(new SignSheet(LOOK_1, List.of(C)), actOf(JUDGE_1, KEY))
                .then(new DisciplineEvent.SheetSigned(LOOK_1, List.of(C)));
    }

    @Test
    void both_rounds_are_kept_with_their_reasons_and_two_failures_call_the_chief() {
        var twice = apart().given(
                        recordedAgain(C, JUDGE_1, "0", A, WHY_1), recordedAgain(D, JUDGE_2, "2", B, WHY_2), found("2"));

        Disagreement known = Objects.requireNonNull(cell(twice).disagreement());
        assertThat(known.callsChief()).isTrue();
        assertThat(known.failed()).extracting(Disagreement.Round::width).containsExactly("3", "2");
        assertThat(known.failed().getFirst().votes().get(JUDGE_2))
                .isEqualTo(new Disagreement.Vote("3", org.leitai.kernel.Act.NOBODY));
        assertThat(known.failed().getLast().votes().get(JUDGE_2)).isEqualTo(new Disagreement.Vote("2", WHY_2));
    }

    private static Scenario<DisciplineState, DisciplineCommand, DisciplineEvent> shown() {
        return marking().given(recorded(A, seam("01", JUDGE_1), "2"), recorded(B, seam("01", JUDGE_2), "3"));
    }

    @Test
    void a_vote_is_not_changed_once_all_seats_have_seen_the_votes() {
        shown().when(again(JUDGE_1, "3", A, Act.NOBODY), actOf(JUDGE_1, C)).refused("votes-shown");
        shown().when(again(JUDGE_1, "3", A, WHY_1), actOf(JUDGE_1, C)).refused("votes-shown");
        marking()
                .given(recorded(A, seam("01", JUDGE_1), "2"))
                .when(again(JUDGE_1, "3", A, Act.NOBODY), actOf(JUDGE_1, C))
                .then(recordedAgain(C, JUDGE_1, "3", A, Act.NOBODY));
        apart().given(recordedAgain(C, JUDGE_1, "2", A, WHY_1), recordedAgain(D, JUDGE_2, "3", B, WHY_2))
                .when(again(JUDGE_1, "3", C, WHY_1), actOf(JUDGE_1, KEY))
                .refused("votes-shown");
    }

    @Test
    void a_change_that_may_have_been_made_before_the_votes_were_shown_is_for_the_chief() {
        long shownMicros = cell(shown()).lastMicros();

        shown().when(again(JUDGE_1, "3", A, Act.NOBODY), Trial.at(JUDGE_1, C, shownMicros - 10, 5))
                .then(new DisciplineEvent.MarkDisputed(C, seam("01", JUDGE_1), "3", A, A));
        shown().when(again(JUDGE_1, "3", A, Act.NOBODY), Trial.at(JUDGE_1, C, shownMicros + 10, 5))
                .refused("votes-shown");
    }

    @Test
    void the_chief_hands_an_unsigned_sheet_back_whose_votes_were_shown_and_its_seat_may_change_its_own() {
        var back = new DisciplineCommand.ReturnSheet(LOOK_1, WHY_1);
        var returned = new DisciplineEvent.SheetReturned(LOOK_1, WHY_1);

        shown().when(back, actOf(Trial.CHIEF, KEY)).then(returned);
        shown().given(returned)
                .when(again(JUDGE_1, "3", A, Act.NOBODY), actOf(JUDGE_1, C))
                .then(recordedAgain(C, JUDGE_1, "3", A, Act.NOBODY));
        shown().given(returned)
                .when(again(JUDGE_2, "2", B, Act.NOBODY), actOf(JUDGE_2, C))
                .refused("votes-shown");
        shown().given(returned).when(back, actOf(Trial.CHIEF, KEY)).refused("sheet-not-signed");
    }

    private static PanelCell cell(Scenario<DisciplineState, DisciplineCommand, DisciplineEvent> scenario) {
        var form = scenario.state()
                .scheme()
                .stage("work")
                .orElseThrow()
                .form("look")
                .orElseThrow();
        return new PanelCell(scenario.state(), LOOK_1, form, SEAM);
    }

    private static Scheme.Item item(Scenario<DisciplineState, DisciplineCommand, DisciplineEvent> scenario) {
        return cell(scenario).form().item("seam").orElseThrow();
    }
}
