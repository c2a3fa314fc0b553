package org.leitai.judging;

import io.vertx.core.Future;
import org.leitai.judging.domain.DisciplineCommand;
import org.leitai.judging.domain.DisciplineCommand.CloseStage;
import org.leitai.judging.domain.DisciplineCommand.MoveCursor;
import org.leitai.judging.domain.DisciplineCommand.OpenStage;
import org.leitai.judging.domain.DisciplineCommand.PlanSessions;
import org.leitai.judging.domain.DisciplineCommand.SetEntryStatus;
import org.leitai.judging.domain.EntryStatus;
import org.leitai.judging.domain.Session;
import org.leitai.judging.store.SecretTexts;
import org.leitai.judging.view.Views;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Operations;
import org.leitai.platform.http.Reply;

/** The discipline as its staff runs it: stages, cursor, statuses, progress. */
final class StageRoutes {
    private final Discipline disciplines;
    private final SecretTexts texts;

    StageRoutes(Discipline disciplines, SecretTexts texts) {
        this.disciplines = disciplines;
        this.texts = texts;
    }

    void bind(Operations operations) {
        operations
                .on("getDiscipline", this::discipline)
                .on("openStage", call -> run(call, new OpenStage(call.path("stage"))))
                .on("closeStage", this::close)
                .on("planSessions", call -> run(call, plan(call)))
                .on("moveCursor", this::moveCursor)
                .on("setEntryStatus", this::setStatus)
                .on("getProgress", this::progress);
    }

    private Future<Reply> discipline(Call call) {
        StreamId discipline = call.stream("disciplineId");
        return disciplines.ask(discipline, Views.DISCIPLINE, Doc.obj().build()).map(answer -> {
            JudgingAccess.maySeeDiscipline(call.principal(), Discipline.contest(discipline, answer), discipline);
            return Reply.ok(answer);
        });
    }

    private Future<Reply> progress(Call call) {
        StreamId discipline = call.stream("disciplineId");
        return disciplines.ask(discipline, Views.PROGRESS, Doc.obj().build()).map(answer -> {
            JudgingAccess.maySeeProgress(call.principal(), Discipline.contest(discipline, answer), discipline);
            return Reply.ok(answer);
        });
    }

    private Future<Reply> close(Call call) {
        boolean despite = call.rawBody().length() > 0 && call.body().bool("despiteUnsigned", false);
        return run(call, new CloseStage(call.path("stage"), despite));
    }

    private static PlanSessions plan(Call call) {
        return new PlanSessions(call.body().objects("sessions").stream()
                .map(session -> new Session(
                        session.text("stage"), session.integer("beginsMicros"), session.integer("endsMicros")))
                .toList());
    }

    private Future<Reply> moveCursor(Call call) {
        StreamId discipline = call.stream("disciplineId");
        Doc.Obj body = call.body();
        return disciplines
                .contest(discipline)
                .compose(contest -> {
                    JudgingAccess.mayMoveCursor(call.principal(), contest, discipline);
                    return disciplines.submit(
                            call, discipline, new MoveCursor(body.text("stage"), body.text("subject")));
                })
                .map(Discipline::done);
    }

    private Future<Reply> setStatus(Call call) {
        Doc.Obj body = call.body();
        Act act = call.act();
        return mayRun(call)
                .compose(allowed -> texts.keep(act.key(), body.text("reason", "")))
                .compose(reason -> disciplines.submit(
                        call.stream("disciplineId"),
                        new SetEntryStatus(call.uuid("entryId"), EntryStatus.ofCode(body.text("status")), reason),
                        act))
                .map(Discipline::committed)
                .map(Discipline::done);
    }

    private Future<Reply> run(Call call, DisciplineCommand command) {
        return mayRun(call)
                .compose(allowed -> disciplines.submit(call, call.stream("disciplineId"), command))
                .map(Discipline::done);
    }

    private Future<Boolean> mayRun(Call call) {
        StreamId discipline = call.stream("disciplineId");
        return disciplines.contest(discipline).map(contest -> {
            JudgingAccess.mayRun(call.principal(), contest, discipline);
            return true;
        });
    }
}
