package org.leitai.judging.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.judging.domain.Trial.ENTRY_1;
import static org.leitai.judging.domain.Trial.ENTRY_2;
import static org.leitai.judging.domain.Trial.JUDGE_1;
import static org.leitai.judging.domain.Trial.LINKS;
import static org.leitai.judging.domain.Trial.PERSON;
import static org.leitai.judging.domain.Trial.SCORER;
import static org.leitai.judging.domain.Trial.YAML;
import static org.leitai.judging.domain.Trial.marking;
import static org.leitai.judging.domain.Trial.opened;
import static org.leitai.judging.domain.Trial.prepared;
import static org.leitai.judging.domain.Trial.recorded;
import static org.leitai.judging.domain.Trial.scenario;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leitai.judging.domain.DisciplineCommand.AddSeat;
import org.leitai.judging.domain.DisciplineCommand.AdmitEntry;
import org.leitai.judging.domain.DisciplineCommand.AssignNumbers;
import org.leitai.judging.domain.DisciplineCommand.CloseStage;
import org.leitai.judging.domain.DisciplineCommand.FillSeat;
import org.leitai.judging.domain.DisciplineCommand.ImportMarks;
import org.leitai.judging.domain.DisciplineCommand.MoveCursor;
import org.leitai.judging.domain.DisciplineCommand.OpenDiscipline;
import org.leitai.judging.domain.DisciplineCommand.OpenStage;
import org.leitai.judging.domain.DisciplineCommand.SealNumbers;
import org.leitai.judging.domain.DisciplineCommand.SetEntryStatus;
import org.leitai.judging.domain.DisciplineCommand.VacateSeat;
import org.leitai.judging.domain.DisciplineEvent.CursorMoved;
import org.leitai.judging.domain.DisciplineEvent.EntryStatusSet;
import org.leitai.judging.domain.DisciplineEvent.NumbersAssigned;
import org.leitai.judging.domain.DisciplineEvent.NumbersSealed;
import org.leitai.judging.domain.DisciplineEvent.ResultsLocked;
import org.leitai.judging.domain.DisciplineEvent.SeatAdded;
import org.leitai.judging.domain.DisciplineEvent.SeatFilled;
import org.leitai.judging.domain.DisciplineEvent.SeatVacated;
import org.leitai.judging.domain.DisciplineEvent.StageClosed;
import org.leitai.judging.domain.DisciplineEvent.StageOpened;
import org.leitai.kernel.Act;
import org.leitai.kernel.Role;

class PanelRulesTest {
    private static final UUID NEW = new UUID(12, 1);
    private static final UUID A = new UUID(8, 1);

    @Test
    void a_discipline_is_opened_once_with_a_good_rulebook() {
        var open = new OpenDiscipline(Trial.CONTEST, "T", "试验", "Trial", YAML, Trial.hash(YAML));

        scenario().when(open).then(opened(YAML));
        scenario().given(opened(YAML)).when(open).refused("discipline-exists");
        scenario()
                .when(new OpenDiscipline(Trial.CONTEST, "T", "试验", "Trial", YAML, "00".repeat(32)))
                .refused("rulebook-hash");
        scenario()
                .when(new OpenDiscipline(Trial.CONTEST, "T", "试验", "Trial", "rulebook: [", "00".repeat(32)))
                .refused("rulebook-invalid");
        scenario().when(new OpenStage("work")).refused("discipline-unknown");
    }

    @Test
    void an_entry_is_admitted_once_into_a_known_division_before_locking() {
        var prepared = scenario().given(prepared(YAML));

        prepared.when(new AdmitEntry(ENTRY_1, "staff", "", Act.NOBODY, List.of()))
                .refused("entry-exists");
        prepared.when(new AdmitEntry(NEW, "guests", "", Act.NOBODY, List.of())).refused("unknown-division");
        prepared.given(new ResultsLocked())
                .when(new AdmitEntry(NEW, "staff", "", Act.NOBODY, List.of()))
                .refused("results-locked");
    }

    @Test
    void a_status_is_set_for_known_entries() {
        scenario()
                .given(prepared(YAML))
                .when(new SetEntryStatus(ENTRY_1, EntryStatus.DSQ, A))
                .then(new EntryStatusSet(ENTRY_1, EntryStatus.DSQ, A));
        scenario()
                .given(prepared(YAML))
                .when(new SetEntryStatus(NEW, EntryStatus.DSQ, A))
                .refused("unknown-entry");
    }

