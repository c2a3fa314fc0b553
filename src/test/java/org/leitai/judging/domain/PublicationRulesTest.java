package org.leitai.judging.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.judging.domain.Trial.CHIEF;
import static org.leitai.judging.domain.Trial.ENTRY_1;
import static org.leitai.judging.domain.Trial.ENTRY_2;
import static org.leitai.judging.domain.Trial.JUDGE_1;
import static org.leitai.judging.domain.Trial.LINKS;
import static org.leitai.judging.domain.Trial.actOf;
import static org.leitai.judging.domain.Trial.finished;
import static org.leitai.judging.domain.Trial.scenario;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leitai.judging.domain.DisciplineCommand.AnnounceResults;
import org.leitai.judging.domain.DisciplineCommand.IssueResults;
import org.leitai.judging.domain.DisciplineCommand.LockResults;
import org.leitai.judging.domain.DisciplineCommand.OpenIdentities;
import org.leitai.judging.domain.DisciplineCommand.ProposeOpening;
import org.leitai.judging.domain.DisciplineEvent.EntryAdmitted;
import org.leitai.judging.domain.DisciplineEvent.IdentitiesOpened;
import org.leitai.judging.domain.DisciplineEvent.MarkDisputed;
import org.leitai.judging.domain.DisciplineEvent.NumbersSealed;
import org.leitai.judging.domain.DisciplineEvent.OpeningProposed;
import org.leitai.judging.domain.DisciplineEvent.ResultsAnnounced;
import org.leitai.judging.domain.DisciplineEvent.ResultsIssued;
import org.leitai.judging.domain.DisciplineEvent.ResultsLocked;
import org.leitai.judging.domain.DisciplineEvent.SheetReturned;
import org.leitai.judging.domain.DisciplineEvent.StageClosed;
import org.leitai.judging.domain.DisciplineEvent.StageOpened;
import org.leitai.kernel.Act;
import org.leitai.kernel.Role;
import org.leitai.testkit.Scenario;

class PublicationRulesTest {
    private static final UUID KEY = new UUID(8, 9);
    private static final UUID OFFICER = new UUID(11, 1);
    private static final UUID SUPERVISOR = new UUID(11, 2);
    private static final String HASH = "ab".repeat(32);
    private static final byte[] SEED = new byte[Commitment.SEED_BYTES];
    private static final String SEED_HEX = HexFormat.of().formatHex(SEED);
    private static final OpeningProposed PROPOSED = new OpeningProposed("work", OFFICER, Role.ENCRYPTION_OFFICER);

    private static Act by(UUID account) {
        return Act.by(account, Act.NOBODY, KEY);
    }

    private static Scenario<DisciplineState, DisciplineCommand, DisciplineEvent> sealed() {
        return scenario()
                .given(Trial.prepared(Trial.SEALED_YAML))
                .given(new NumbersSealed("work", List.of("01", "02"), Commitment.of(SEED, LINKS)))
                .given(Trial.markedAndClosed());
    }

    @Test
    void a_form_that_no_seat_fills_in_keeps_results_from_being_locked() {
        scenario()
                .given(Trial.opened(Trial.YAML))
                .given(new EntryAdmitted(ENTRY_1, "staff", "任城区", Trial.UNIT_1, List.of(new UUID(6, 1))))
                .given(new StageOpened("theory"), new StageClosed("theory"))
                .given(new StageOpened("work"), new StageClosed("work"))
                .when(new LockResults())
                .refused("form-without-seat");
    }

    @Test
    void results_are_locked_when_everything_is_signed_and_closed() {
        scenario().given(finished()).when(new LockResults()).then(new ResultsLocked());
        scenario()
                .given(finished())
                .given(new ResultsLocked())
                .when(new LockResults())
                .refused("results-locked");
    }

    @Test
    void an_open_stage_keeps_results_from_being_locked() {
        Trial.marking().when(new LockResults()).refused("stage-not-closed");
    }

    @Test
    void an_unsigned_sheet_keeps_results_from_being_locked() {
        scenario()
                .given(finished())
                .given(new SheetReturned(new SheetId("work", "size", "01", JUDGE_1), Act.NOBODY))
                .when(new LockResults())
                .refused("sheets-unsigned");
    }

    @Test
    void an_open_claim_keeps_results_from_being_locked() {
        var slot = Trial.length("01", JUDGE_1);
        scenario()
                .given(finished())
                .given(new MarkDisputed(KEY, slot, "11", null, new UUID(9, 2)))
                .when(new LockResults())
                .refused("claims-open");
    }

