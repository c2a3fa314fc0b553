package org.leitai.judging.domain;

import java.util.Optional;
import java.util.UUID;
import org.leitai.judging.domain.DisciplineState.Seat;
import org.leitai.kernel.Act;
import org.leitai.kernel.Refusal;
import org.leitai.kernel.Role;

/** Refusals that several topics share. */
final class Gate {
    private Gate() {}

    static Optional<Refusal> unlocked(DisciplineState state) {
        return state.phase().before(Phase.LOCKED)
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "results-locked", "the results are " + state.phase().code() + ": nothing changes any more"));
    }

    static Refusal unknownStage(DisciplineState state, String stage) {
        String known = String.join(
                ", ", state.scheme().stages().stream().map(Scheme.Stage::id).toList());
        return Refusal.of("unknown-stage", "there is no stage '" + stage + "' among " + known)
                .with("stage", stage)
                .with("stages", known);
    }

    static Optional<Refusal> seatIsFilled(DisciplineState state, UUID seat) {
        Seat known = state.seats().get(seat);
        return known == null || known.person().equals(Act.NOBODY)
                ? Optional.of(notOnPanel("seat " + seat + " is not on the panel, or nobody fills it"))
                : Optional.empty();
    }

    static Refusal notOnPanel(String detail) {
        return Refusal.of("seat-not-on-panel", detail);
    }

    static Optional<Refusal> chief(DisciplineState state, Act act) {
        Seat seat = state.seats().get(act.seat());
        return seat != null && seat.role() == Role.CHIEF_JUDGE && !seat.person().equals(Act.NOBODY)
                ? Optional.empty()
                : Optional.of(Refusal.of("chief-only", "only the chief judge's seat of this discipline may do this"));
    }
}