    @Test
    void numbers_for_every_stage_leave_sealed_ones_out() {
        scenario()
                .given(prepared(YAML))
                .when(new AssignNumbers("*", LINKS))
                .then(new NumbersAssigned("theory", LINKS), new NumbersAssigned("work", LINKS));
        scenario()
                .given(prepared(Trial.SEALED_YAML))
                .when(new AssignNumbers("*", LINKS))
                .then(new NumbersAssigned("theory", LINKS));
    }

    @Test
    void numbers_are_well_formed_unique_and_for_known_entries() {
        var prepared = scenario().given(prepared(YAML));

        prepared.when(new AssignNumbers("play", LINKS)).refused("unknown-stage");
        prepared.when(new AssignNumbers("work", List.of(new Link("01", NEW)))).refused("unknown-entry");
        prepared.when(new AssignNumbers("work", List.of(new Link("01", ENTRY_1), new Link("01", ENTRY_2))))
                .refused("number-twice");
        prepared.when(new AssignNumbers("work", List.of(new Link("0 1", ENTRY_1))))
                .refused("bad-number");
        marking()
                .given(recorded(A, Trial.length("01", JUDGE_1), "3"))
                .when(new AssignNumbers("work", List.of(new Link("01", ENTRY_2))))
                .refused("numbers-in-use");
    }

    @Test
    void sealed_numbers_come_with_a_commitment_before_the_stage_is_opened() {
        var sealed = scenario().given(prepared(Trial.SEALED_YAML));
        String commitment = "0f".repeat(32);

        sealed.when(new SealNumbers("work", List.of("K7", "K9"), commitment))
                .then(new NumbersSealed("work", List.of("K7", "K9"), commitment));
        sealed.when(new SealNumbers("work", List.of("K7"), "short")).refused("bad-commitment");
        sealed.when(new SealNumbers("work", List.of("K7", "K7"), commitment)).refused("number-twice");
        sealed.when(new SealNumbers("theory", List.of("K7"), commitment)).refused("stage-not-sealed");
        sealed.when(new AssignNumbers("work", LINKS)).refused("stage-sealed");
        sealed.given(new NumbersSealed("work", List.of("K7", "K9"), commitment), new StageOpened("work"))
                .when(new SealNumbers("work", List.of("K1"), commitment))
                .refused("numbers-in-use");
    }

    @Test
    void a_seat_has_a_label_of_its_own_and_known_forms() {
        var prepared = scenario().given(prepared(YAML));

        prepared.when(new AddSeat(NEW, "3", Role.JUDGE, List.of()))
                .then(new SeatAdded(NEW, "3", Role.JUDGE, List.of()));
        prepared.when(new AddSeat(NEW, "1", Role.JUDGE, List.of())).refused("seat-exists");
        prepared.when(new AddSeat(NEW, "3", Role.HOST, List.of())).refused("role-has-no-seat");
        prepared.when(new AddSeat(NEW, "3", Role.JUDGE, List.of(new FormRef("work", "taste"))))
                .refused("unknown-form");
        prepared.when(new AddSeat(NEW, "3", Role.JUDGE, List.of(new FormRef("play", "size"))))
                .refused("unknown-stage");
    }

    @Test
    void a_judge_of_a_unit_that_takes_part_stands_aside_where_the_rulebook_says_so() {
        var prepared = scenario().given(prepared(YAML));

        prepared.when(new FillSeat(JUDGE_1, PERSON, Trial.UNIT_1, "")).refused("judge-related");
        prepared.when(new FillSeat(JUDGE_1, PERSON, new UUID(3, 9), ""))
                .then(new SeatFilled(JUDGE_1, PERSON, new UUID(3, 9), ""));
        prepared.when(new FillSeat(SCORER, PERSON, Trial.UNIT_1, ""))
                .then(new SeatFilled(SCORER, PERSON, Trial.UNIT_1, ""));
        prepared.when(new FillSeat(NEW, PERSON, Act.NOBODY, "")).refused("seat-not-on-panel");
    }

    @Test
    void a_form_of_one_seat_may_be_given_to_a_seat_of_any_label() {
        var alone = new Scheme.Form("look", List.of(), Role.JUDGE, Set.of("1"), 1, 1);
        var panel = new Scheme.Form("look", List.of(), Role.JUDGE, Set.of("1", "2", "3"), 1, 1);
        var other = new Scheme.Form("size", List.of(), Role.JUDGE, Set.of("1"), 1, 1);
        var seat = new DisciplineState.Seat(NEW, "7", Role.JUDGE, List.of(new FormRef("work", "look")), PERSON);

        assertThat(seat.fillsIn("work", alone)).isTrue();
        assertThat(seat.fillsIn("work", panel)).isFalse();
        assertThat(seat.fillsIn("work", other)).isFalse();
    }