    @Test
    void the_chief_issues_what_was_locked() {
        var locked = scenario().given(finished()).given(new ResultsLocked());
        long seq = locked.state().seq();

        locked.when(new IssueResults(seq, HASH), actOf(CHIEF, KEY)).then(new ResultsIssued(CHIEF, HASH));
        locked.when(new IssueResults(seq, HASH), actOf(JUDGE_1, KEY)).refused("chief-only");
        locked.when(new IssueResults(seq - 1, HASH), actOf(CHIEF, KEY)).refused("results-changed");
        scenario()
                .given(finished())
                .when(new IssueResults(1, HASH), actOf(CHIEF, KEY))
                .refused("results-not-locked");
        locked.given(new ResultsIssued(CHIEF, HASH))
                .when(new IssueResults(seq + 1, HASH), actOf(CHIEF, KEY))
                .refused("results-issued");
    }

    @Test
    void results_are_announced_after_the_issue_and_only_once() {
        var locked = scenario().given(finished()).given(new ResultsLocked());

        locked.when(new AnnounceResults()).refused("results-not-issued");
        locked.given(new ResultsIssued(CHIEF, HASH)).when(new AnnounceResults()).then(new ResultsAnnounced());
        locked.given(new ResultsAnnounced()).when(new AnnounceResults()).nothingHappens();
    }

    @Test
    void sealed_numbers_are_opened_by_two_officers_of_different_office() {
        var locked = sealed().given(new ResultsLocked());

        locked.when(new ProposeOpening("work", Role.ENCRYPTION_OFFICER), by(OFFICER))
                .then(PROPOSED);
        locked.given(PROPOSED)
                .when(new OpenIdentities("work", Role.SUPERVISOR, SEED_HEX, LINKS), by(SUPERVISOR))
                .then(new IdentitiesOpened("work", SEED_HEX, LINKS, List.of(OFFICER, SUPERVISOR)));
    }

    @Test
    void one_officer_alone_opens_nothing() {
        var locked = sealed().given(new ResultsLocked());

        locked.when(new OpenIdentities("work", Role.SUPERVISOR, SEED_HEX, LINKS), by(SUPERVISOR))
                .refused("opening-not-proposed");
        locked.given(PROPOSED)
                .when(new OpenIdentities("work", Role.SUPERVISOR, SEED_HEX, LINKS), by(OFFICER))
                .refused("same-officer");
        locked.when(new OpenIdentities("work", Role.ENCRYPTION_OFFICER, SEED_HEX, LINKS), by(SUPERVISOR))
                .refused("same-officer");
        locked.when(new ProposeOpening("work", Role.JUDGE), by(OFFICER)).refused("not-an-officer");
        locked.when(new ProposeOpening("work", Role.ENCRYPTION_OFFICER), by(OFFICER))
                .nothingHappens();
    }

    @Test
    void other_links_than_the_sealed_ones_are_not_opened() {
        var swapped = List.of(new Link("02", ENTRY_1), new Link("01", ENTRY_2));
        var proposed = sealed().given(new ResultsLocked(), PROPOSED);

        proposed.when(new OpenIdentities("work", Role.SUPERVISOR, SEED_HEX, swapped), by(SUPERVISOR))
                .refused("commitment-mismatch");
        proposed.when(new OpenIdentities("work", Role.SUPERVISOR, "00", LINKS), by(SUPERVISOR))
                .refused("commitment-mismatch");
    }

    @Test
    void nothing_is_opened_before_locking_and_nothing_issued_before_opening() {
        sealed().when(new ProposeOpening("work", Role.SUPERVISOR), by(SUPERVISOR))
                .refused("results-not-locked");
        sealed().when(new ProposeOpening("theory", Role.SUPERVISOR), by(SUPERVISOR))
                .refused("stage-not-sealed");
        var locked = sealed().given(new ResultsLocked());
        locked.when(new IssueResults(locked.state().seq(), HASH), actOf(CHIEF, KEY))
                .refused("identities-sealed");
    }

    @Test
    void while_sealed_the_state_knows_no_entry_behind_a_number() {
        var locked = sealed().given(new ResultsLocked());

        assertThat(locked.state().entry("work", "01")).isEmpty();
        locked.given(PROPOSED, new IdentitiesOpened("work", SEED_HEX, LINKS, List.of(OFFICER, SUPERVISOR)));
        assertThat(locked.state().entry("work", "01"))
                .hasValueSatisfying(entry -> assertThat(entry.id()).isEqualTo(ENTRY_1));
        assertThat(locked.state().phase()).isEqualTo(Phase.OPENED);
    }
}
