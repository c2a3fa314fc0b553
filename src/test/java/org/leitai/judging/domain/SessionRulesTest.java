package org.leitai.judging.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leitai.judging.domain.DisciplineCommand.PlanSessions;
import org.leitai.judging.domain.DisciplineEvent.ResultsLocked;
import org.leitai.judging.domain.DisciplineEvent.SessionsPlanned;
import org.leitai.judging.domain.DisciplineEvent.StageClosed;

/** A plan is what people expect; only their acts open and close a stage. */
class SessionRulesTest {
    private static final Session MORNING = new Session("work", 1_000, 2_000);
    private static final Session AFTERNOON = new Session("work", 3_000, 4_000);

    @Test
    void a_plan_is_kept_in_the_order_of_time_and_replaced_as_a_whole() {
        Trial.marking()
                .when(new PlanSessions(List.of(AFTERNOON, MORNING)))
                .then(new SessionsPlanned(List.of(MORNING, AFTERNOON)));
        Trial.marking()
                .given(new SessionsPlanned(List.of(MORNING, AFTERNOON)))
                .when(new PlanSessions(List.of()))
                .then(new SessionsPlanned(List.of()));
        Trial.marking()
                .given(new SessionsPlanned(List.of(MORNING, AFTERNOON)))
                .when(new PlanSessions(List.of(AFTERNOON, MORNING)))
                .nothingHappens();
    }

    @Test
    void a_session_belongs_to_a_stage_of_the_rulebook_and_ends_after_its_beginning() {
        Trial.marking()
                .when(new PlanSessions(List.of(MORNING, new Session("play", 1_000, 2_000))))
                .refused("unknown-stage");
        Trial.marking()
                .when(new PlanSessions(List.of(new Session("work", 2_000, 2_000))))
                .refused("session-ends-early");
    }

    @Test
    void a_plan_whose_end_has_long_passed_closes_nothing_and_a_locked_discipline_takes_no_plan() {
        var planned = Trial.marking().given(new SessionsPlanned(List.of(MORNING)));

        assertThat(planned.state().stage("work").isOpen()).isTrue();
        planned.given(new StageClosed("work"), new ResultsLocked())
                .when(new PlanSessions(List.of()))
                .refused("results-locked");
    }
}
