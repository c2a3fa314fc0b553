package org.leitai.judging;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.leitai.judging.domain.DisciplineCommand.DecideClaim;
import org.leitai.judging.domain.DisciplineCommand.ReturnSheet;
import org.leitai.judging.domain.DisciplineCommand.SignSheet;
import org.leitai.judging.domain.SheetId;
import org.leitai.judging.store.SecretTexts;
import org.leitai.judging.view.Views;
import org.leitai.kernel.Act;
import org.leitai.kernel.Principal.SeatHolder;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Operations;
import org.leitai.platform.http.Problem;
import org.leitai.platform.http.Reply;

/** Signing sheets, handing them back, deciding claims. */
final class SheetRoutes {
    private final Discipline disciplines;
    private final SecretTexts texts;
    private final BiFunction<SeatHolder, String, Future<Boolean>> pins;

    SheetRoutes(Discipline disciplines, SecretTexts texts, BiFunction<SeatHolder, String, Future<Boolean>> pins) {
        this.disciplines = disciplines;
        this.texts = texts;
        this.pins = pins;
    }

    void bind(Operations operations) {
        operations
                .on("signSheet", this::sign)
                .on("returnSheet", this::giveBack)
                .on("listClaims", this::claims)
                .on("decideClaim", this::decide);
    }

    private Future<Reply> sign(Call call) {
        StreamId discipline = call.stream("disciplineId");
        SeatHolder holder = JudgingAccess.seat(call.principal(), discipline);
        Doc.Obj body = call.body();
        SheetId sheet = new SheetId(body.text("stage"), body.text("form"), body.text("subject"), holder.seat());
        List<UUID> marks = body.texts("marks").stream().map(UUID::fromString).toList();
        Act act = new Act(holder.person(), holder.seat(), holder.device(), 0, 0, body.uuid("key"));
        return JudgingAccess.pinMatches(pins, holder, body.text("pin"))
                .compose(matches -> disciplines.submit(discipline, new SignSheet(sheet, marks), act))
                .map(Discipline::committed)
                .map(Discipline::done);
    }

    private Future<Reply> giveBack(Call call) {
        StreamId discipline = call.stream("disciplineId");
        JudgingAccess.chief(call.principal(), discipline);
        Doc.Obj body = call.body();
        SheetId sheet = new SheetId(body.text("stage"), body.text("form"), body.text("subject"), body.uuid("seat"));
        Act act = call.act();
        return texts.keep(act.key(), reason(body))
                .compose(reason -> disciplines.submit(discipline, new ReturnSheet(sheet, reason), act))
                .map(Discipline::committed)
                .map(Discipline::done);
    }

    static String reason(Doc.Obj body) {
        String reason = body.text("reason", "").strip();
        if (reason.isEmpty()) {
            throw Problem.badRequest("reason-missing", "the chief judge's decision needs a reason");
        }
        return reason;
    }

    private Future<Reply> claims(Call call) {
        StreamId discipline = call.stream("disciplineId");
        return disciplines.ask(discipline, Views.CLAIMS, Doc.obj().build()).compose(answer -> {
            JudgingAccess.maySeeClaims(call.principal(), Discipline.contest(discipline, answer), discipline);
            Future<Doc> disagreements = Wordings.worded(texts, answer.objects("disagreements"));
            Future<Doc> beside = Wordings.worded(texts, answer.objects("beside"));
            return Future.all(disagreements, beside)
                    .map(both -> Reply.ok(Doc.obj()
                            .put("claims", answer.list("claims"))
                            .put("disagreements", disagreements.result())
                            .put("beside", beside.result())
                            .build()));
        });
    }

    private Future<Reply> decide(Call call) {
        StreamId discipline = call.stream("disciplineId");
        JudgingAccess.chief(call.principal(), discipline);
        Doc.Obj body = call.body();
        Act act = call.act();
        return texts.keep(act.key(), reason(body))
                .compose(reason -> disciplines.submit(
                        discipline, new DecideClaim(call.uuid("claimKey"), body.bool("accept"), reason), act))
                .map(Discipline::committed)
                .map(Discipline::done);
    }
}
