package org.leitai.judging.domain;

import static org.leitai.judging.domain.Trial.JUDGE_1;
import static org.leitai.judging.domain.Trial.JUDGE_2;
import static org.leitai.judging.domain.Trial.actOf;
import static org.leitai.judging.domain.Trial.length;
import static org.leitai.judging.domain.Trial.mark;
import static org.leitai.judging.domain.Trial.marking;
import static org.leitai.judging.domain.Trial.recorded;
import static org.leitai.judging.domain.Trial.seam;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leitai.judging.domain.DisciplineCommand.RecordMark;
import org.leitai.judging.domain.DisciplineEvent.ClaimDecided;
import org.leitai.judging.domain.DisciplineEvent.EntryStatusSet;
import org.leitai.judging.domain.DisciplineEvent.LateClaimRecorded;
import org.leitai.judging.domain.DisciplineEvent.MarkDisputed;
import org.leitai.judging.domain.DisciplineEvent.MarkRecorded;
import org.leitai.judging.domain.DisciplineEvent.ResultsLocked;
import org.leitai.judging.domain.DisciplineEvent.SeatVacated;
import org.leitai.judging.domain.DisciplineEvent.SheetReturned;
import org.leitai.judging.domain.DisciplineEvent.SheetSigned;
import org.leitai.judging.domain.DisciplineEvent.SpreadFound;
import org.leitai.judging.domain.DisciplineEvent.StageClosed;
import org.leitai.kernel.Act;

class MarkRulesTest {
    private static final UUID A = new UUID(8, 1);
    private static final UUID B = new UUID(8, 2);
    private static final UUID C = new UUID(8, 3);
    private static final SheetId SIZE = new SheetId("work", "size", "01", JUDGE_1);

    @Test
    void a_mark_is_recorded_under_its_key() {
        marking()
                .when(mark(length("01", JUDGE_1), "38", null), actOf(JUDGE_1, A))
                .then(recorded(A, length("01", JUDGE_1), "38"));
    }

    @Test
    void a_value_is_kept_in_canonical_text() {
        marking()
                .when(mark(length("01", JUDGE_1), " 38.0 ", null), actOf(JUDGE_1, A))
                .then(recorded(A, length("01", JUDGE_1), "38"));
    }

    @ParameterizedTest
    @CsvSource({
        "length, 41, out-of-range",
        "length, -1, out-of-range",
        "length, 1.5, too-many-decimals",
        "length, drei, not-a-number",
        "width, 0.3, off-step",
        "seam, 4, out-of-range",
        "seam, good, wrong-type"
    })
    void a_value_must_suit_its_aspect(String aspect, String value, String code) {
        marking()
                .when(mark(Slot.of("work", "01", aspect, JUDGE_1), value, null), actOf(JUDGE_1, A))
                .refused(code);
    }

    @Test
    void absence_is_a_value_with_a_reason() {
        marking()
                .when(mark(length("01", JUDGE_1), "absent:未完成", null), actOf(JUDGE_1, A))
                .then(recorded(A, length("01", JUDGE_1), "absent:未完成"));
    }

    @Test
    void a_mark_needs_a_known_place() {
        marking()
                .when(mark(Slot.of("work", "01", "colour", JUDGE_1), "1", null), actOf(JUDGE_1, A))
                .refused("unknown-aspect");
        marking()
                .when(mark(Slot.of("play", "01", "length", JUDGE_1), "1", null), actOf(JUDGE_1, A))
                .refused("unknown-stage");
        marking()
                .when(mark(length("77", JUDGE_1), "1", null), actOf(JUDGE_1, A))
                .refused("unknown-subject");
        marking()
                .when(mark(new Slot("work", "01", 2, "length", JUDGE_1, 1), "1", null), actOf(JUDGE_1, A))
                .refused("unknown-piece");
    }

