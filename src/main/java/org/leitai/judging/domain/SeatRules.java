package org.leitai.judging.domain;

import java.util.Optional;
import java.util.Set;
import org.leitai.judging.domain.DisciplineCommand.AddSeat;
import org.leitai.judging.domain.DisciplineCommand.FillSeat;
import org.leitai.judging.domain.DisciplineCommand.VacateSeat;
import org.leitai.judging.domain.DisciplineEvent.SeatAdded;
import org.leitai.judging.domain.DisciplineEvent.SeatFilled;
import org.leitai.judging.domain.DisciplineEvent.SeatVacated;
import org.leitai.judging.domain.Scheme.Kinship;
import org.leitai.kernel.Act;
import org.leitai.kernel.Decision;
import org.leitai.kernel.Refusal;
import org.leitai.kernel.Role;

/** Seats and who fills them; who must stand aside is decided here, never when marking. */
final class SeatRules {
    private static final Set<Role> SEATED = Set.of(Role.JUDGE, Role.CHIEF_JUDGE, Role.SCORER, Role.TIMEKEEPER);

    private SeatRules() {}

    static Decision<DisciplineEvent> add(DisciplineState state, AddSeat command) {
        if (!SEATED.contains(command.role())) {
            return Decision.refuse(
                    "role-has-no-seat", "a " + command.role().code() + " has no seat; judges, scorers, timekeepers do");
        }
        boolean taken = state.seats().containsKey(command.seat())
                || state.seats().values().stream()
                        .anyMatch(seat ->
                                seat.role() == command.role() && seat.label().equals(command.label()));
        if (taken) {
            return Decision.refuse(
                    "seat-exists", "there is a " + command.role().code() + " seat '" + command.label() + "' already");
        }
        for (FormRef form : command.forms()) {
            var stage = state.scheme().stage(form.stage());
            if (stage.isEmpty()) {
                return Decision.refuse(Gate.unknownStage(state, form.stage()));
            }
            if (stage.get().form(form.form()).isEmpty()) {
                return Decision.refuse(
                        "unknown-form", "stage '" + form.stage() + "' has no form '" + form.form() + "'");
            }
        }
        return Decision.accept(new SeatAdded(command.seat(), command.label(), command.role(), command.forms()));
    }

    static Decision<DisciplineEvent> fill(DisciplineState state, FillSeat command) {
        var seat = state.seats().get(command.seat());
        if (seat == null) {
            return Decision.refuse(Gate.notOnPanel("seat " + command.seat() + " is not on the panel"));
        }
        var kin = seat.role() == Role.JUDGE ? kin(state, command) : Optional.<Refusal>empty();
        return kin.<Decision<DisciplineEvent>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(
                        new SeatFilled(command.seat(), command.person(), command.unit(), command.delegation())));
    }

    private static Optional<Refusal> kin(DisciplineState state, FillSeat command) {
        Kinship rule = state.scheme().kinship();
        boolean related = state.entries().values().stream().anyMatch(entry -> switch (rule) {
            case NONE -> false;
            case UNIT -> !command.unit().equals(Act.NOBODY) && command.unit().equals(entry.unit());
            case DELEGATION ->
                !command.delegation().isEmpty() && command.delegation().equals(entry.delegation());
        });
        return related
                ? Optional.of(Refusal.of(
                        "judge-related",
                        "the rulebook keeps judges apart whose "
                                + rule.name().toLowerCase(java.util.Locale.ROOT)
                                + " takes part"))
                : Optional.empty();
    }

    static Decision<DisciplineEvent> vacate(DisciplineState state, VacateSeat command) {
        var refusal = Gate.seatIsFilled(state, command.seat());
        return refusal.<Decision<DisciplineEvent>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(new SeatVacated(command.seat())));
    }
}
