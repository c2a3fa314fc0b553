package org.leitai.judging.domain;

import java.util.List;
import java.util.Optional;
import org.leitai.judging.domain.DisciplineCommand.Cosign;
import org.leitai.judging.domain.DisciplineCommand.NoteOnSheet;
import org.leitai.judging.domain.DisciplineCommand.RefuseCosigning;
import org.leitai.judging.domain.DisciplineEvent.CosigningRefused;
import org.leitai.judging.domain.DisciplineEvent.SheetCosigned;
import org.leitai.judging.domain.DisciplineEvent.SheetNoted;
import org.leitai.judging.domain.DisciplineState.Seat;
import org.leitai.kernel.Act;
import org.leitai.kernel.Decision;
import org.leitai.kernel.Refusal;
import org.leitai.kernel.Role;

/**
 * What stands beside the marks of a sheet: the judge's notes, and the words of those who sign with the judge. None of it changes a
 * value; a refusal is for the chief, who hands the sheet back or signs it.
 */
final class CosignRules {
    private CosignRules() {}

    static Decision<DisciplineEvent> note(DisciplineState state, NoteOnSheet command, Act act) {
        SheetId id = command.sheet();
        var refusal = Gate.unlocked(state).or(() -> onOwnSheet(state, id, act));
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        boolean known =
                state.sheet(id).notes().stream().anyMatch(note -> note.key().equals(act.key()));
        return known ? Decision.accept(List.of()) : Decision.accept(new SheetNoted(id, act.key(), command.text()));
    }

    static Decision<DisciplineEvent> cosign(DisciplineState state, Cosign command, Act act) {
        var refusal = beside(state, command.sheet(), act).or(() -> mayCosign(state, command));
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        var before = word(state, command.sheet(), command.by());
        return before.filter(word -> !word.isRefused()).isPresent()
                ? Decision.accept(List.of())
                : Decision.accept(new SheetCosigned(command.sheet(), command.by(), command.seat()));
    }

    static Decision<DisciplineEvent> refuse(DisciplineState state, RefuseCosigning command, Act act) {
        var refusal = beside(state, command.sheet(), act);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        return word(state, command.sheet(), command.by()).isPresent()
                ? Decision.refuse(
                        "cosigned-already",
                        "the " + command.by().code() + " has spoken to the sheet of number '"
                                + command.sheet().subject() + "' already")
                : Decision.accept(new CosigningRefused(command.sheet(), command.by(), command.reason()));
    }

    private static Optional<Sheet.Cosignature> word(DisciplineState state, SheetId id, Cosigner by) {
        return Optional.ofNullable(state.sheet(id).signature())
                .map(signature -> signature.beside().get(by));
    }

    /** On the judge's own tablet, or by the chief; after the judge's own signature. */
    private static Optional<Refusal> beside(DisciplineState state, SheetId id, Act act) {
        return Gate.unlocked(state)
                .or(() -> Gate.chief(state, act).flatMap(notChief -> onOwnSheet(state, id, act)))
                .or(() -> state.sheet(id).signature() == null
                        ? Optional.of(Refusal.of(
                                "sheet-not-signed", "the judge signs the sheet of number '" + id.subject() + "' first"))
                        : Optional.empty());
    }

    private static Optional<Refusal> onOwnSheet(DisciplineState state, SheetId id, Act act) {
        var form = state.scheme().stage(id.stage()).flatMap(stage -> stage.form(id.form()));
        if (form.isEmpty()) {
            return Optional.of(SheetRules.unknownForm(id));
        }
        Seat seat = state.seats().get(act.seat());
        if (seat == null || !act.seat().equals(id.seat()) || !seat.fillsIn(id.stage(), form.get())) {
            return Optional.of(Gate.notOnPanel("seat " + act.seat() + " does not fill in that sheet"));
        }
        return state.stage(id.stage()).numbers().containsKey(id.subject())
                ? Gate.seatIsFilled(state, id.seat())
                : Optional.of(MarkRules.unknownSubject(id.stage(), id.subject()));
    }

    /** By PIN only whoever that seat makes it: another judge, or the chief; a contestant has none and signs on paper. */
    private static Optional<Refusal> mayCosign(DisciplineState state, Cosign command) {
        if (command.seat().equals(Act.NOBODY)) {
            return Optional.empty();
        }
        Seat seat = state.seats().get(command.seat());
        Role asked = command.by() == Cosigner.CHIEF ? Role.CHIEF_JUDGE : Role.JUDGE;
        boolean fits = seat != null
                && seat.role() == asked
                && command.by() != Cosigner.CONTESTANT
                && !seat.person().equals(Act.NOBODY)
                && !command.seat().equals(command.sheet().seat());
        return fits
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "not-a-cosigner",
                        "seat " + command.seat() + " does not sign as "
                                + command.by().code() + " beside this judge"));
    }
}
