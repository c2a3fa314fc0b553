package org.leitai.judging.store;

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
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.ledger.EventCodec;

/** Events of a discipline as documents; {@link EventReader} is the way back. Golden files hold every shape. */
public final class DisciplineEventCodec implements EventCodec<DisciplineEvent> {
    @Override
    public String name(DisciplineEvent event) {
        return "judging." + kebab(event) + ".v1";
    }

    private static String kebab(DisciplineEvent event) {
        return switch (event) {
            case DisciplineOpened e -> "discipline-opened";
            case EntryAdmitted e -> "entry-admitted";
            case EntryStatusSet e -> "entry-status-set";
            case NumbersAssigned e -> "numbers-assigned";
            case NumbersSealed e -> "numbers-sealed";
            case SeatAdded e -> "seat-added";
            case SeatFilled e -> "seat-filled";
            case SeatVacated e -> "seat-vacated";
            case StageOpened e -> "stage-opened";
            case StageClosed e -> "stage-closed";
            case SessionsPlanned e -> "sessions-planned";
            case CursorMoved e -> "cursor-moved";
            case ClockSet e -> "clock-set";
            case MarkRecorded e -> "mark-recorded";
            case MarkDisputed e -> "mark-disputed";
            case LateClaimRecorded e -> "late-claim-recorded";
            case ClaimDecided e -> "claim-decided";
            case SpreadFound e -> "spread-found";
            case SheetSigned e -> "sheet-signed";
            case SheetReturned e -> "sheet-returned";
            case ScoreAdjusted e -> "score-adjusted";
            case LotsRecorded e -> "lots-recorded";
            case SheetNoted e -> "sheet-noted";
            case SheetCosigned e -> "sheet-cosigned";
            case CosigningRefused e -> "cosigning-refused";
            case ResultsLocked e -> "results-locked";
            case OpeningProposed e -> "opening-proposed";
            case IdentitiesOpened e -> "identities-opened";
            case ResultsIssued e -> "results-issued";
            case ResultsAnnounced e -> "results-announced";
        };
    }

    @Override
    public DisciplineEvent read(String name, Doc.Obj body) {
        return EventReader.read(name, body);
    }

    @Override
    public Doc.Obj write(DisciplineEvent event) {
        return fields(event).build();
    }

