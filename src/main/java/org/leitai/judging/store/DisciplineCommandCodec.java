package org.leitai.judging.store;

import org.leitai.judging.domain.Cosigner;
import org.leitai.judging.domain.DisciplineCommand;
import org.leitai.judging.domain.DisciplineCommand.AddSeat;
import org.leitai.judging.domain.DisciplineCommand.AdjustScore;
import org.leitai.judging.domain.DisciplineCommand.AdmitEntry;
import org.leitai.judging.domain.DisciplineCommand.AnnounceResults;
import org.leitai.judging.domain.DisciplineCommand.AssignNumbers;
import org.leitai.judging.domain.DisciplineCommand.CloseStage;
import org.leitai.judging.domain.DisciplineCommand.Cosign;
import org.leitai.judging.domain.DisciplineCommand.DecideClaim;
import org.leitai.judging.domain.DisciplineCommand.FillSeat;
import org.leitai.judging.domain.DisciplineCommand.ImportMarks;
import org.leitai.judging.domain.DisciplineCommand.IssueResults;
import org.leitai.judging.domain.DisciplineCommand.LockResults;
import org.leitai.judging.domain.DisciplineCommand.MoveCursor;
import org.leitai.judging.domain.DisciplineCommand.NoteOnSheet;
import org.leitai.judging.domain.DisciplineCommand.OpenDiscipline;
import org.leitai.judging.domain.DisciplineCommand.OpenIdentities;
import org.leitai.judging.domain.DisciplineCommand.OpenStage;
import org.leitai.judging.domain.DisciplineCommand.PlanSessions;
import org.leitai.judging.domain.DisciplineCommand.ProposeOpening;
import org.leitai.judging.domain.DisciplineCommand.RecordLots;
import org.leitai.judging.domain.DisciplineCommand.RecordMark;
import org.leitai.judging.domain.DisciplineCommand.RefuseCosigning;
import org.leitai.judging.domain.DisciplineCommand.ReturnSheet;
import org.leitai.judging.domain.DisciplineCommand.SealNumbers;
import org.leitai.judging.domain.DisciplineCommand.SetClock;
import org.leitai.judging.domain.DisciplineCommand.SetEntryStatus;
import org.leitai.judging.domain.DisciplineCommand.SignSheet;
import org.leitai.judging.domain.DisciplineCommand.VacateSeat;
import org.leitai.judging.domain.EntryStatus;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.kernel.doc.DocException;
import org.leitai.platform.arena.KeeperKind.CommandCodec;

/** Commands as documents, to cross the bus and to tell a repeat from another request under the same key. */
public final class DisciplineCommandCodec implements CommandCodec<DisciplineCommand> {
    private static final String DO = "do";

    @Override
    public Doc.Obj write(DisciplineCommand command) {
        return fields(command).build();
    }

    private static Doc.Builder to(String what) {
        return Doc.obj().put(DO, what);
    }

