package org.leitai.results;

import io.vertx.core.Future;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.Discipline;
import org.leitai.judging.JudgingAccess;
import org.leitai.judging.domain.DisciplineCommand.AnnounceResults;
import org.leitai.judging.domain.DisciplineCommand.IssueResults;
import org.leitai.judging.domain.DisciplineCommand.LockResults;
import org.leitai.judging.domain.DisciplineCommand.OpenIdentities;
import org.leitai.judging.domain.DisciplineCommand.ProposeOpening;
import org.leitai.judging.view.Views;
import org.leitai.kernel.Principal.SeatHolder;
import org.leitai.kernel.Refusal;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Operations;
import org.leitai.platform.http.Problem;
import org.leitai.platform.http.Reply;
import org.leitai.results.store.PublishedResults;

/** The acts of publication, in their order. */
final class PublicationRoutes {
    private final Discipline disciplines;
    private final PublishedResults published;
    private final Draws draws;
    private final BiFunction<SeatHolder, String, Future<Boolean>> pins;

    PublicationRoutes(
            Discipline disciplines,
            PublishedResults published,
            Draws draws,
            BiFunction<SeatHolder, String, Future<Boolean>> pins) {
        this.disciplines = disciplines;
        this.published = published;
        this.draws = draws;
        this.pins = pins;
    }

    void bind(Operations operations) {
        operations
                .on("lockResults", this::lock)
                .on("openIdentities", this::open)
                .on("issueResults", this::issue)
                .on("announceResults", this::announce);
    }

    private Future<Reply> lock(Call call) {
        StreamId discipline = call.stream("disciplineId");
        return disciplines
                .contest(discipline)
                .compose(contest -> {
                    ResultsAccess.mayLock(call.principal(), contest, discipline);
                    return disciplines.submit(call, discipline, new LockResults());
                })
                .map(Discipline::done);
    }

    private Future<Reply> open(Call call) {
        StreamId discipline = call.stream("disciplineId");
        String stage = call.body().text("stage");
        return disciplines
                .ask(discipline, Views.OPENING, Doc.obj().put("stage", stage).build())
                .compose(opening -> open(call, discipline, stage, opening));
    }

    private Future<Reply> open(Call call, StreamId discipline, String stage, Doc.Obj opening) {
        StreamId contest = Discipline.contest(discipline, opening);
        Role first = first(opening);
        Role role = ResultsAccess.officer(call.principal(), contest, discipline, first);
        boolean own = first != null && opening.uuid("proposedBy").equals(JudgingAccess.actor(call.principal()));
        return first == null || own
                ? disciplines
                        .submit(call, discipline, new ProposeOpening(stage, role))
                        .map(done -> state("proposed"))
                : confirm(call, discipline, stage, role, opening.text("commitment"));
    }

    private static @Nullable Role first(Doc.Obj opening) {
        String role = opening.textOrNull("proposedAs");
        return role == null ? null : Role.ofCode(role);
    }

    private Future<Reply> confirm(Call call, StreamId discipline, String stage, Role role, String commitment) {
        return draws.find(discipline, stage, commitment)
                .map(found -> found.orElseThrow(() -> Problem.refused(Refusal.of(
                        "draw-missing", "this installation does not hold the sealed draw of stage '" + stage + "'"))))
                .compose(draw -> disciplines.submit(
                        call, discipline, new OpenIdentities(stage, role, draw.seed(), draw.links())))
                .map(done -> state("opened"));
    }

    private static Reply state(String state) {
        return Reply.ok(Doc.obj().put("state", state).build());
    }

    private Future<Reply> issue(Call call) {
        StreamId discipline = call.stream("disciplineId");
        SeatHolder chief = JudgingAccess.chief(call.principal(), discipline);
        return JudgingAccess.pinMatches(pins, chief, call.body().text("pin"))
                .compose(matches ->
                        disciplines.ask(discipline, Views.RECORD, Doc.obj().build()))
                .compose(answer -> keepAndIssue(call, discipline, answer.obj("record")))
                .map(Discipline::done);
    }

    /** The record is stored first: an issued hash whose record is missing could never be shown. */
    private Future<org.leitai.platform.gateway.Outcome.Committed> keepAndIssue(
            Call call, StreamId discipline, Doc.Obj record) {
        return published
                .keep(discipline, record)
                .compose(hash -> disciplines.submit(call, discipline, new IssueResults(record.integer("seq"), hash)));
    }

    private Future<Reply> announce(Call call) {
        StreamId discipline = call.stream("disciplineId");
        return disciplines
                .contest(discipline)
                .compose(contest -> {
                    ResultsAccess.mayAnnounce(call.principal(), contest, discipline);
                    return disciplines.submit(call, discipline, new AnnounceResults());
                })
                .map(Discipline::done);
    }
}
