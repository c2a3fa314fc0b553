package org.leitai.judging;

import io.vertx.core.Future;
import java.util.UUID;
import java.util.function.BiFunction;
import org.leitai.judging.domain.Cosigner;
import org.leitai.judging.domain.DisciplineCommand;
import org.leitai.judging.domain.DisciplineCommand.Cosign;
import org.leitai.judging.domain.DisciplineCommand.NoteOnSheet;
import org.leitai.judging.domain.DisciplineCommand.RefuseCosigning;
import org.leitai.judging.domain.SheetId;
import org.leitai.judging.store.SecretTexts;
import org.leitai.kernel.Act;
import org.leitai.kernel.Principal.SeatHolder;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Operations;
import org.leitai.platform.http.Problem;
import org.leitai.platform.http.Reply;

/** What stands beside the marks of a sheet: notes of its judge, and the words of those who sign with the judge. */
final class BesideRoutes {
    private final Discipline disciplines;
    private final SecretTexts texts;
    private final BiFunction<SeatHolder, String, Future<Boolean>> pins;

    BesideRoutes(Discipline disciplines, SecretTexts texts, BiFunction<SeatHolder, String, Future<Boolean>> pins) {
        this.disciplines = disciplines;
        this.texts = texts;
        this.pins = pins;
    }

    void bind(Operations operations) {
        operations.on("noteOnSheet", this::note).on("cosignSheet", this::cosign).on("refuseCosigning", this::refuse);
    }

    private Future<Reply> note(Call call) {
        StreamId discipline = call.stream("disciplineId");
        SeatHolder holder = JudgingAccess.seat(call.principal(), discipline);
        Doc.Obj body = call.body();
        MarkClock clock = MarkClock.of(body);
        Act act = clock.act(holder, body.uuid("key"), body.integer("actMicros"));
        SheetId sheet = new SheetId(body.text("stage"), body.text("form"), body.text("subject"), holder.seat());
        return texts.keep(act.key(), words(body, "text", "text-missing"))
                .compose(text -> submit(discipline, new NoteOnSheet(sheet, text), act));
    }

    /** On the judge's own tablet, or by the chief from the chief's; the seat in the body is the judge's. */
    private Future<Reply> cosign(Call call) {
        StreamId discipline = call.stream("disciplineId");
        SeatHolder holder = JudgingAccess.seat(call.principal(), discipline);
        Doc.Obj body = call.body();
        Cosigner by = Cosigner.ofCode(body.text("by"));
        Act act = new Act(holder.person(), holder.seat(), holder.device(), 0, 0, body.uuid("key"));
        if (body.get("cosigner") == null) {
            return submit(discipline, new Cosign(sheet(body), by, Act.NOBODY), act);
        }
        UUID seat = body.uuid("cosigner");
        SeatHolder other = new SeatHolder(
                seat, Act.NOBODY, holder.device(), holder.session(), holder.contest(), discipline, holder.role());
        return JudgingAccess.pinMatches(pins, other, body.text("pin", ""))
                .compose(matches -> submit(discipline, new Cosign(sheet(body), by, seat), act));
    }

    private Future<Reply> refuse(Call call) {
        StreamId discipline = call.stream("disciplineId");
        SeatHolder holder = JudgingAccess.seat(call.principal(), discipline);
        Doc.Obj body = call.body();
        Cosigner by = Cosigner.ofCode(body.text("by"));
        Act act = new Act(holder.person(), holder.seat(), holder.device(), 0, 0, body.uuid("key"));
        return texts.keep(act.key(), words(body, "reason", "reason-missing"))
                .compose(reason -> submit(discipline, new RefuseCosigning(sheet(body), by, reason), act));
    }

    private static SheetId sheet(Doc.Obj body) {
        return new SheetId(body.text("stage"), body.text("form"), body.text("subject"), body.uuid("seat"));
    }

    private static String words(Doc.Obj body, String field, String code) {
        String words = body.text(field, "").strip();
        if (words.isEmpty()) {
            throw Problem.badRequest(code, "there are no words in '" + field + "'");
        }
        return words;
    }

    private Future<Reply> submit(StreamId discipline, DisciplineCommand command, Act act) {
        return disciplines
                .submit(discipline, command, act)
                .map(Discipline::committed)
                .map(Discipline::done);
    }
}