    private static Doc.Builder fields(DisciplineCommand command) {
        return switch (command) {
            case OpenDiscipline c ->
                to("open-discipline")
                        .put("contest", c.contest().value())
                        .put("code", c.code())
                        .put("title_zh", c.titleZh())
                        .put("title_en", c.titleEn())
                        .put("rulebook", c.rulebookYaml())
                        .put("rulebook_hash", c.rulebookHash());
            case AdmitEntry c ->
                to("admit-entry")
                        .put("entry", c.entry())
                        .put("division", c.division())
                        .put("delegation", c.delegation())
                        .put("unit", Shapes.some(c.unit()))
                        .put("members", Shapes.uuids(c.members()));
            case SetEntryStatus c ->
                to("set-entry-status")
                        .put("entry", c.entry())
                        .put("status", c.status().code())
                        .put("reason", Shapes.some(c.reason()));
            case AssignNumbers c -> to("assign-numbers").put("stage", c.stage()).put("links", Shapes.links(c.links()));
            case SealNumbers c ->
                to("seal-numbers")
                        .put("stage", c.stage())
                        .put("numbers", Doc.texts(c.numbers()))
                        .put("commitment", c.commitment());
            case AddSeat c ->
                to("add-seat")
                        .put("seat", c.seat())
                        .put("label", c.label())
                        .put("role", c.role().code())
                        .put("forms", Shapes.forms(c.forms()));
            case FillSeat c ->
                to("fill-seat")
                        .put("seat", c.seat())
                        .put("person", c.person())
                        .put("unit", Shapes.some(c.unit()))
                        .put("delegation", c.delegation());
            case VacateSeat c -> to("vacate-seat").put("seat", c.seat());
            case OpenStage c -> to("open-stage").put("stage", c.stage());
            case CloseStage c -> to("close-stage").put("stage", c.stage()).put("despite_unsigned", c.despiteUnsigned());
            case PlanSessions c -> to("plan-sessions").put("sessions", Shapes.sessions(c.sessions()));
            case MoveCursor c -> to("move-cursor").put("stage", c.stage()).put("subject", c.subject());
            case SetClock c ->
                to("set-clock")
                        .put("stage", c.stage())
                        .put("subject", c.subject())
                        .put("running", c.running())
                        .put("shown_millis", c.shownMillis())
                        .put("returned_millis", c.returnedMillis());
            case RecordMark c ->
                to("record-mark")
                        .put("slot", Shapes.slot(c.slot()))
                        .put("value", c.value())
                        .put("replaces", c.replaces())
                        .put("reason", Shapes.some(c.reason()));
            case ImportMarks c ->
                to("import-marks")
                        .put("stage", c.stage())
                        .put("seat", Shapes.some(c.seat()))
                        .put("marks", Shapes.imported(c.marks()));
            case SignSheet c ->
                to("sign-sheet").put("sheet", Shapes.sheet(c.sheet())).put("marks", Shapes.uuids(c.marks()));
            case NoteOnSheet c ->
                to("note-on-sheet").put("sheet", Shapes.sheet(c.sheet())).put("text", c.text());
            case Cosign c ->
                to("cosign")
                        .put("sheet", Shapes.sheet(c.sheet()))
                        .put("by", c.by().code())
                        .put("seat", Shapes.some(c.seat()));
            case RefuseCosigning c ->
                to("refuse-cosigning")
                        .put("sheet", Shapes.sheet(c.sheet()))
                        .put("by", c.by().code())
                        .put("reason", c.reason());
            case ReturnSheet c ->
                to("return-sheet").put("sheet", Shapes.sheet(c.sheet())).put("reason", Shapes.some(c.reason()));
            case DecideClaim c ->
                to("decide-claim")
                        .put("claim", c.claim())
                        .put("accept", c.accept())
                        .put("reason", Shapes.some(c.reason()));
            case AdjustScore c ->
                to("adjust-score")
                        .put("stage", c.stage())
                        .put("subject", c.subject())
                        .put("node", c.node())
                        .put("by", c.by())
                        .put("reason", Shapes.some(c.reason()));
            case RecordLots c ->
                to("record-lots").put("order", Shapes.uuids(c.order())).put("reason", Shapes.some(c.reason()));
            case LockResults c -> to("lock-results");
            case ProposeOpening c ->
                to("propose-opening")
                        .put("stage", c.stage())
                        .put("role", c.role().code());
            case OpenIdentities c ->
                to("open-identities")
                        .put("stage", c.stage())
                        .put("role", c.role().code())
                        .put("seed", c.seed())
                        .put("links", Shapes.links(c.links()));
            case IssueResults c -> to("issue-results").put("at_seq", c.atSeq()).put("record_hash", c.recordHash());
            case AnnounceResults c -> to("announce-results");
        };
    }

