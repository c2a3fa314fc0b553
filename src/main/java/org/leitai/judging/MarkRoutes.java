package org.leitai.judging;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.leitai.judging.domain.DisciplineCommand.RecordMark;
import org.leitai.judging.domain.DisciplineCommand.SetClock;
import org.leitai.judging.domain.Slot;
import org.leitai.judging.store.SecretTexts;
import org.leitai.kernel.Act;
import org.leitai.kernel.Principal.SeatHolder;
import org.leitai.kernel.Refusal;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Operations;
import org.leitai.platform.http.Reply;

/** Marks: many a request, each with its own key and its own answer; a refused one holds up no other. */
final class MarkRoutes {
    private static final String DISPUTED = "judging.mark-disputed.v1";
    private static final String LATE = "judging.late-claim-recorded.v1";

    private final Discipline disciplines;
    private final SecretTexts texts;
    private final MarkMeters meters;
    private final LongSupplier nowMicros;

    MarkRoutes(Discipline disciplines, SecretTexts texts, MarkMeters meters, LongSupplier nowMicros) {
        this.disciplines = disciplines;
        this.texts = texts;
        this.meters = meters;
        this.nowMicros = nowMicros;
    }

    void bind(Operations operations) {
        operations.on("postMarks", this::post).on("setClock", this::clock);
    }

    /** The timekeeper's clock, for those who only look at it. */
    private Future<Reply> clock(Call call) {
        StreamId discipline = call.stream("disciplineId");
        SeatHolder holder = JudgingAccess.seat(call.principal(), discipline);
        Doc.Obj body = call.body();
        Act act = new Act(holder.person(), holder.seat(), holder.device(), 0, 0, body.uuid("key"));
        SetClock command = new SetClock(
                body.text("stage"),
                body.text("subject"),
                body.bool("running"),
                body.integer("shownMillis"),
                body.integer("returnedMillis", 0));
        return disciplines
                .submit(discipline, command, act)
                .map(Discipline::committed)
                .map(Discipline::done);
    }

    private Future<Reply> post(Call call) {
        StreamId discipline = call.stream("disciplineId");
        SeatHolder holder = JudgingAccess.seat(call.principal(), discipline);
        Doc.Obj body = call.body();
        MarkClock clock = MarkClock.of(body);
        List<Future<Doc.Obj>> answers = new ArrayList<>();
        for (Doc.Obj mark : body.objects("marks")) {
            answers.add(put(discipline, holder, clock, mark));
        }
        return Future.all(answers)
                .map(all -> Reply.ok(Doc.obj()
                        .put("serverMicros", nowMicros.getAsLong())
                        .put("results", all.<Doc.Obj>list())
                        .build()));
    }

    private Future<Doc.Obj> put(StreamId discipline, SeatHolder holder, MarkClock clock, Doc.Obj mark) {
        UUID key = mark.uuid("key");
        Act act = clock.act(holder, key, mark.integer("actMicros"));
        Slot slot = new Slot(
                mark.text("stage"),
                mark.text("subject"),
                Math.toIntExact(mark.integer("piece", 1)),
                mark.text("aspect"),
                holder.seat(),
                Math.toIntExact(mark.integer("attempt", 1)));
        UUID replaces = mark.get("replaces") == null ? null : mark.uuid("replaces");
        return texts.keep(key, mark.text("reason", ""))
                .compose(reason ->
                        disciplines.submit(discipline, new RecordMark(slot, mark.text("value"), replaces, reason), act))
                .onSuccess(this::count)
                .map(outcome -> answer(key, outcome));
    }

    private void count(Outcome outcome) {
        meters.answered(
                switch (outcome) {
                    case Outcome.Committed done -> done.again() ? MarkMeters.AGAIN : state(done);
                    case Outcome.Refused refused -> "refused";
                });
    }

    private static Doc.Obj answer(UUID key, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Committed done ->
                Doc.obj()
                        .put("key", key)
                        .put("state", state(done))
                        .put("seq", done.seq())
                        .put("again", done.again())
                        .build();
            case Outcome.Refused refused -> refused(key, refused.refusal());
        };
    }

    private static String state(Outcome.Committed done) {
        if (done.events().contains(DISPUTED)) {
            return "disputed";
        }
        return done.events().contains(LATE) ? "late" : "confirmed";
    }

    private static Doc.Obj refused(UUID key, Refusal refusal) {
        Doc.Builder values = Doc.obj();
        refusal.values().forEach(values::put);
        return Doc.obj()
                .put("key", key)
                .put("state", "refused")
                .put("code", refusal.code())
                .put("detail", refusal.detail())
                .put("values", values.build())
                .build();
    }
}
