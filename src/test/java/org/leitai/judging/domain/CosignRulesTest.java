package org.leitai.judging.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.judging.domain.Trial.CHIEF;
import static org.leitai.judging.domain.Trial.JUDGE_1;
import static org.leitai.judging.domain.Trial.JUDGE_2;
import static org.leitai.judging.domain.Trial.SCORER;
import static org.leitai.judging.domain.Trial.actOf;
import static org.leitai.judging.domain.Trial.marking;
import static org.leitai.judging.domain.Trial.recorded;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leitai.judging.domain.DisciplineCommand.Cosign;
import org.leitai.judging.domain.DisciplineCommand.NoteOnSheet;
import org.leitai.judging.domain.DisciplineCommand.RefuseCosigning;
import org.leitai.judging.domain.DisciplineEvent.CosigningRefused;
import org.leitai.judging.domain.DisciplineEvent.SheetCosigned;
import org.leitai.judging.domain.DisciplineEvent.SheetNoted;
import org.leitai.judging.domain.DisciplineEvent.SheetReturned;
import org.leitai.judging.domain.DisciplineEvent.SheetSigned;
import org.leitai.kernel.Act;
import org.leitai.testkit.Scenario;

class CosignRulesTest {
    private static final UUID KEY = new UUID(8, 1);
    private static final UUID LENGTH = new UUID(8, 2);
    private static final UUID WIDTH = new UUID(8, 3);
    private static final UUID WORDS = new UUID(10, 1);
    private static final SheetId SHEET = new SheetId("work", "size", "01", JUDGE_1);
    private static final Act OWN = actOf(JUDGE_1, KEY);

    private static Scenario<DisciplineState, DisciplineCommand, DisciplineEvent> signed() {
        return marking()
                .given(
                        recorded(LENGTH, Trial.length("01", JUDGE_1), "38"),
                        recorded(WIDTH, Slot.of("work", "01", "width", JUDGE_1), "10"),
                        new SheetSigned(SHEET, List.of(LENGTH, WIDTH)));
    }

    private static Sheet.Signature signature(Scenario<DisciplineState, DisciplineCommand, DisciplineEvent> scenario) {
        return Objects.requireNonNull(scenario.state().sheet(SHEET).signature());
    }

    @Test
    void a_judge_notes_on_an_own_sheet_before_and_after_signing() {
        var note = new NoteOnSheet(SHEET, WORDS);

        marking().when(note, OWN).then(new SheetNoted(SHEET, KEY, WORDS));
        signed().when(note, OWN).then(new SheetNoted(SHEET, KEY, WORDS));
        marking().given(new SheetNoted(SHEET, KEY, WORDS)).when(note, OWN).nothingHappens();
        marking().when(note, actOf(JUDGE_2, KEY)).refused("seat-not-on-panel");
        marking().when(note, actOf(CHIEF, KEY)).refused("seat-not-on-panel");
        marking()
                .when(new NoteOnSheet(new SheetId("work", "size", "09", JUDGE_1), WORDS), OWN)
                .refused("unknown-subject");
        marking()
                .when(new NoteOnSheet(new SheetId("work", "taste", "01", JUDGE_1), WORDS), OWN)
                .refused("unknown-form");
    }

    @Test
    void a_note_is_stamped_with_the_moment_it_was_begun_and_survives_a_return() {
        var noted = marking().given(new SheetNoted(SHEET, KEY, WORDS), new SheetReturned(SHEET, WORDS));

        assertThat(noted.state().sheet(SHEET).notes()).singleElement().satisfies(note -> {
            assertThat(note.text()).isEqualTo(WORDS);
            assertThat(note.madeMicros()).isPositive();
        });
    }

    @Test
    void others_sign_after_the_judge_by_pin_or_on_paper() {
        var chief = new Cosign(SHEET, Cosigner.CHIEF, CHIEF);

        marking().when(chief, OWN).refused("sheet-not-signed");
        signed().when(chief, OWN).then(new SheetCosigned(SHEET, Cosigner.CHIEF, CHIEF));
        signed().when(chief, actOf(CHIEF, KEY)).then(new SheetCosigned(SHEET, Cosigner.CHIEF, CHIEF));
        signed().when(chief, actOf(JUDGE_2, KEY)).refused("seat-not-on-panel");
        signed().when(new Cosign(SHEET, Cosigner.JUDGE, JUDGE_2), OWN)
                .then(new SheetCosigned(SHEET, Cosigner.JUDGE, JUDGE_2));
        signed().when(new Cosign(SHEET, Cosigner.CONTESTANT, Act.NOBODY), OWN)
                .then(new SheetCosigned(SHEET, Cosigner.CONTESTANT, Act.NOBODY));
        signed().given(new SheetCosigned(SHEET, Cosigner.CHIEF, CHIEF))
                .when(chief, OWN)
                .nothingHappens();
    }

