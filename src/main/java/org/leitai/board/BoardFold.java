package org.leitai.board;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.board.domain.Audience;
import org.leitai.board.domain.ContestTitle;
import org.leitai.board.domain.Corrections;
import org.leitai.board.domain.Face;
import org.leitai.board.domain.Field;
import org.leitai.board.domain.Grid;
import org.leitai.board.domain.Roster;
import org.leitai.board.domain.Scene;
import org.leitai.board.domain.Touched;
import org.leitai.judging.domain.DisciplineDecider;
import org.leitai.judging.domain.DisciplineEvent;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.judging.domain.ScoringEvents;
import org.leitai.judging.domain.SheetId;
import org.leitai.judging.domain.Slot;
import org.leitai.kernel.Recorded;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.arena.Fold;
import org.leitai.platform.live.Frame;
import org.leitai.rulebook.Kind;
import org.leitai.scoring.Scorer;

/**
 * The standings of one discipline, folded from its committed events. It only keeps them; who sees what of them is decided when a
 * board is made of its {@link #scene}.
 */
final class BoardFold implements Fold<DisciplineState, DisciplineEvent> {
    private final DisciplineDecider decider = new DisciplineDecider();
    private final Listener listener;
    private final Grid grid = new Grid();
    private final Field field = new Field();
    private final Corrections corrections = new Corrections();
    private final Roster roster = new Roster();
    private final Touches touches = new Touches();
    private DisciplineState state;
    private @Nullable Scorer scorer;
    private boolean cue;

    /** Hears of the fold's life, on the keeper's thread. */
    interface Listener {
        void loaded(BoardFold fold, Position position);

        /**
         * A batch was applied.
         *
         * @param cue whether something happened that people wait for, such as the next one's turn
         */
        void committed(BoardFold fold, Position position, boolean cue);

        void closed();

        /** Somebody follows an audience's board, and has to be sent what changes. */
        void followed(Audience audience);

        /** The newest snapshot of an audience; empty until names are there for the first time. */
        Optional<Frame> snapshot(Audience audience);

        /** Why a row of an audience's board has what it shows; empty when it shows nothing. */
        Optional<Doc.Obj> why(Audience audience, String rowId);
    }

    BoardFold(StreamId discipline, Listener listener) {
        this.listener = listener;
        this.state = decider.initial(discipline);
    }

    void followed(Audience audience) {
        listener.followed(audience);
    }

    Optional<Frame> snapshot(Audience audience) {
        return listener.snapshot(audience);
    }

    Optional<Doc.Obj> why(Audience audience, String rowId) {
        return listener.why(audience, rowId);
    }

    DisciplineState state() {
        return state;
    }

    /** What boards are made from; empty before the discipline was opened. */
    Optional<Scene> scene(ContestTitle contest, Map<UUID, Face> faces) {
        return Optional.ofNullable(scorer)
                .map(known ->
                        new Scene(state, known.rulebook(), known, grid, field, roster, corrections, contest, faces));
    }

    /** What boards of this fold must look at again since the last call. */
    Touched takeTouched() {
        return touches.take(Optional.ofNullable(scorer).flatMap(Scorer::takeChanged));
    }

    /** As {@link #apply(Recorded, DisciplineState)}, without a keeper that has the state already. */
    void apply(Recorded<DisciplineEvent> event) {
        apply(event, decider.evolve(state, event));
    }

    @Override
    public void apply(Recorded<DisciplineEvent> event, DisciplineState after) {
        state = after;
        if (event.event() instanceof DisciplineEvent.DisciplineOpened) {
            scorer = Scorer.of(state.scheme().rulebook());
        }
        if (scorer != null) {
            ScoringEvents.of(state, event.event()).forEach(scorer::apply);
        }
        touches.event(event.event());
        look(event.event());
        correct(event);
    }

    private void correct(Recorded<DisciplineEvent> event) {
        Scorer known = scorer;
        if (known == null) {
            return;
        }
        changed(event.event())
                .ifPresent(of -> corrections.look(known, grid, of.stage(), of.subject(), event.recordedMicros()));
    }

