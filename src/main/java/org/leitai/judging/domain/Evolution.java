package org.leitai.judging.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.domain.DisciplineEvent.ClaimDecided;
import org.leitai.judging.domain.DisciplineEvent.DisciplineOpened;
import org.leitai.judging.domain.DisciplineEvent.EntryAdmitted;
import org.leitai.judging.domain.DisciplineEvent.LateClaimRecorded;
import org.leitai.judging.domain.DisciplineEvent.MarkDisputed;
import org.leitai.judging.domain.DisciplineEvent.MarkRecorded;
import org.leitai.judging.domain.DisciplineEvent.SheetSigned;
import org.leitai.judging.domain.DisciplineEvent.SpreadFound;
import org.leitai.judging.domain.DisciplineState.Cursor;
import org.leitai.judging.domain.DisciplineState.Entry;
import org.leitai.judging.domain.DisciplineState.Head;
import org.leitai.judging.domain.DisciplineState.Seat;
import org.leitai.judging.domain.DisciplineState.SpreadKey;
import org.leitai.kernel.Act;
import org.leitai.kernel.Recorded;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** What each event makes of the state; total, and without any judgement of its own. */
final class Evolution {
    private Evolution() {}

    static DisciplineState evolve(DisciplineState before, Recorded<DisciplineEvent> recorded) {
        Draft draft = new Draft(before);
        draft.seq = recorded.seq();
        apply(draft, recorded);
        return draft.state();
    }

    private static void apply(Draft draft, Recorded<DisciplineEvent> recorded) {
        switch (recorded.event()) {
            case DisciplineOpened opened -> draft.head = head(opened);
            case EntryAdmitted admitted -> draft.entries = draft.entries.plus(admitted.entry(), entry(admitted));
            case DisciplineEvent.EntryStatusSet set -> {
                Entry entry = draft.entries.get(set.entry());
                if (entry != null) {
                    draft.entries = draft.entries.plus(set.entry(), entry.with(set.status()));
                }
            }
            case DisciplineEvent.NumbersAssigned numbers ->
                draft.stage(numbers.stage(), stage -> stage.linked(numbers.links()));
            case DisciplineEvent.NumbersSealed numbers ->
                draft.stage(numbers.stage(), stage -> stage.sealed(numbers.numbers(), numbers.commitment()));
            case DisciplineEvent.SeatAdded added -> {
                Seat seat = new Seat(added.seat(), added.label(), added.role(), added.forms(), Act.NOBODY);
                draft.shown = ShownVotes.before(draft.state(), seat);
                draft.seats = draft.seats.plus(seat.id(), seat);
            }
            case DisciplineEvent.SeatFilled filled -> fill(draft, filled.seat(), filled.person());
            case DisciplineEvent.SeatVacated vacated -> fill(draft, vacated.seat(), Act.NOBODY);
            case DisciplineEvent.StageOpened opened -> {
                draft.stage(opened.stage(), StageState::opened);
                draft.phase = Phase.RUNNING;
            }
            case DisciplineEvent.StageClosed closed -> {
                draft.stage(closed.stage(), stage -> stage.closed(recorded.recordedMicros()));
                draft.phase = draft.allClosed() ? Phase.CLOSED : Phase.RUNNING;
            }
            case DisciplineEvent.SessionsPlanned planned -> draft.sessions = planned.sessions();
            case DisciplineEvent.CursorMoved moved -> draft.cursor = new Cursor(moved.stage(), moved.subject());
            case DisciplineEvent.ClockSet set ->
                draft.clocks = draft.clocks.plus(
                        new Cursor(set.stage(), set.subject()),
                        new DisciplineState.LaneClock(
                                set.running(), set.shownMillis(), set.returnedMillis(), recorded.recordedMicros()));
            case MarkRecorded mark -> {
                mark(draft, recorded, mark.mark(), mark.slot(), mark.value());
                again(draft, mark.slot(), new Disagreement.Vote(mark.value(), mark.reason()));
            }
            case MarkDisputed mark -> disputed(draft, recorded, mark);
            case LateClaimRecorded mark -> late(draft, recorded, mark);
            case ClaimDecided decided -> decided(draft, recorded, decided);
            case SpreadFound spread -> spread(draft, recorded, spread);
            case SheetSigned signed -> draft.sheet(signed.sheet(), sheet -> sheet.signed(signature(recorded, signed)));
            case DisciplineEvent.SheetReturned returned ->
                draft.sheet(returned.sheet(), sheet -> sheet.reopened(returned.reason(), recorded.recordedMicros()));
            case DisciplineEvent.SheetNoted noted ->
                draft.sheet(noted.sheet(), sheet -> sheet.noted(note(recorded, noted)));
            case DisciplineEvent.SheetCosigned signed ->
                cosigned(draft, recorded, signed.sheet(), signed.by(), signed.seat(), Act.NOBODY);
            case DisciplineEvent.CosigningRefused refused ->
                cosigned(draft, recorded, refused.sheet(), refused.by(), Act.NOBODY, refused.reason());
            case DisciplineEvent.ScoreAdjusted adjusted ->
                draft.adjustments = draft.adjustments.plus(
                        new DisciplineState.Adjusted(adjusted.stage(), adjusted.subject(), adjusted.node()),
                        new DisciplineState.Adjustment(adjusted.by(), adjusted.reason()));
            case DisciplineEvent.LotsRecorded recordedLots -> draft.lots = draft.lots.plus(recordedLots.order());
            case DisciplineEvent.ResultsLocked locked -> draft.phase = Phase.LOCKED;
            case DisciplineEvent.OpeningProposed proposed ->
                draft.stage(
                        proposed.stage(),
                        stage -> stage.proposed(new StageState.Proposal(proposed.officer(), proposed.role())));
            case DisciplineEvent.IdentitiesOpened opened -> {
                draft.stage(opened.stage(), stage -> stage.identitiesOpened(opened.links()));
                draft.phase = draft.anySealed() ? Phase.LOCKED : Phase.OPENED;
            }
            case DisciplineEvent.ResultsIssued issued -> {
                draft.phase = Phase.ISSUED;
                draft.recordHash = issued.recordHash();
            }
            case DisciplineEvent.ResultsAnnounced announced -> draft.phase = Phase.ANNOUNCED;
        }
    }

