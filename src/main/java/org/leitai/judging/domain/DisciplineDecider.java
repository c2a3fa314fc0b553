package org.leitai.judging.domain;

import org.leitai.judging.domain.DisciplineCommand.OpenDiscipline;
import org.leitai.kernel.Act;
import org.leitai.kernel.Decider;
import org.leitai.kernel.Decision;
import org.leitai.kernel.Recorded;
import org.leitai.kernel.StreamId;

/** The rules of a discipline: one small decider a topic, this one says which. */
public final class DisciplineDecider implements Decider<DisciplineState, DisciplineCommand, DisciplineEvent> {
    @Override
    public DisciplineState initial(StreamId stream) {
        return DisciplineState.initial(stream);
    }

    @Override
    public DisciplineState evolve(DisciplineState state, Recorded<DisciplineEvent> event) {
        return Evolution.evolve(state, event);
    }

    @Override
    public Decision<DisciplineEvent> decide(DisciplineState state, DisciplineCommand command, Act act, long nowMicros) {
        if (command instanceof OpenDiscipline open) {
            return EntryRules.open(state, open);
        }
        if (state.head() == null) {
            return Decision.refuse("discipline-unknown", "discipline " + state.stream() + " was never opened");
        }
        return topic(state, command, act);
    }

    private static Decision<DisciplineEvent> topic(DisciplineState state, DisciplineCommand command, Act act) {
        return switch (command) {
            case OpenDiscipline open -> EntryRules.open(state, open);
            case DisciplineCommand.AdmitEntry admit -> EntryRules.admit(state, admit);
            case DisciplineCommand.SetEntryStatus set -> EntryRules.setStatus(state, set);
            case DisciplineCommand.AssignNumbers assign -> NumberRules.assign(state, assign);
            case DisciplineCommand.SealNumbers seal -> NumberRules.seal(state, seal);
            case DisciplineCommand.AddSeat add -> SeatRules.add(state, add);
            case DisciplineCommand.FillSeat fill -> SeatRules.fill(state, fill);
            case DisciplineCommand.VacateSeat vacate -> SeatRules.vacate(state, vacate);
            case DisciplineCommand.OpenStage open -> StageRules.open(state, open);
            case DisciplineCommand.CloseStage close -> StageRules.close(state, close);
            case DisciplineCommand.PlanSessions plan -> SessionRules.plan(state, plan);
            case DisciplineCommand.MoveCursor move -> StageRules.moveCursor(state, move);
            case DisciplineCommand.SetClock set -> ClockRules.set(state, set, act);
            case DisciplineCommand.RecordMark mark -> MarkRules.record(state, mark, act);
            case DisciplineCommand.ImportMarks marks -> ImportRules.importMarks(state, marks, act);
            case DisciplineCommand.SignSheet sign -> SheetRules.sign(state, sign, act);
            case DisciplineCommand.NoteOnSheet note -> CosignRules.note(state, note, act);
            case DisciplineCommand.Cosign cosign -> CosignRules.cosign(state, cosign, act);
            case DisciplineCommand.RefuseCosigning refuse -> CosignRules.refuse(state, refuse, act);
            case DisciplineCommand.ReturnSheet back -> SheetRules.returnSheet(state, back, act);
            case DisciplineCommand.DecideClaim claim -> ClaimRules.decide(state, claim, act);
            case DisciplineCommand.AdjustScore adjust -> AdjustmentRules.adjust(state, adjust, act);
            case DisciplineCommand.RecordLots lots -> LotRules.record(state, lots, act);
            case DisciplineCommand.LockResults lock -> PublicationRules.lock(state);
            case DisciplineCommand.ProposeOpening propose -> PublicationRules.propose(state, propose, act);
            case DisciplineCommand.OpenIdentities open -> PublicationRules.openIdentities(state, open, act);
            case DisciplineCommand.IssueResults issue -> PublicationRules.issue(state, issue, act);
            case DisciplineCommand.AnnounceResults announce -> PublicationRules.announce(state);
        };
    }
}