    @Test
    void a_mark_comes_from_its_own_filled_seat_and_form() {
        marking()
                .when(mark(length("01", JUDGE_1), "1", null), actOf(JUDGE_2, A))
                .refused("seat-not-on-panel");
        marking()
                .when(mark(length("01", Trial.SCORER), "1", null), actOf(Trial.SCORER, A))
                .refused("seat-not-on-panel");
        marking()
                .given(new SeatVacated(JUDGE_1))
                .when(mark(length("01", JUDGE_1), "1", null), actOf(JUDGE_1, A))
                .refused("seat-not-on-panel");
    }

    @Test
    void a_stage_that_was_never_opened_takes_no_marks() {
        marking()
                .when(mark(Slot.of("theory", "01", "paper", Trial.SCORER), "1", null), actOf(Trial.SCORER, A))
                .refused("stage-not-open");
    }

    @Test
    void an_entry_that_does_not_compete_is_not_marked() {
        marking()
                .given(new EntryStatusSet(Trial.ENTRY_1, EntryStatus.DNS, Act.NOBODY))
                .when(mark(length("01", JUDGE_1), "1", null), actOf(JUDGE_1, A))
                .refused("entry-not-competing");
    }

    @Test
    void locked_results_take_no_marks() {
        marking()
                .given(new ResultsLocked())
                .when(mark(length("01", JUDGE_1), "1", null), actOf(JUDGE_1, A))
                .refused("results-locked");
    }

    @Test
    void a_chain_names_what_it_replaces() {
        var slot = length("01", JUDGE_1);
        marking()
                .given(recorded(A, slot, "30"))
                .when(mark(slot, "31", A), actOf(JUDGE_1, B))
                .then(new MarkRecorded(B, slot, "31", A, Act.NOBODY));
    }

    @Test
    void a_second_claim_from_nothing_is_disputed_and_the_first_counts() {
        var slot = length("01", JUDGE_1);
        marking()
                .given(recorded(A, slot, "30"))
                .when(mark(slot, "33", null), actOf(JUDGE_1, B))
                .then(new MarkDisputed(B, slot, "33", null, A));
    }

    @Test
    void a_claim_on_an_older_mark_is_disputed() {
        var slot = length("01", JUDGE_1);
        marking()
                .given(recorded(A, slot, "30"), new MarkRecorded(B, slot, "31", A, Act.NOBODY))
                .when(mark(slot, "33", A), actOf(JUDGE_1, C))
                .then(new MarkDisputed(C, slot, "33", A, B));
    }

    @Test
    void a_disputed_chain_goes_on_as_one_claim() {
        var slot = length("01", JUDGE_1);
        var scenario = marking()
                .given(
                        recorded(A, slot, "30"),
                        new MarkDisputed(B, slot, "33", null, A),
                        new MarkDisputed(C, slot, "34", B, A));
        org.assertj.core.api.Assertions.assertThat(scenario.state().sheet(SIZE).openClaims())
                .containsExactly(C);
    }

    @Test
    void a_mark_that_was_never_recorded_cannot_be_replaced() {
        var slot = length("01", JUDGE_1);
        marking().when(mark(slot, "31", A), actOf(JUDGE_1, B)).refused("basis-unknown");
        marking()
                .given(recorded(A, slot, "30"))
                .when(mark(slot, "31", C), actOf(JUDGE_1, B))
                .refused("basis-unknown");
    }

    @Test
    void a_mark_offered_again_from_another_device_changes_nothing() {
        var slot = length("01", JUDGE_1);
        marking()
                .given(recorded(A, slot, "30"), new MarkRecorded(B, slot, "31", A, Act.NOBODY))
                .when(mark(slot, "30", null), actOf(JUDGE_1, A))
                .nothingHappens();
    }

    @Test
    void seats_never_conflict() {
        marking()
                .given(recorded(A, length("01", JUDGE_1), "30"))
                .when(mark(length("01", JUDGE_2), "20", null), actOf(JUDGE_2, B))
                .then(recorded(B, length("01", JUDGE_2), "20"));
    }

