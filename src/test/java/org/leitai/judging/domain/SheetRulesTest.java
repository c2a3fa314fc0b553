package org.leitai.judging.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.judging.domain.Trial.CHIEF;
import static org.leitai.judging.domain.Trial.JUDGE_1;
import static org.leitai.judging.domain.Trial.JUDGE_2;
import static org.leitai.judging.domain.Trial.actOf;
import static org.leitai.judging.domain.Trial.length;
import static org.leitai.judging.domain.Trial.marking;
import static org.leitai.judging.domain.Trial.recorded;
import static org.leitai.judging.domain.Trial.seam;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leitai.judging.domain.DisciplineCommand.DecideClaim;
import org.leitai.judging.domain.DisciplineCommand.ReturnSheet;
import org.leitai.judging.domain.DisciplineCommand.SignSheet;
import org.leitai.judging.domain.DisciplineEvent.ClaimDecided;
import org.leitai.judging.domain.DisciplineEvent.LateClaimRecorded;
import org.leitai.judging.domain.DisciplineEvent.MarkDisputed;
import org.leitai.judging.domain.DisciplineEvent.SheetReturned;
import org.leitai.judging.domain.DisciplineEvent.SheetSigned;
import org.leitai.judging.domain.DisciplineEvent.SpreadFound;
import org.leitai.kernel.Act;
import org.leitai.testkit.Scenario;

class SheetRulesTest {
    private static final UUID A = new UUID(8, 1);
    private static final UUID B = new UUID(8, 2);
    private static final UUID C = new UUID(8, 3);
    private static final UUID KEY = new UUID(8, 9);
    private static final UUID REASON = new UUID(10, 1);
    private static final SheetId SIZE = new SheetId("work", "size", "01", JUDGE_1);
    private static final SheetId LOOK_1 = new SheetId("work", "look", "01", JUDGE_1);
    private static final Slot WIDTH = Slot.of("work", "01", "width", JUDGE_1);

    private static Scenario<DisciplineState, DisciplineCommand, DisciplineEvent> filledIn() {
        return marking().given(recorded(A, length("01", JUDGE_1), "30"), recorded(B, WIDTH, "10.5"));
    }

    private static Sheet.State stateOf(
            Scenario<DisciplineState, DisciplineCommand, DisciplineEvent> scenario, SheetId sheet) {
        return scenario.state().sheet(sheet).state(form(scenario.state(), sheet));
    }

    private static Scheme.Form form(DisciplineState state, SheetId sheet) {
        return state.scheme()
                .stage(sheet.stage())
                .orElseThrow()
                .form(sheet.form())
                .orElseThrow();
    }

    @Test
    void a_sheet_is_signed_with_the_keys_that_were_read() {
        filledIn()
                .when(new SignSheet(SIZE, List.of(A, B)), actOf(JUDGE_1, KEY))
                .then(new SheetSigned(SIZE, List.of(A, B)));
    }

    @Test
    void empty_is_not_zero() {
        marking()
                .given(recorded(A, length("01", JUDGE_1), "30"))
                .when(new SignSheet(SIZE, List.of(A)), actOf(JUDGE_1, KEY))
                .refused("sheet-incomplete");
    }

    @Test
    void a_sheet_that_changed_since_it_was_read_is_read_again() {
        filledIn().when(new SignSheet(SIZE, List.of(A, C)), actOf(JUDGE_1, KEY)).refused("sheet-changed");
    }

    @Test
    void a_sheet_is_signed_once_by_its_own_seat() {
        filledIn()
                .given(new SheetSigned(SIZE, List.of(A, B)))
                .when(new SignSheet(SIZE, List.of(A, B)), actOf(JUDGE_1, KEY))
                .refused("sheet-signed");
        filledIn().when(new SignSheet(SIZE, List.of(A, B)), actOf(JUDGE_2, KEY)).refused("seat-not-on-panel");
        filledIn()
                .when(new SignSheet(new SheetId("work", "taste", "01", JUDGE_1), List.of()), actOf(JUDGE_1, KEY))
                .refused("unknown-form");
        filledIn()
                .when(new SignSheet(new SheetId("work", "size", "9", JUDGE_1), List.of()), actOf(JUDGE_1, KEY))
                .refused("unknown-subject");
    }

