package org.leitai.judging.store;

import java.util.function.Function;
import org.leitai.judging.domain.Cosigner;
import org.leitai.judging.domain.DisciplineEvent;
import org.leitai.judging.domain.DisciplineEvent.ClaimDecided;
import org.leitai.judging.domain.DisciplineEvent.ClockSet;
import org.leitai.judging.domain.DisciplineEvent.CosigningRefused;
import org.leitai.judging.domain.DisciplineEvent.CursorMoved;
import org.leitai.judging.domain.DisciplineEvent.DisciplineOpened;
import org.leitai.judging.domain.DisciplineEvent.EntryAdmitted;
import org.leitai.judging.domain.DisciplineEvent.EntryStatusSet;
import org.leitai.judging.domain.DisciplineEvent.IdentitiesOpened;
import org.leitai.judging.domain.DisciplineEvent.LateClaimRecorded;
import org.leitai.judging.domain.DisciplineEvent.LotsRecorded;
import org.leitai.judging.domain.DisciplineEvent.MarkDisputed;
import org.leitai.judging.domain.DisciplineEvent.MarkRecorded;
import org.leitai.judging.domain.DisciplineEvent.NumbersAssigned;
import org.leitai.judging.domain.DisciplineEvent.NumbersSealed;
import org.leitai.judging.domain.DisciplineEvent.OpeningProposed;
import org.leitai.judging.domain.DisciplineEvent.ResultsAnnounced;
import org.leitai.judging.domain.DisciplineEvent.ResultsIssued;
import org.leitai.judging.domain.DisciplineEvent.ResultsLocked;
import org.leitai.judging.domain.DisciplineEvent.ScoreAdjusted;
import org.leitai.judging.domain.DisciplineEvent.SeatAdded;
import org.leitai.judging.domain.DisciplineEvent.SeatFilled;
import org.leitai.judging.domain.DisciplineEvent.SeatVacated;
import org.leitai.judging.domain.DisciplineEvent.SessionsPlanned;
import org.leitai.judging.domain.DisciplineEvent.SheetCosigned;
import org.leitai.judging.domain.DisciplineEvent.SheetNoted;
import org.leitai.judging.domain.DisciplineEvent.SheetReturned;
import org.leitai.judging.domain.DisciplineEvent.SheetSigned;
import org.leitai.judging.domain.DisciplineEvent.SpreadFound;
import org.leitai.judging.domain.DisciplineEvent.StageClosed;
import org.leitai.judging.domain.DisciplineEvent.StageOpened;
import org.leitai.judging.domain.EntryStatus;
import org.leitai.judging.domain.Lateness;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.kernel.doc.DocException;
import org.leitai.platform.ledger.UnknownEventException;

/** Documents back to events, by name. */
final class EventReader {
    private EventReader() {}

    static DisciplineEvent read(String name, Doc.Obj d) {
        return switch (name) {
            case "judging.discipline-opened.v1" -> opened(d);
            case "judging.entry-admitted.v1" -> admitted(d);
            case "judging.entry-status-set.v1" ->
                new EntryStatusSet(
                        d.uuid("entry"), code(d, "status", EntryStatus::ofCode), Shapes.uuidOrNobody(d, "reason"));
            case "judging.numbers-assigned.v1" -> new NumbersAssigned(d.text("stage"), Shapes.links(d));
            case "judging.numbers-sealed.v1" ->
                new NumbersSealed(d.text("stage"), d.texts("numbers"), d.text("commitment"));
            case "judging.seat-added.v1" ->
                new SeatAdded(d.uuid("seat"), d.text("label"), code(d, "role", Role::ofCode), Shapes.forms(d));
            case "judging.seat-filled.v1" ->
                new SeatFilled(d.uuid("seat"), d.uuid("person"), Shapes.uuidOrNobody(d, "unit"), d.text("delegation"));
            case "judging.seat-vacated.v1" -> new SeatVacated(d.uuid("seat"));
            case "judging.stage-opened.v1" -> new StageOpened(d.text("stage"));
            case "judging.stage-closed.v1" -> new StageClosed(d.text("stage"));
            case "judging.sessions-planned.v1" -> new SessionsPlanned(Shapes.sessions(d));
            case "judging.cursor-moved.v1" -> new CursorMoved(d.text("stage"), d.text("subject"));
            case "judging.clock-set.v1" ->
                new ClockSet(
                        d.text("stage"),
                        d.text("subject"),
                        d.bool("running"),
                        d.integer("shown_millis"),
                        d.integer("returned_millis"));
            default -> readMark(name, d);
        };
    }

