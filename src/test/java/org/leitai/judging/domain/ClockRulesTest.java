package org.leitai.judging.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leitai.judging.domain.DisciplineCommand.SetClock;
import org.leitai.judging.domain.DisciplineEvent.ClockSet;
import org.leitai.judging.domain.DisciplineEvent.EntryAdmitted;
import org.leitai.judging.domain.DisciplineEvent.NumbersAssigned;
import org.leitai.judging.domain.DisciplineEvent.SeatAdded;
import org.leitai.judging.domain.DisciplineEvent.SeatFilled;
import org.leitai.judging.domain.DisciplineEvent.StageClosed;
import org.leitai.judging.domain.DisciplineEvent.StageOpened;
import org.leitai.kernel.Act;
import org.leitai.kernel.Role;
import org.leitai.testkit.Scenario;

/** Timing is one seat's; the clock is there to be seen, the score follows the time that is marked. */
class ClockRulesTest {
    private static final UUID TIMEKEEPER = new UUID(4, 1);
    private static final UUID JUDGE = new UUID(4, 2);
    private static final SetClock START = new SetClock("drill", "01", true, 0, 0);
    private static final String RULES = """
            rulebook: drill
            version: "1"
            title: {zh: 救援, en: Rescue}
            kind: team-drill
            stages:
              - id: drill
                title: {zh: 救援, en: Rescue}
                max: 100
                criteria:
                  - id: work
                    title: {zh: 处置, en: Work}
                    max: 100
                    forms:
                      - id: work-sheet
                        title: {zh: 扣分表, en: Deductions}
                        aspects:
                          - {id: order, title: {zh: 次序, en: Order}, kind: points, max: 100, decimals: 1}
                  - id: clock
                    title: {zh: 计时, en: Time}
                    panel: {seats: 1, role: timekeeper}
                    forms:
                      - id: time-sheet
                        title: {zh: 计时表, en: Time sheet}
                        aspects:
                          - {id: time, title: {zh: 完成时间, en: Time}, kind: time, outside: true, limit: "10:00"}
            """;

    private static Scenario<DisciplineState, DisciplineCommand, DisciplineEvent> inTheField() {
        return Trial.scenario()
                .given(
                        Trial.opened(RULES),
                        new EntryAdmitted(Trial.ENTRY_1, "", "任城区", Trial.UNIT_1, List.of(new UUID(6, 1))),
                        new SeatAdded(TIMEKEEPER, "1", Role.TIMEKEEPER, List.of()),
                        new SeatAdded(JUDGE, "1", Role.JUDGE, List.of()),
                        new SeatFilled(TIMEKEEPER, new UUID(5, 1), Act.NOBODY, ""),
                        new SeatFilled(JUDGE, new UUID(5, 2), Act.NOBODY, ""),
                        new NumbersAssigned("drill", List.of(new Link("01", Trial.ENTRY_1))),
                        new StageOpened("drill"));
    }

    private static Act by(UUID seat) {
        return Trial.actOf(seat, new UUID(8, 1));
    }

    @Test
    void the_timekeeper_starts_and_stops_the_clock() {
        inTheField().when(START, by(TIMEKEEPER)).then(new ClockSet("drill", "01", true, 0, 0));
        inTheField()
                .given(new ClockSet("drill", "01", true, 0, 0))
                .when(new SetClock("drill", "01", false, 521_350, 30_000), by(TIMEKEEPER))
                .then(new ClockSet("drill", "01", false, 521_350, 30_000));
    }

    @Test
    void a_clock_that_shows_it_already_is_left_alone() {
        inTheField()
                .given(new ClockSet("drill", "01", true, 0, 0))
                .when(START, by(TIMEKEEPER))
                .nothingHappens();
    }

    @Test
    void it_remembers_when_it_was_set() {
        var state = inTheField().given(new ClockSet("drill", "01", true, 0, 0)).state();

        assertThat(state.clocks().get(new DisciplineState.Cursor("drill", "01")))
                .isEqualTo(new DisciplineState.LaneClock(true, 0, 0, 9_000_000));
    }

    @Test
    void a_judge_of_another_form_does_not_keep_time() {
        inTheField().when(START, by(JUDGE)).refused("not-a-timekeeper");
    }

    @Test
    void nobody_keeps_time_for_a_team_that_is_not_there_or_before_and_after_the_stage() {
        inTheField()
                .when(new SetClock("drill", "77", true, 0, 0), by(TIMEKEEPER))
                .refused("unknown-subject");
        inTheField().given(new StageClosed("drill")).when(START, by(TIMEKEEPER)).refused("stage-not-open");
        inTheField().when(START, by(new UUID(4, 9))).refused("seat-not-on-panel");
    }
}