    /** Whose score may be another one after an event. */
    private Optional<DisciplineState.Cursor> changed(DisciplineEvent event) {
        if (event instanceof DisciplineEvent.MarkRecorded mark) {
            return Optional.of(of(mark.slot()));
        }
        if (event instanceof DisciplineEvent.SheetSigned signed) {
            return Optional.of(new DisciplineState.Cursor(
                    signed.sheet().stage(), signed.sheet().subject()));
        }
        return event instanceof DisciplineEvent.ClaimDecided decided
                ? Optional.ofNullable(state.claims().get(decided.claim())).map(claim -> of(claim.slot()))
                : Optional.empty();
    }

    private static DisciplineState.Cursor of(Slot slot) {
        return new DisciplineState.Cursor(slot.stage(), slot.subject());
    }

    @Override
    public void loaded(Position position) {
        cue = false;
        listener.loaded(this, position);
    }

    @Override
    public void committed(Position position) {
        boolean now = cue;
        cue = false;
        listener.committed(this, position, now);
    }

    @Override
    public void closed() {
        listener.closed();
    }

    private void look(DisciplineEvent event) {
        switch (event) {
            case DisciplineEvent.MarkRecorded mark -> {
                touch(mark.slot());
                enterField(mark.slot());
            }
            case DisciplineEvent.ClockSet set -> {
                field.touch(grid, new Field.Lane(set.stage(), set.subject()));
                cue = true;
            }
            case DisciplineEvent.MarkDisputed mark -> touch(mark.slot());
            case DisciplineEvent.LateClaimRecorded mark -> touch(mark.slot());
            case DisciplineEvent.SheetSigned signed -> touch(signed.sheet());
            case DisciplineEvent.SheetReturned returned -> touch(returned.sheet());
            case DisciplineEvent.CursorMoved ignored -> cue = true;
            case DisciplineEvent.ResultsAnnounced ignored -> cue = true;
            case DisciplineEvent.DisciplineOpened ignored -> grid.rebuild(state);
            case DisciplineEvent.EntryAdmitted ignored -> grid.rebuild(state);
            case DisciplineEvent.EntryStatusSet ignored -> grid.rebuild(state);
            case DisciplineEvent.NumbersAssigned ignored -> grid.rebuild(state);
            case DisciplineEvent.NumbersSealed ignored -> grid.rebuild(state);
            case DisciplineEvent.SeatAdded ignored -> grid.rebuild(state);
            case DisciplineEvent.ClaimDecided ignored -> grid.rebuild(state);
            case DisciplineEvent.ScoreAdjusted ignored -> grid.rebuild(state);
            case DisciplineEvent.LotsRecorded ignored -> {}
            case DisciplineEvent.SpreadFound ignored -> grid.rebuild(state);
            case DisciplineEvent.IdentitiesOpened ignored -> grid.rebuild(state);
            case DisciplineEvent.SheetNoted ignored -> {}
            case DisciplineEvent.SheetCosigned ignored -> {}
            case DisciplineEvent.CosigningRefused ignored -> {}
            case DisciplineEvent.SeatFilled ignored -> {}
            case DisciplineEvent.SeatVacated ignored -> {}
            case DisciplineEvent.SessionsPlanned ignored -> {}
            case DisciplineEvent.StageOpened ignored -> {}
            case DisciplineEvent.StageClosed ignored -> {}
            case DisciplineEvent.ResultsLocked ignored -> {}
            case DisciplineEvent.OpeningProposed ignored -> {}
            case DisciplineEvent.ResultsIssued ignored -> {}
        }
    }

    /** Only drills show a field. Imported marks are a scorer's: nobody is in the field for them. */
    private void enterField(Slot slot) {
        if (state.scheme().rulebook().kind() != Kind.TEAM_DRILL) {
            return;
        }
        DisciplineState.Seat seat = state.seats().get(slot.seat());
        if (seat != null && seat.role() != Role.SCORER) {
            field.touch(grid, new Field.Lane(slot.stage(), slot.subject()));
        }
    }

    private void touch(Slot slot) {
        state.scheme()
                .stage(slot.stage())
                .flatMap(stage -> stage.formOf(slot.aspect()))
                .ifPresent(form -> touch(new SheetId(slot.stage(), form.id(), slot.subject(), slot.seat())));
    }

    private void touch(SheetId sheet) {
        touches.entry(state, sheet);
        if (grid.touch(state, sheet)) {
            touches.sheet(sheet);
        }
    }
}