    @Test
    void a_pin_makes_nobody_what_the_seat_is_not() {
        signed().when(new Cosign(SHEET, Cosigner.JUDGE, JUDGE_1), OWN).refused("not-a-cosigner");
        signed().when(new Cosign(SHEET, Cosigner.CHIEF, JUDGE_2), OWN).refused("not-a-cosigner");
        signed().when(new Cosign(SHEET, Cosigner.JUDGE, SCORER), OWN).refused("not-a-cosigner");
        signed().when(new Cosign(SHEET, Cosigner.CONTESTANT, JUDGE_2), OWN).refused("not-a-cosigner");
    }

    @Test
    void a_refusal_is_contested_until_the_chief_signs_or_hands_the_sheet_back() {
        var refuse = new RefuseCosigning(SHEET, Cosigner.CONTESTANT, WORDS);
        var refused = new CosigningRefused(SHEET, Cosigner.CONTESTANT, WORDS);

        marking().when(refuse, OWN).refused("sheet-not-signed");
        signed().when(refuse, OWN).then(refused);
        signed().given(refused).when(refuse, OWN).refused("cosigned-already");
        assertThat(signature(signed().given(refused)).isContested()).isTrue();
        var answered = signed().given(refused, new SheetCosigned(SHEET, Cosigner.CHIEF, Act.NOBODY));
        assertThat(signature(answered).isContested()).isFalse();
        assertThat(signature(answered).beside()).containsOnlyKeys(Cosigner.CONTESTANT, Cosigner.CHIEF);
        signed().given(refused)
                .when(new Cosign(SHEET, Cosigner.CONTESTANT, Act.NOBODY), OWN)
                .then(new SheetCosigned(SHEET, Cosigner.CONTESTANT, Act.NOBODY));
        var again = signed().given(refused, new SheetReturned(SHEET, WORDS))
                .given(new SheetSigned(SHEET, List.of(LENGTH, WIDTH)));
        assertThat(signature(again).beside()).isEmpty();
    }

    @Test
    void an_open_refusal_keeps_results_from_being_locked_until_the_chief_signs_or_the_refuser_does() {
        var refused = new CosigningRefused(SHEET, Cosigner.CONTESTANT, WORDS);
        var finished = Trial.scenario().given(Trial.finished()).given(refused);
        var lock = new DisciplineCommand.LockResults();

        finished.when(lock).refused("refusals-open");
        finished.given(new SheetCosigned(SHEET, Cosigner.CHIEF, CHIEF))
                .when(lock)
                .then(new DisciplineEvent.ResultsLocked());
        Trial.scenario()
                .given(Trial.finished())
                .given(refused, new SheetCosigned(SHEET, Cosigner.CONTESTANT, Act.NOBODY))
                .when(lock)
                .then(new DisciplineEvent.ResultsLocked());
    }

    @Test
    void a_refused_sheet_that_the_chief_hands_back_is_signed_again_before_anything_is_locked() {
        var back = Trial.scenario()
                .given(Trial.finished())
                .given(new CosigningRefused(SHEET, Cosigner.CONTESTANT, WORDS), new SheetReturned(SHEET, WORDS));

        back.when(new DisciplineCommand.LockResults()).refused("sheets-unsigned");
        back.given(new SheetSigned(SHEET, List.of(LENGTH, WIDTH)))
                .when(new DisciplineCommand.LockResults())
                .then(new DisciplineEvent.ResultsLocked());
    }

    @Test
    void nothing_is_added_to_locked_results() {
        var locked = signed().given(new DisciplineEvent.ResultsLocked());

        locked.when(new NoteOnSheet(SHEET, WORDS), OWN).refused("results-locked");
        locked.when(new Cosign(SHEET, Cosigner.CHIEF, CHIEF), OWN).refused("results-locked");
        locked.when(new RefuseCosigning(SHEET, Cosigner.CHIEF, WORDS), OWN).refused("results-locked");
    }
}
