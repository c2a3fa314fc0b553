package org.leitai.registration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;
import org.leitai.registration.domain.RollCommand.ApproveEntry;
import org.leitai.registration.domain.RollCommand.ErasePerson;
import org.leitai.registration.domain.RollCommand.HoldDraw;
import org.leitai.registration.domain.RollCommand.OpenRoll;
import org.leitai.registration.domain.RollCommand.RecordArrival;
import org.leitai.registration.domain.RollCommand.RecordCall;
import org.leitai.registration.domain.RollCommand.RegisterUnits;
import org.leitai.registration.domain.RollCommand.RejectEntry;
import org.leitai.registration.domain.RollCommand.SubmitEntries;
import org.leitai.registration.domain.RollCommand.WithdrawEntry;
import org.leitai.registration.domain.RollEvent.DrawHeld;
import org.leitai.registration.domain.RollEvent.EntryApproved;
import org.leitai.registration.domain.RollEvent.EntryArrived;
import org.leitai.registration.domain.RollEvent.EntryCalled;
import org.leitai.registration.domain.RollEvent.EntryRejected;
import org.leitai.registration.domain.RollEvent.EntrySubmitted;
import org.leitai.registration.domain.RollEvent.EntryWithdrawn;
import org.leitai.registration.domain.RollEvent.PersonErased;
import org.leitai.registration.domain.RollEvent.RollOpened;
import org.leitai.registration.domain.RollEvent.UnitRegistered;
import org.leitai.testkit.Scenario;

class RollDeciderTest {
    private static final StreamId CONTEST = new StreamId(new UUID(1, 1));
    private static final StreamId ROLL = new StreamId(new UUID(1, 2));
    private static final StreamId WELDING = new StreamId(new UUID(1, 3));
    private static final Unit UNIT = new Unit(new UUID(4, 1), "示例机械厂", "示例机械", "rencheng");
    private static final UUID FIRST = new UUID(5, 1);
    private static final UUID SECOND = new UUID(5, 2);

    private final Scenario<RollState, RollCommand, RollEvent> roll = Scenario.of(new RollDecider(), ROLL);

    RollDeciderTest() {
        roll.given(new RollOpened(CONTEST), new UnitRegistered(UNIT));
    }

    @Test
    void a_roll_is_opened_once_for_one_contest() {
        roll.when(new OpenRoll(CONTEST)).nothingHappens();
        roll.when(new OpenRoll(WELDING)).refused("roll-taken");
        Scenario.of(new RollDecider(), ROLL).when(new OpenRoll(CONTEST)).then(new RollOpened(CONTEST));
        Scenario.of(new RollDecider(), ROLL).when(new ApproveEntry(FIRST)).refused("roll-unknown");
    }

    @Test
    void units_come_on_the_roll_all_or_none() {
        Unit mine = new Unit(new UUID(4, 2), "试样矿业", "试样矿业", "zoucheng");
        Unit sameName = new Unit(new UUID(4, 3), "示例 机械厂", "示例", "rencheng");

        roll.when(new RegisterUnits(List.of(UNIT, mine))).then(new UnitRegistered(mine));
        roll.when(new RegisterUnits(List.of(mine, sameName))).refused("unit-exists");
        roll.when(new RegisterUnits(List.of(new Unit(new UUID(4, 4), "新厂", "七个字的简称啊", ""))))
                .refused("unit-short-name-invalid");
        roll.when(new RegisterUnits(List.of(new Unit(new UUID(4, 4), " ", "空", ""))))
                .refused("unit-name-invalid");
    }

    @Test
    void staff_entries_are_approved_at_once_and_numbered_in_order() {
        roll.when(new SubmitEntries(List.of(single(FIRST), single(SECOND)), true))
                .then(
                        new EntrySubmitted(single(FIRST)),
                        new EntryApproved(FIRST, "W-001"),
                        new EntrySubmitted(single(SECOND)),
                        new EntryApproved(SECOND, "W-002"));
    }

    @Test
    void an_application_waits_for_approval_and_then_gets_the_next_number() {
        roll.given(new EntrySubmitted(single(FIRST)), new EntryApproved(FIRST, "W-001"));

        roll.when(new SubmitEntries(List.of(single(SECOND)), false)).then(new EntrySubmitted(single(SECOND)));
        roll.given(new EntrySubmitted(single(SECOND)))
                .when(new ApproveEntry(SECOND))
                .then(new EntryApproved(SECOND, "W-002"));
        roll.when(new ApproveEntry(FIRST)).nothingHappens();
        roll.when(new ApproveEntry(new UUID(5, 9))).refused("entry-unknown");
    }

    @Test
    void a_number_that_was_given_is_not_given_again() {
        roll.done(new SubmitEntries(List.of(single(FIRST)), true))
                .done(new WithdrawEntry(FIRST))
                .when(new SubmitEntries(List.of(single(SECOND)), true))
                .then(new EntrySubmitted(single(SECOND)), new EntryApproved(SECOND, "W-002"));
    }

    @Test
    void the_same_entry_comes_on_the_roll_once() {
        roll.done(new SubmitEntries(List.of(single(FIRST)), true))
                .when(new SubmitEntries(List.of(single(FIRST)), true))
                .nothingHappens();
    }

