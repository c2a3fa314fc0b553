package org.leitai.judging;

import io.vertx.core.Future;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.domain.DisciplineCommand;
import org.leitai.judging.domain.DisciplineCommand.AdjustScore;
import org.leitai.judging.domain.DisciplineCommand.RecordLots;
import org.leitai.judging.store.SecretTexts;
import org.leitai.judging.view.Views;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Operations;
import org.leitai.platform.http.Reply;

/** What the chief adds to the judges' marks, each with a reason: bounded corrections, and the order that lots gave. */
final class ChiefRoutes {
    private final Discipline disciplines;
    private final Faces faces;
    private final SecretTexts texts;

    ChiefRoutes(Discipline disciplines, Faces faces, SecretTexts texts) {
        this.disciplines = disciplines;
        this.faces = faces;
        this.texts = texts;
    }

    void bind(Operations operations) {
        operations
                .on("listAdjustments", this::adjustments)
                .on("adjustScore", this::adjust)
                .on("listLots", this::drawn)
                .on("recordLots", this::lots);
    }

    private Future<Reply> adjustments(Call call) {
        return seen(call, Views.ADJUSTMENTS)
                .compose(answer -> Wordings.worded(texts, answer.objects("adjustments"))
                        .map(worded -> Reply.ok(Doc.obj()
                                .put("adjustable", answer.list("adjustable"))
                                .put("adjustments", worded)
                                .build())));
    }

    private Future<Reply> drawn(Call call) {
        return seen(call, Views.LOTS)
                .compose(answer -> faces.entries(contest(answer), mentioned(answer))
                        .map(known -> Reply.ok(Doc.obj()
                                .put("asked", answer.get("asked"))
                                .put("due", answer.get("due"))
                                .put("ties", named(answer.objects("ties"), "entries", known))
                                .put("recorded", named(answer.objects("recorded"), "order", known))
                                .build())));
    }

    private Future<Doc.Obj> seen(Call call, String view) {
        StreamId discipline = call.stream("disciplineId");
        return disciplines.ask(discipline, view, Doc.obj().build()).map(answer -> {
            JudgingAccess.maySeeClaims(call.principal(), Discipline.contest(discipline, answer), discipline);
            return answer;
        });
    }

    private static StreamId contest(Doc.Obj answer) {
        return new StreamId(answer.uuid("contest"));
    }

    private static Set<UUID> mentioned(Doc.Obj answer) {
        Set<UUID> entries = new HashSet<>();
        answer.objects("ties").forEach(tie -> ids(tie, "entries").forEach(entries::add));
        answer.objects("recorded").forEach(lots -> ids(lots, "order").forEach(entries::add));
        return entries;
    }

    private static Stream<UUID> ids(Doc.Obj from, String field) {
        return from.texts(field).stream().map(UUID::fromString);
    }

    /** With faces in the place of ids. */
    private static Doc named(List<Doc.Obj> orders, String field, Map<UUID, Faces.Face> known) {
        return Doc.arr(orders.stream()
                .map(order -> Doc.obj()
                        .put("division", order.get("division"))
                        .put("rank", order.get("rank"))
                        .put(
                                field,
                                Doc.arr(ids(order, field)
                                        .map(entry -> face(entry, known.get(entry)))
                                        .toList()))
                        .build())
                .toList());
    }

    private static Doc.Obj face(UUID entry, Faces.@Nullable Face face) {
        return Doc.obj()
                .put("entry", entry)
                .put("name", face == null ? "" : face.name())
                .put("unit", face == null ? "" : face.unit())
                .build();
    }

    private Future<Reply> adjust(Call call) {
        Doc.Obj body = call.body();
        return decide(
                call,
                reason -> new AdjustScore(
                        body.text("stage"), body.text("subject"), body.text("node"), body.text("by"), reason));
    }

    private Future<Reply> lots(Call call) {
        var order = call.body().texts("order").stream().map(UUID::fromString).toList();
        return decide(call, reason -> new RecordLots(order, reason));
    }

    private interface Decided {
        DisciplineCommand because(UUID reason);
    }

    private Future<Reply> decide(Call call, Decided command) {
        StreamId discipline = call.stream("disciplineId");
        JudgingAccess.chief(call.principal(), discipline);
        var act = call.act();
        return texts.keep(act.key(), SheetRoutes.reason(call.body()))
                .compose(reason -> disciplines.submit(discipline, command.because(reason), act))
                .map(Discipline::committed)
                .map(Discipline::done);
    }
}