    @Test
    void a_mark_made_before_signing_that_arrives_after_is_a_late_claim() {
        var slot = length("01", JUDGE_1);
        var signed = marking().given(recorded(A, slot, "30"), new SheetSigned(SIZE, List.of(A)));
        long signedMicros = signed.state().seq() * 1_000_000;

        signed.when(mark(slot, "31", A), Trial.at(JUDGE_1, B, signedMicros - 5_000_000, 1_000_000))
                .then(new LateClaimRecorded(B, slot, "31", A, Lateness.MADE_BEFORE));
        signed.when(mark(slot, "31", A), Trial.at(JUDGE_1, B, signedMicros - 500_000, 1_000_000))
                .then(new LateClaimRecorded(B, slot, "31", A, Lateness.UNCERTAIN));
        signed.when(mark(slot, "31", A), Trial.at(JUDGE_1, B, signedMicros + 5_000_000, 1_000_000))
                .refused("sheet-signed");
        signed.when(mark(slot, "31", A), actOf(JUDGE_1, B)).refused("sheet-signed");
    }

    @Test
    void a_mark_made_before_closing_that_arrives_after_is_a_late_claim() {
        var slot = length("01", JUDGE_1);
        var closed = marking().given(new StageClosed("work"));
        long closedMicros = closed.state().seq() * 1_000_000;

        closed.when(mark(slot, "31", null), Trial.at(JUDGE_1, B, closedMicros - 5_000_000, 1_000_000))
                .then(new LateClaimRecorded(B, slot, "31", null, Lateness.MADE_BEFORE));
        closed.when(mark(slot, "31", null), Trial.at(JUDGE_1, B, closedMicros + 5_000_000, 1_000_000))
                .refused("stage-closed");
    }

    @Test
    void a_returned_sheet_takes_marks_although_its_stage_is_closed() {
        var slot = length("01", JUDGE_1);
        marking()
                .given(
                        recorded(A, slot, "30"),
                        new SheetSigned(SIZE, List.of(A)),
                        new StageClosed("work"),
                        new SheetReturned(SIZE, Act.NOBODY))
                .when(mark(slot, "31", A), actOf(JUDGE_1, B))
                .then(new MarkRecorded(B, slot, "31", A, Act.NOBODY));
    }

    @Test
    void judgements_too_far_apart_are_found_when_the_last_seat_is_in() {
        marking()
                .given(recorded(A, seam("01", JUDGE_1), "1"))
                .when(mark(seam("01", JUDGE_2), "3", null), actOf(JUDGE_2, B))
                .then(
                        recorded(B, seam("01", JUDGE_2), "3"),
                        new SpreadFound("work", "look", "01", new Slot.Cell("seam", 1, 1), "2"));
    }

    @Test
    void judgements_close_enough_stand() {
        marking()
                .given(recorded(A, seam("01", JUDGE_1), "2"))
                .when(mark(seam("01", JUDGE_2), "3", null), actOf(JUDGE_2, B))
                .then(recorded(B, seam("01", JUDGE_2), "3"));
    }

    @Test
    void marking_again_because_of_a_spread_needs_a_reason() {
        var apart = marking()
                .given(
                        recorded(A, seam("01", JUDGE_1), "1"),
                        recorded(B, seam("01", JUDGE_2), "3"),
                        new SpreadFound("work", "look", "01", new Slot.Cell("seam", 1, 1), "2"));
        UUID reason = new UUID(10, 1);

        apart.when(mark(seam("01", JUDGE_1), "2", A), actOf(JUDGE_1, C)).refused("reason-needed");
        apart.when(new RecordMark(seam("01", JUDGE_1), "2", A, reason), actOf(JUDGE_1, C))
                .then(new MarkRecorded(C, seam("01", JUDGE_1), "2", A, reason));
    }

    @Test
    void an_accepted_claim_counts_from_then_on() {
        var slot = length("01", JUDGE_1);
        marking()
                .given(
                        recorded(A, slot, "30"),
                        new MarkDisputed(B, slot, "33", null, A),
                        new ClaimDecided(B, true, Act.NOBODY))
                .when(mark(slot, "34", B), actOf(JUDGE_1, C))
                .then(new MarkRecorded(C, slot, "34", B, Act.NOBODY));
    }
}