    private static Doc.Builder fields(DisciplineEvent event) {
        return switch (event) {
            case DisciplineOpened e -> opened(e);
            case EntryAdmitted e -> admitted(e);
            case EntryStatusSet e ->
                Doc.obj()
                        .put("entry", e.entry())
                        .put("status", e.status().code())
                        .put("reason", Shapes.some(e.reason()));
            case NumbersAssigned e -> Doc.obj().put("stage", e.stage()).put("links", Shapes.links(e.links()));
            case NumbersSealed e ->
                Doc.obj()
                        .put("stage", e.stage())
                        .put("numbers", Doc.texts(e.numbers()))
                        .put("commitment", e.commitment());
            case SeatAdded e ->
                Doc.obj()
                        .put("seat", e.seat())
                        .put("label", e.label())
                        .put("role", e.role().code())
                        .put("forms", Shapes.forms(e.forms()));
            case SeatFilled e ->
                Doc.obj()
                        .put("seat", e.seat())
                        .put("person", e.person())
                        .put("unit", Shapes.some(e.unit()))
                        .put("delegation", e.delegation());
            case SeatVacated e -> Doc.obj().put("seat", e.seat());
            case StageOpened e -> Doc.obj().put("stage", e.stage());
            case StageClosed e -> Doc.obj().put("stage", e.stage());
            case SessionsPlanned e -> Doc.obj().put("sessions", Shapes.sessions(e.sessions()));
            case CursorMoved e -> Doc.obj().put("stage", e.stage()).put("subject", e.subject());
            case ClockSet e ->
                Doc.obj()
                        .put("stage", e.stage())
                        .put("subject", e.subject())
                        .put("running", e.running())
                        .put("shown_millis", e.shownMillis())
                        .put("returned_millis", e.returnedMillis());
            case MarkRecorded e -> recorded(e);
            case MarkDisputed e -> disputed(e);
            case LateClaimRecorded e -> late(e);
            case ClaimDecided e ->
                Doc.obj().put("claim", e.claim()).put("accepted", e.accepted()).put("reason", Shapes.some(e.reason()));
            case SpreadFound e ->
                Shapes.cell(e.cell())
                        .put("stage", e.stage())
                        .put("form", e.form())
                        .put("subject", e.subject())
                        .put("spread", e.spread());
            case SheetSigned e ->
                Doc.obj().put("sheet", Shapes.sheet(e.sheet())).put("marks", Shapes.uuids(e.marks()));
            case SheetReturned e ->
                Doc.obj().put("sheet", Shapes.sheet(e.sheet())).put("reason", Shapes.some(e.reason()));
            case ScoreAdjusted e ->
                Doc.obj()
                        .put("stage", e.stage())
                        .put("subject", e.subject())
                        .put("node", e.node())
                        .put("by", e.by())
                        .put("reason", Shapes.some(e.reason()));
            case LotsRecorded e ->
                Doc.obj().put("order", Shapes.uuids(e.order())).put("reason", Shapes.some(e.reason()));
            case SheetNoted e ->
                Doc.obj()
                        .put("sheet", Shapes.sheet(e.sheet()))
                        .put("note", e.note())
                        .put("text", e.text());
            case SheetCosigned e ->
                Doc.obj()
                        .put("sheet", Shapes.sheet(e.sheet()))
                        .put("by", e.by().code())
                        .put("seat", Shapes.some(e.seat()));
            case CosigningRefused e ->
                Doc.obj()
                        .put("sheet", Shapes.sheet(e.sheet()))
                        .put("by", e.by().code())
                        .put("reason", e.reason());
            case ResultsLocked e -> Doc.obj();
            case OpeningProposed e ->
                Doc.obj()
                        .put("stage", e.stage())
                        .put("officer", e.officer())
                        .put("role", e.role().code());
            case IdentitiesOpened e ->
                Doc.obj()
                        .put("stage", e.stage())
                        .put("seed", e.seed())
                        .put("links", Shapes.links(e.links()))
                        .put("officers", Shapes.uuids(e.officers()));
            case ResultsIssued e -> Doc.obj().put("seat", e.seat()).put("record_hash", e.recordHash());
            case ResultsAnnounced e -> Doc.obj();
        };
    }

    private static Doc.Builder opened(DisciplineOpened e) {
        return Doc.obj()
                .put("contest", e.contest().value())
                .put("code", e.code())
                .put("title_zh", e.titleZh())
                .put("title_en", e.titleEn())
                .put("rulebook", e.rulebookYaml())
                .put("rulebook_hash", e.rulebookHash());
    }

    private static Doc.Builder admitted(EntryAdmitted e) {
        return Doc.obj()
                .put("entry", e.entry())
                .put("division", e.division())
                .put("delegation", e.delegation())
                .put("unit", Shapes.some(e.unit()))
                .put("members", Shapes.uuids(e.members()));
    }

    private static Doc.Builder recorded(MarkRecorded e) {
        return Doc.obj()
                .put("mark", e.mark())
                .put("slot", Shapes.slot(e.slot()))
                .put("value", e.value())
                .put("replaces", e.replaces())
                .put("reason", Shapes.some(e.reason()));
    }

    private static Doc.Builder disputed(MarkDisputed e) {
        return Doc.obj()
                .put("mark", e.mark())
                .put("slot", Shapes.slot(e.slot()))
                .put("value", e.value())
                .put("replaces", e.replaces())
                .put("other", e.other());
    }

    private static Doc.Builder late(LateClaimRecorded e) {
        return Doc.obj()
                .put("mark", e.mark())
                .put("slot", Shapes.slot(e.slot()))
                .put("value", e.value())
                .put("replaces", e.replaces())
                .put("why", e.why().code());
    }
}