    private static Head head(DisciplineOpened opened) {
        return new Head(
                opened.contest(),
                opened.code(),
                opened.titleZh(),
                opened.titleEn(),
                opened.rulebookYaml(),
                opened.rulebookHash(),
                Schemes.read(opened.rulebookYaml()));
    }

    private static Entry entry(EntryAdmitted admitted) {
        return new Entry(
                admitted.entry(),
                admitted.division(),
                admitted.delegation(),
                admitted.unit(),
                admitted.members(),
                EntryStatus.ACTIVE);
    }

    private static void fill(Draft draft, UUID id, UUID person) {
        Seat seat = draft.seats.get(id);
        if (seat != null) {
            draft.seats = draft.seats.plus(id, seat.filledBy(person));
        }
    }

    private static void mark(Draft draft, Recorded<DisciplineEvent> recorded, UUID key, Slot slot, String value) {
        Act act = recorded.act();
        var mark = new Sheet.Mark(key, value, act.actor(), act.actMicros(), recorded.recordedMicros());
        draft.sheet(draft.sheetOf(slot), sheet -> sheet.mark(slot.cell(), mark));
    }

    private static void disputed(Draft draft, Recorded<DisciplineEvent> recorded, MarkDisputed mark) {
        supersede(draft, mark.replaces());
        claim(
                draft,
                mark.mark(),
                new Claim(
                        mark.slot(),
                        mark.value(),
                        mark.other(),
                        null,
                        recorded.act(),
                        recorded.recordedMicros(),
                        Claim.State.OPEN));
    }

    private static void late(Draft draft, Recorded<DisciplineEvent> recorded, LateClaimRecorded mark) {
        supersede(draft, mark.replaces());
        Sheet.Filled filled = draft.sheetAt(mark.slot()).cells().get(mark.slot().cell());
        UUID other = filled == null ? null : filled.mark().key();
        claim(
                draft,
                mark.mark(),
                new Claim(
                        mark.slot(),
                        mark.value(),
                        other,
                        mark.why(),
                        recorded.act(),
                        recorded.recordedMicros(),
                        Claim.State.OPEN));
    }

    private static void claim(Draft draft, UUID key, Claim claim) {
        draft.claims = draft.claims.plus(key, claim);
        draft.sheet(draft.sheetOf(claim.slot()), sheet -> sheet.claimed(key));
    }

