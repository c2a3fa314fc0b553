package org.leitai.judging.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.leitai.judging.domain.DisciplineCommand.ReturnSheet;
import org.leitai.judging.domain.DisciplineCommand.SignSheet;
import org.leitai.judging.domain.DisciplineEvent.SheetReturned;
import org.leitai.judging.domain.DisciplineEvent.SheetSigned;
import org.leitai.kernel.Act;
import org.leitai.kernel.Decision;
import org.leitai.kernel.Refusal;

/** Signing a form, and handing it back. Empty is not 0: an aspect without value keeps a sheet from being signed. */
public final class SheetRules {
    private SheetRules() {}

    static Decision<DisciplineEvent> sign(DisciplineState state, SignSheet command, Act act) {
        SheetId id = command.sheet();
        var form = state.scheme()
                .stage(id.stage())
                .flatMap(stage -> stage.form(id.form()))
                .orElse(null);
        if (form == null) {
            return Decision.refuse(unknownForm(id));
        }
        var refusal =
                Gate.unlocked(state).or(() -> place(state, id, form, act)).or(() -> content(state, command, form));
        return refusal.<Decision<DisciplineEvent>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(new SheetSigned(id, command.marks())));
    }

    private static Optional<Refusal> place(DisciplineState state, SheetId id, Scheme.Form form, Act act) {
        var seat = state.seats().get(id.seat());
        StageState stage = state.stage(id.stage());
        if (seat == null || !act.seat().equals(id.seat()) || !seat.fillsIn(id.stage(), form)) {
            return Optional.of(
                    Gate.notOnPanel("seat " + act.seat() + " does not sign form '" + form.id() + "' of " + id.seat()));
        }
        if (!stage.numbers().containsKey(id.subject())) {
            return Optional.of(MarkRules.unknownSubject(id.stage(), id.subject()));
        }
        if (stage.progress() == StageState.Progress.PENDING) {
            return Optional.of(StageRules.notOpen(state, id.stage()));
        }
        return Gate.seatIsFilled(state, id.seat());
    }

    private static Optional<Refusal> content(DisciplineState state, SignSheet command, Scheme.Form form) {
        Sheet sheet = state.sheet(command.sheet());
        String subject = command.sheet().subject();
        if (sheet.signature() != null) {
            return Optional.of(Refusal.of("sheet-signed", "the sheet of number '" + subject + "' is signed already"));
        }
        if (!sheet.openClaims().isEmpty()) {
            return Optional.of(Refusal.of(
                    "sheet-disputed",
                    sheet.openClaims().size() + " claims on the sheet of number '" + subject
                            + "' wait for the chief judge"));
        }
        List<String> missing = sheet.missing(form);
        if (!missing.isEmpty()) {
            return Optional.of(incomplete(command.sheet(), missing));
        }
        if (!sheet.markKeys().equals(Set.copyOf(command.marks()))) {
            return Optional.of(Refusal.of(
                    "sheet-changed",
                    "the sheet of number '" + subject + "' is not the one that was read: read it again"));
        }
        return apart(state, command.sheet(), form);
    }

    /** What a panel judged too far apart is not signed. */
    static Optional<Refusal> apart(DisciplineState state, SheetId id, Scheme.Form form) {
        List<String> apart = Spreads.open(state, id, form);
        return apart.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Refusal.of("spread-too-wide", "the seats lie too far apart on " + String.join(", ", apart))
                                .with("aspects", String.join(" ", apart)));
    }

    static Refusal incomplete(SheetId id, List<String> missing) {
        return Refusal.of(
                        "sheet-incomplete",
                        "number '" + id.subject() + "' has no value for " + String.join(", ", missing)
                                + "; a value left out on purpose is absent with a reason")
                .with("aspects", String.join(" ", missing));
    }

    static Decision<DisciplineEvent> returnSheet(DisciplineState state, ReturnSheet command, Act act) {
        SheetId id = command.sheet();
        var refusal = Gate.unlocked(state).or(() -> Gate.chief(state, act));
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        var form = state.scheme().stage(id.stage()).flatMap(stage -> stage.form(id.form()));
        if (form.isEmpty()) {
            return Decision.refuse(unknownForm(id));
        }
        return isReturnable(state, id, form.get())
                ? Decision.accept(new SheetReturned(id, command.reason()))
                : Decision.refuse(
                        "sheet-not-signed", "the sheet of number '" + id.subject() + "' is with its judge already");
    }

    /** Signed; or held fast although it is not: its stage is closed, or the votes of its panel were shown. */
    public static boolean isReturnable(DisciplineState state, SheetId id, Scheme.Form form) {
        Sheet sheet = state.sheet(id);
        if (sheet.signature() != null) {
            return true;
        }
        boolean closed = state.stage(id.stage()).isClosed() && !sheet.reopened();
        return closed || (!sheet.isReturned() && Spreads.showsVotes(state, id, form));
    }

    /** Whether the seat of this cell's sheet has seen the votes of its panel and may not change its own by itself. */
    public static boolean isFixed(PanelCell cell) {
        return !cell.state().sheet(cell.sheet()).isReturned()
                && cell.form()
                        .item(cell.cell().aspect())
                        .filter(item -> Spreads.shownMicros(cell, item).isPresent())
                        .isPresent();
    }

    static Refusal unknownForm(SheetId id) {
        return Refusal.of("unknown-form", "stage '" + id.stage() + "' has no form '" + id.form() + "'");
    }
}