    @Test
    void a_disputed_sheet_waits_for_the_chief() {
        var disputed = filledIn().given(new MarkDisputed(C, WIDTH, "11", null, B));

        assertThat(stateOf(disputed, SIZE)).isEqualTo(Sheet.State.DISPUTED);
        disputed.when(new SignSheet(SIZE, List.of(A, B)), actOf(JUDGE_1, KEY)).refused("sheet-disputed");
        disputed.when(new DecideClaim(C, false, REASON), actOf(JUDGE_1, KEY)).refused("chief-only");
        disputed.when(new DecideClaim(C, false, REASON), actOf(CHIEF, KEY)).then(new ClaimDecided(C, false, REASON));
        disputed.when(new DecideClaim(A, false, REASON), actOf(CHIEF, KEY)).refused("unknown-claim");
        disputed.given(new ClaimDecided(C, false, REASON))
                .when(new DecideClaim(C, true, REASON), actOf(CHIEF, KEY))
                .refused("claim-decided");
    }

    @Test
    void a_rejected_claim_leaves_the_sheet_as_it_was() {
        var settled = filledIn().given(new MarkDisputed(C, WIDTH, "11", null, B), new ClaimDecided(C, false, REASON));

        assertThat(stateOf(settled, SIZE)).isEqualTo(Sheet.State.COMPLETE);
        settled.when(new SignSheet(SIZE, List.of(A, B)), actOf(JUDGE_1, KEY))
                .then(new SheetSigned(SIZE, List.of(A, B)));
    }

    @Test
    void an_accepted_late_claim_reopens_the_signed_sheet() {
        var accepted = filledIn()
                .given(
                        new SheetSigned(SIZE, List.of(A, B)),
                        new LateClaimRecorded(C, WIDTH, "11", B, Lateness.MADE_BEFORE),
                        new ClaimDecided(C, true, REASON));

        assertThat(stateOf(accepted, SIZE)).isEqualTo(Sheet.State.RETURNED);
        accepted.when(new SignSheet(SIZE, List.of(A, C)), actOf(JUDGE_1, KEY))
                .then(new SheetSigned(SIZE, List.of(A, C)));
    }

    @Test
    void the_chief_returns_a_signed_sheet_and_the_old_value_stays() {
        var signed = filledIn().given(new SheetSigned(SIZE, List.of(A, B)));

        signed.when(new ReturnSheet(SIZE, REASON), actOf(JUDGE_2, KEY)).refused("chief-only");
        signed.when(new ReturnSheet(SIZE, REASON), actOf(CHIEF, KEY)).then(new SheetReturned(SIZE, REASON));
        signed.given(new SheetReturned(SIZE, REASON));
        assertThat(stateOf(signed, SIZE)).isEqualTo(Sheet.State.RETURNED);
        assertThat(signed.state().sheet(SIZE).markKeys()).containsExactlyInAnyOrder(A, B);
        signed.when(new SignSheet(SIZE, List.of(A, B)), actOf(JUDGE_1, KEY)).then(new SheetSigned(SIZE, List.of(A, B)));
    }

    @Test
    void a_sheet_that_is_with_its_judge_cannot_be_returned() {
        filledIn().when(new ReturnSheet(SIZE, REASON), actOf(CHIEF, KEY)).refused("sheet-not-signed");
    }

    @Test
    void a_spread_reopens_what_was_signed_and_keeps_it_from_being_signed() {
        var apart = marking()
                .given(
                        recorded(A, seam("01", JUDGE_1), "1"),
                        new SheetSigned(LOOK_1, List.of(A)),
                        recorded(B, seam("01", JUDGE_2), "3"),
                        new SpreadFound("work", "look", "01", new Slot.Cell("seam", 1, 1), "2"));

        assertThat(stateOf(apart, LOOK_1)).isEqualTo(Sheet.State.RETURNED);
        apart.when(new SignSheet(LOOK_1, List.of(A)), actOf(JUDGE_1, KEY)).refused("spread-too-wide");
    }

    @Test
    void an_unopened_stage_has_nothing_to_sign() {
        marking()
                .when(
                        new SignSheet(new SheetId("theory", "theory", "01", Trial.SCORER), List.of()),
                        actOf(Trial.SCORER, KEY))
                .refused("stage-not-open");
    }

    @Test
    void an_act_without_seat_signs_nothing() {
        filledIn()
                .when(new SignSheet(SIZE, List.of(A, B)), actOf(Act.NOBODY, KEY))
                .refused("seat-not-on-panel");
    }
}