    private static DisciplineEvent readMark(String name, Doc.Obj d) {
        return switch (name) {
            case "judging.mark-recorded.v1" ->
                new MarkRecorded(
                        d.uuid("mark"),
                        Shapes.slot(d.obj("slot")),
                        d.text("value"),
                        Shapes.uuidOrNull(d, "replaces"),
                        Shapes.uuidOrNobody(d, "reason"));
            case "judging.mark-disputed.v1" ->
                new MarkDisputed(
                        d.uuid("mark"),
                        Shapes.slot(d.obj("slot")),
                        d.text("value"),
                        Shapes.uuidOrNull(d, "replaces"),
                        d.uuid("other"));
            case "judging.late-claim-recorded.v1" ->
                new LateClaimRecorded(
                        d.uuid("mark"),
                        Shapes.slot(d.obj("slot")),
                        d.text("value"),
                        Shapes.uuidOrNull(d, "replaces"),
                        code(d, "why", Lateness::ofCode));
            case "judging.claim-decided.v1" ->
                new ClaimDecided(d.uuid("claim"), d.bool("accepted"), Shapes.uuidOrNobody(d, "reason"));
            case "judging.spread-found.v1" ->
                new SpreadFound(d.text("stage"), d.text("form"), d.text("subject"), Shapes.cell(d), d.text("spread"));
            case "judging.sheet-signed.v1" -> new SheetSigned(Shapes.sheet(d.obj("sheet")), Shapes.uuids(d, "marks"));
            case "judging.sheet-returned.v1" ->
                new SheetReturned(Shapes.sheet(d.obj("sheet")), Shapes.uuidOrNobody(d, "reason"));
            case "judging.score-adjusted.v1" ->
                new ScoreAdjusted(
                        d.text("stage"),
                        d.text("subject"),
                        d.text("node"),
                        d.text("by"),
                        Shapes.uuidOrNobody(d, "reason"));
            case "judging.lots-recorded.v1" ->
                new LotsRecorded(Shapes.uuids(d, "order"), Shapes.uuidOrNobody(d, "reason"));
            default -> readBeside(name, d);
        };
    }

    private static DisciplineEvent readBeside(String name, Doc.Obj d) {
        return switch (name) {
            case "judging.sheet-noted.v1" ->
                new SheetNoted(Shapes.sheet(d.obj("sheet")), d.uuid("note"), d.uuid("text"));
            case "judging.sheet-cosigned.v1" ->
                new SheetCosigned(
                        Shapes.sheet(d.obj("sheet")), code(d, "by", Cosigner::ofCode), Shapes.uuidOrNobody(d, "seat"));
            case "judging.cosigning-refused.v1" ->
                new CosigningRefused(Shapes.sheet(d.obj("sheet")), code(d, "by", Cosigner::ofCode), d.uuid("reason"));
            default -> readPublication(name, d);
        };
    }

    private static DisciplineEvent readPublication(String name, Doc.Obj d) {
        return switch (name) {
            case "judging.results-locked.v1" -> new ResultsLocked();
            case "judging.opening-proposed.v1" ->
                new OpeningProposed(d.text("stage"), d.uuid("officer"), code(d, "role", Role::ofCode));
            case "judging.identities-opened.v1" ->
                new IdentitiesOpened(d.text("stage"), d.text("seed"), Shapes.links(d), Shapes.uuids(d, "officers"));
            case "judging.results-issued.v1" -> new ResultsIssued(d.uuid("seat"), d.text("record_hash"));
            case "judging.results-announced.v1" -> new ResultsAnnounced();
            default -> throw new UnknownEventException(name);
        };
    }

    private static DisciplineOpened opened(Doc.Obj d) {
        return new DisciplineOpened(
                new StreamId(d.uuid("contest")),
                d.text("code"),
                d.text("title_zh"),
                d.text("title_en"),
                d.text("rulebook"),
                d.text("rulebook_hash"));
    }

    private static EntryAdmitted admitted(Doc.Obj d) {
        return new EntryAdmitted(
                d.uuid("entry"),
                d.text("division"),
                d.text("delegation"),
                Shapes.uuidOrNobody(d, "unit"),
                Shapes.uuids(d, "members"));
    }

    static <T> T code(Doc.Obj d, String field, Function<String, T> ofCode) {
        try {
            return ofCode.apply(d.text(field));
        } catch (IllegalArgumentException e) {
            throw new DocException(field, "a known code");
        }
    }
}