    @Override
    public DisciplineCommand read(Doc.Obj d) {
        return switch (d.text(DO)) {
            case "open-discipline" ->
                new OpenDiscipline(
                        new StreamId(d.uuid("contest")),
                        d.text("code"),
                        d.text("title_zh"),
                        d.text("title_en"),
                        d.text("rulebook"),
                        d.text("rulebook_hash"));
            case "admit-entry" ->
                new AdmitEntry(
                        d.uuid("entry"),
                        d.text("division"),
                        d.text("delegation"),
                        Shapes.uuidOrNobody(d, "unit"),
                        Shapes.uuids(d, "members"));
            case "set-entry-status" ->
                new SetEntryStatus(
                        d.uuid("entry"),
                        EventReader.code(d, "status", EntryStatus::ofCode),
                        Shapes.uuidOrNobody(d, "reason"));
            case "assign-numbers" -> new AssignNumbers(d.text("stage"), Shapes.links(d));
            case "seal-numbers" -> new SealNumbers(d.text("stage"), d.texts("numbers"), d.text("commitment"));
            case "add-seat" ->
                new AddSeat(
                        d.uuid("seat"), d.text("label"), EventReader.code(d, "role", Role::ofCode), Shapes.forms(d));
            case "fill-seat" ->
                new FillSeat(d.uuid("seat"), d.uuid("person"), Shapes.uuidOrNobody(d, "unit"), d.text("delegation"));
            case "vacate-seat" -> new VacateSeat(d.uuid("seat"));
            default -> readDay(d);
        };
    }

    private static DisciplineCommand readDay(Doc.Obj d) {
        return switch (d.text(DO)) {
            case "open-stage" -> new OpenStage(d.text("stage"));
            case "close-stage" -> new CloseStage(d.text("stage"), d.bool("despite_unsigned"));
            case "plan-sessions" -> new PlanSessions(Shapes.sessions(d));
            case "move-cursor" -> new MoveCursor(d.text("stage"), d.text("subject"));
            case "set-clock" ->
                new SetClock(
                        d.text("stage"),
                        d.text("subject"),
                        d.bool("running"),
                        d.integer("shown_millis"),
                        d.integer("returned_millis"));
            case "record-mark" ->
                new RecordMark(
                        Shapes.slot(d.obj("slot")),
                        d.text("value"),
                        Shapes.uuidOrNull(d, "replaces"),
                        Shapes.uuidOrNobody(d, "reason"));
            case "import-marks" -> new ImportMarks(d.text("stage"), Shapes.uuidOrNobody(d, "seat"), Shapes.imported(d));
            case "sign-sheet" -> new SignSheet(Shapes.sheet(d.obj("sheet")), Shapes.uuids(d, "marks"));
            case "return-sheet" -> new ReturnSheet(Shapes.sheet(d.obj("sheet")), Shapes.uuidOrNobody(d, "reason"));
            case "decide-claim" -> new DecideClaim(d.uuid("claim"), d.bool("accept"), Shapes.uuidOrNobody(d, "reason"));
            case "adjust-score" ->
                new AdjustScore(
                        d.text("stage"),
                        d.text("subject"),
                        d.text("node"),
                        d.text("by"),
                        Shapes.uuidOrNobody(d, "reason"));
            case "record-lots" -> new RecordLots(Shapes.uuids(d, "order"), Shapes.uuidOrNobody(d, "reason"));
            default -> readBeside(d);
        };
    }

    private static DisciplineCommand readBeside(Doc.Obj d) {
        return switch (d.text(DO)) {
            case "note-on-sheet" -> new NoteOnSheet(Shapes.sheet(d.obj("sheet")), d.uuid("text"));
            case "cosign" ->
                new Cosign(
                        Shapes.sheet(d.obj("sheet")),
                        EventReader.code(d, "by", Cosigner::ofCode),
                        Shapes.uuidOrNobody(d, "seat"));
            case "refuse-cosigning" ->
                new RefuseCosigning(
                        Shapes.sheet(d.obj("sheet")), EventReader.code(d, "by", Cosigner::ofCode), d.uuid("reason"));
            default -> readPublication(d);
        };
    }

    private static DisciplineCommand readPublication(Doc.Obj d) {
        return switch (d.text(DO)) {
            case "lock-results" -> new LockResults();
            case "propose-opening" -> new ProposeOpening(d.text("stage"), EventReader.code(d, "role", Role::ofCode));
            case "open-identities" ->
                new OpenIdentities(
                        d.text("stage"), EventReader.code(d, "role", Role::ofCode), d.text("seed"), Shapes.links(d));
            case "issue-results" -> new IssueResults(d.integer("at_seq"), d.text("record_hash"));
            case "announce-results" -> new AnnounceResults();
            default -> throw new DocException(DO, "a command of a discipline");
        };
    }
}