    @Test
    void a_seat_is_vacated_once() {
        scenario().given(prepared(YAML)).when(new VacateSeat(JUDGE_1)).then(new SeatVacated(JUDGE_1));
        scenario()
                .given(prepared(YAML))
                .given(new SeatVacated(JUDGE_1))
                .when(new VacateSeat(JUDGE_1))
                .refused("seat-not-on-panel");
    }

    @Test
    void a_stage_is_opened_when_it_has_numbers() {
        scenario().given(prepared(YAML)).when(new OpenStage("theory")).then(new StageOpened("theory"));
        scenario().given(prepared(YAML)).when(new OpenStage("work")).refused("no-numbers");
        scenario().given(prepared(YAML)).when(new OpenStage("play")).refused("unknown-stage");
        marking().when(new OpenStage("work")).nothingHappens();
    }

    @Test
    void closing_says_what_is_not_signed_and_can_be_told_to_go_on() {
        marking().when(new CloseStage("work", false)).refused("sheets-unsigned");
        marking().when(new CloseStage("work", true)).then(new StageClosed("work"));
        marking().when(new CloseStage("theory", false)).refused("stage-not-open");
        marking().when(new CloseStage("play", false)).refused("unknown-stage");
    }

    @Test
    void the_cursor_points_at_known_numbers_of_open_stages() {
        marking().when(new MoveCursor("work", "02")).then(new CursorMoved("work", "02"));
        marking().when(new MoveCursor("work", "99")).refused("unknown-subject");
        marking().when(new MoveCursor("theory", "01")).refused("stage-not-open");
    }

    @Test
    void an_import_signs_what_it_brings() {
        var open = scenario().given(prepared(YAML)).given(new StageOpened("theory"));
        var events = open.when(new ImportMarks(
                        "theory",
                        Act.NOBODY,
                        List.of(new ImportedMark("01", "", "81.5"), new ImportedMark("02", "paper", "60"))))
                .events();

        assertThat(events).hasSize(4);
        assertThat(events)
                .filteredOn(DisciplineEvent.SheetSigned.class::isInstance)
                .extracting(event -> ((DisciplineEvent.SheetSigned) event).sheet())
                .containsExactly(
                        new SheetId("theory", "theory", "01", SCORER), new SheetId("theory", "theory", "02", SCORER));
        open.given(events);
        open.when(new ImportMarks("theory", Act.NOBODY, List.of(new ImportedMark("01", "", "81.5"))))
                .nothingHappens();
        open.when(new ImportMarks("theory", Act.NOBODY, List.of(new ImportedMark("01", "", "82"))))
                .refused("sheet-signed");
    }

    @Test
    void an_import_is_all_or_nothing() {
        var open = scenario().given(prepared(YAML)).given(new StageOpened("theory"));

        open.when(new ImportMarks(
                        "theory",
                        Act.NOBODY,
                        List.of(new ImportedMark("01", "", "81.5"), new ImportedMark("02", "", "101"))))
                .refused("out-of-range");
        open.when(new ImportMarks("theory", Act.NOBODY, List.of(new ImportedMark("07", "", "1"))))
                .refused("unknown-subject");
        open.when(new ImportMarks("work", Act.NOBODY, List.of())).refused("stage-not-open");
        open.when(new ImportMarks("play", Act.NOBODY, List.of())).refused("unknown-stage");
        marking()
                .when(new ImportMarks("work", Trial.JUDGE_1, List.of(new ImportedMark("01", "length", "1"))))
                .refused("sheet-incomplete");
    }

    @Test
    void an_import_without_a_scorer_brings_the_scorers_seat() {
        var withoutScorer = prepared(YAML).stream()
                .filter(event -> !(event instanceof SeatAdded seat && seat.role() == Role.SCORER))
                .filter(event ->
                        !(event instanceof SeatFilled filled && filled.seat().equals(SCORER)))
                .toList();
        var events = scenario()
                .given(withoutScorer)
                .given(new StageOpened("theory"))
                .when(new ImportMarks("theory", Act.NOBODY, List.of(new ImportedMark("01", "", "70"))))
                .events();

        assertThat(events.getFirst())
                .isInstanceOfSatisfying(
                        SeatAdded.class, seat -> assertThat(seat.role()).isEqualTo(Role.SCORER));
    }
}
