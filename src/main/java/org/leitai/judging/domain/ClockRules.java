package org.leitai.judging.domain;

import java.util.List;
import org.leitai.judging.domain.DisciplineCommand.SetClock;
import org.leitai.judging.domain.DisciplineEvent.ClockSet;
import org.leitai.judging.domain.DisciplineState.Cursor;
import org.leitai.judging.domain.DisciplineState.LaneClock;
import org.leitai.judging.domain.DisciplineState.Seat;
import org.leitai.kernel.Act;
import org.leitai.kernel.Decision;
import org.leitai.kernel.Refusal;
import org.leitai.rulebook.Form;
import org.leitai.rulebook.aspect.Timed;

/** Whose clock runs in the field: timing is one seat's, everybody else sees it. */
final class ClockRules {
    private ClockRules() {}

    static Decision<DisciplineEvent> set(DisciplineState state, SetClock command, Act act) {
        var refusal = Gate.unlocked(state).or(() -> Gate.seatIsFilled(state, act.seat()));
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        StageState stage = state.stage(command.stage());
        if (!stage.isOpen()) {
            return Decision.refuse(StageRules.notOpen(state, command.stage()));
        }
        if (!stage.numbers().containsKey(command.subject())) {
            return Decision.refuse(MarkRules.unknownSubject(command.stage(), command.subject()));
        }
        if (!keepsTime(state, command.stage(), act)) {
            return Decision.refuse(Refusal.of(
                    "not-a-timekeeper", "this seat fills in no form with a time in '" + command.stage() + "'"));
        }
        return isSo(state, command)
                ? Decision.accept(List.of())
                : Decision.accept(new ClockSet(
                        command.stage(),
                        command.subject(),
                        command.running(),
                        command.shownMillis(),
                        command.returnedMillis()));
    }

    private static boolean keepsTime(DisciplineState state, String stage, Act act) {
        Seat seat = state.seats().get(act.seat());
        return seat != null
                && state.scheme().stage(stage).stream()
                        .flatMap(known -> known.forms().stream())
                        .filter(form -> seat.fillsIn(stage, form))
                        .anyMatch(form -> holdsTime(state, stage, form.id()));
    }

    private static boolean holdsTime(DisciplineState state, String stage, String form) {
        return state.scheme().rulebook().stage(stage).flatMap(known -> known.form(form)).stream()
                .map(Form::leaves)
                .anyMatch(leaves -> leaves.stream().anyMatch(leaf -> leaf.aspect() instanceof Timed));
    }

    private static boolean isSo(DisciplineState state, SetClock command) {
        LaneClock clock = state.clocks().get(new Cursor(command.stage(), command.subject()));
        return clock != null
                && clock.running() == command.running()
                && clock.shownMillis() == command.shownMillis()
                && clock.returnedMillis() == command.returnedMillis();
    }
}