    @Test
    void a_person_is_in_one_entry() {
        var twice = new Entry.Application(
                SECOND,
                WELDING,
                "W",
                "",
                UNIT.id(),
                "rencheng",
                Act.NOBODY,
                single(FIRST).members(),
                "");

        roll.when(new SubmitEntries(List.of(single(FIRST), twice), true)).refused("person-taken");
        roll.given(new EntrySubmitted(single(FIRST)))
                .when(new SubmitEntries(List.of(twice), true))
                .refused("person-taken");
    }

    @Test
    void an_individual_is_one_person_and_a_team_up_to_30() {
        Member one = new Member(new UUID(6, 1), "aa");
        Member two = new Member(new UUID(6, 2), "bb");
        UUID team = new UUID(6, 3);

        roll.when(submit(Act.NOBODY, List.of(one, two))).refused("members-invalid");
        roll.when(submit(Act.NOBODY, List.of())).refused("members-invalid");
        assertThat(roll.when(submit(team, List.of(one, two))).events()).hasSize(2);
    }

    @Test
    void an_entry_needs_a_unit_of_the_roll() {
        var foreign = new Entry.Application(
                FIRST,
                WELDING,
                "W",
                "",
                new UUID(4, 9),
                "rencheng",
                Act.NOBODY,
                single(FIRST).members(),
                "");

        roll.when(new SubmitEntries(List.of(foreign), true)).refused("unit-unknown");
    }

    @Test
    void an_application_is_rejected_for_a_reason_from_the_list() {
        roll.given(new EntrySubmitted(single(FIRST)));

        roll.when(new RejectEntry(FIRST, "示例甲太年轻")).refused("reason-unknown");
        roll.when(new RejectEntry(FIRST, "not-eligible")).then(new EntryRejected(FIRST, "not-eligible"));
        roll.given(new EntryRejected(FIRST, "not-eligible"));
        roll.when(new RejectEntry(FIRST, "other")).nothingHappens();
        roll.when(new WithdrawEntry(FIRST)).refused("entry-status");
        roll.when(new ApproveEntry(FIRST)).then(new EntryApproved(FIRST, "W-001"));
    }

    @Test
    void arrival_and_call_room_are_two_acts_in_that_order() {
        roll.given(new EntrySubmitted(single(FIRST)))
                .when(new RecordArrival(FIRST))
                .refused("entry-status");

        roll.given(new EntryApproved(FIRST, "W-001"))
                .when(new RecordCall(FIRST))
                .refused("not-arrived");
        roll.when(new RecordArrival(FIRST)).then(new EntryArrived(FIRST));
        roll.given(new EntryArrived(FIRST)).when(new RecordArrival(FIRST)).nothingHappens();
        roll.when(new RecordCall(FIRST)).then(new EntryCalled(FIRST));
        roll.given(new EntryCalled(FIRST)).when(new RecordCall(FIRST)).nothingHappens();
        roll.given(new EntryWithdrawn(FIRST)).when(new RecordCall(FIRST)).refused("entry-status");
    }

    @Test
    void a_draw_is_repeatable_and_not_repeated_until_it_pleases() {
        roll.when(new HoldDraw(WELDING, "3D 527")).refused("no-entries");
        roll.done(new SubmitEntries(List.of(single(FIRST), single(SECOND)), true));

        var order = DrawOrder.of("3D 527", List.of(SECOND, FIRST));
        roll.when(new HoldDraw(WELDING, " ")).refused("seed-invalid");
        roll.when(new HoldDraw(WELDING, "3D 527")).then(new DrawHeld(WELDING, "3D 527", DrawOrder.METHOD, order));
        roll.done(new HoldDraw(WELDING, "3D 527"));
        roll.when(new HoldDraw(WELDING, "3D 527")).nothingHappens();
        roll.when(new HoldDraw(WELDING, "another")).refused("already-drawn");
        roll.done(new WithdrawEntry(FIRST))
                .when(new HoldDraw(WELDING, "another"))
                .then(new DrawHeld(WELDING, "another", DrawOrder.METHOD, List.of(SECOND)));
    }

    @Test
    void a_person_is_erased_once_and_the_entry_stays() {
        UUID person = single(FIRST).members().getFirst().person();
        roll.given(new EntrySubmitted(single(FIRST)), new EntryApproved(FIRST, "W-001"));

        roll.when(new ErasePerson(person)).then(new PersonErased(person));
        roll.given(new PersonErased(person)).when(new ErasePerson(person)).nothingHappens();
        roll.when(new ErasePerson(new UUID(6, 99))).refused("person-unknown");
        assertThat(roll.state().approved(WELDING)).extracting(Entry::number).containsExactly("W-001");
    }

    private static SubmitEntries submit(UUID team, List<Member> members) {
        return new SubmitEntries(
                List.of(new Entry.Application(FIRST, WELDING, "W", "", UNIT.id(), "rencheng", team, members, "")),
                true);
    }

    private static Entry.Application single(UUID entry) {
        return new Entry.Application(
                entry,
                WELDING,
                "W",
                "staff",
                UNIT.id(),
                "rencheng",
                Act.NOBODY,
                List.of(new Member(new UUID(6, entry.getLeastSignificantBits()), "aa".repeat(32))),
                "");
    }
}