    private static void supersede(Draft draft, @Nullable UUID replaced) {
        Claim claim = replaced == null ? null : draft.claims.get(replaced);
        if (replaced != null && claim != null && claim.state() == Claim.State.OPEN) {
            draft.claims = draft.claims.plus(replaced, claim.become(Claim.State.SUPERSEDED));
            draft.sheet(draft.sheetOf(claim.slot()), sheet -> sheet.settled(replaced));
        }
    }

    private static void decided(Draft draft, Recorded<DisciplineEvent> recorded, ClaimDecided decided) {
        Claim claim = draft.claims.get(decided.claim());
        if (claim == null) {
            return;
        }
        Slot slot = claim.slot();
        Claim.State next = decided.accepted() ? Claim.State.ACCEPTED : Claim.State.REJECTED;
        draft.claims = draft.claims.plus(decided.claim(), claim.become(next));
        draft.sheet(draft.sheetOf(slot), sheet -> sheet.settled(decided.claim()));
        if (!decided.accepted()) {
            draft.sheet(draft.sheetOf(slot), sheet -> sheet.remember(slot.cell(), decided.claim()));
            return;
        }
        var mark = new Sheet.Mark(
                decided.claim(),
                claim.value(),
                claim.act().actor(),
                claim.act().actMicros(),
                recorded.recordedMicros());
        again(draft, slot, new Disagreement.Vote(claim.value(), decided.reason()));
        boolean changesSigned = draft.sheetAt(slot).signature() != null;
        draft.sheet(draft.sheetOf(slot), sheet -> {
            Sheet marked = sheet.mark(slot.cell(), mark);
            return changesSigned || claim.late() != null
                    ? marked.reopened(decided.reason(), recorded.recordedMicros())
                    : marked;
        });
    }

    /** A seat marked a cell again on which the seats had lain too far apart. */
    private static void again(Draft draft, Slot slot, Disagreement.Vote vote) {
        var key = new SpreadKey(slot.stage(), draft.sheetOf(slot).form(), slot.subject(), slot.cell());
        Disagreement known = draft.spreads.get(key);
        if (known != null) {
            draft.spreads = draft.spreads.plus(key, known.voted(slot.seat(), vote));
        }
    }

    /** The round is kept as it stood; whoever signed already signs again, after marking again. */
    private static void spread(Draft draft, Recorded<DisciplineEvent> recorded, SpreadFound spread) {
        var key = new SpreadKey(spread.stage(), spread.form(), spread.subject(), spread.cell());
        Disagreement known = draft.spreads.getOrDefault(key, Disagreement.NONE);
        PMap<UUID, Disagreement.Vote> votes = HashTreePMap.empty();
        for (UUID seat : draft.seats.keySet()) {
            var id = new SheetId(spread.stage(), spread.form(), spread.subject(), seat);
            Sheet sheet = draft.sheets.getOrDefault(id, Sheet.EMPTY);
            Sheet.Filled filled = sheet.cells().get(spread.cell());
            if (filled != null) {
                Disagreement.Vote vote = known.again().get(seat);
                UUID reason = vote == null ? Act.NOBODY : vote.reason();
                votes = votes.plus(seat, new Disagreement.Vote(filled.mark().value(), reason));
            }
            if (sheet.signature() != null) {
                draft.sheets = draft.sheets.plus(id, sheet.reopened(Act.NOBODY, recorded.recordedMicros()));
            }
        }
        draft.shown = draft.shown.minus(key);
        draft.spreads = draft.spreads.plus(key, known.failed(new Disagreement.Round(spread.spread(), votes)));
    }

    private static Sheet.Signature signature(Recorded<DisciplineEvent> recorded, SheetSigned signed) {
        return new Sheet.Signature(
                java.util.Set.copyOf(signed.marks()),
                recorded.act().actor(),
                recorded.recordedMicros(),
                HashTreePMap.empty());
    }

    private static Sheet.Note note(Recorded<DisciplineEvent> recorded, DisciplineEvent.SheetNoted noted) {
        Act act = recorded.act();
        long made = act.actMicros() == 0 ? recorded.recordedMicros() : act.actMicros();
        return new Sheet.Note(noted.note(), noted.text(), act.actor(), made);
    }

    private static void cosigned(
            Draft draft, Recorded<DisciplineEvent> recorded, SheetId id, Cosigner by, UUID seat, UUID refusal) {
        var word = new Sheet.Cosignature(seat, refusal, recorded.recordedMicros());
        draft.sheet(id, sheet -> sheet.cosigned(by, word));
    }
}
