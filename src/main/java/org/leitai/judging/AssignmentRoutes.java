package org.leitai.judging;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.store.SecretTexts;
import org.leitai.judging.view.Views;
import org.leitai.kernel.Principal.SeatHolder;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Operations;
import org.leitai.platform.http.Problem;
import org.leitai.platform.http.Reply;

/** What a judge's tablet loads: only what the seat may mark, and names only where the rule says open. */
final class AssignmentRoutes {
    private final Discipline disciplines;
    private final Gateway gateway;
    private final Faces faces;
    private final SecretTexts texts;
    private final LongSupplier nowMicros;

    AssignmentRoutes(Discipline disciplines, Gateway gateway, Faces faces, SecretTexts texts, LongSupplier nowMicros) {
        this.disciplines = disciplines;
        this.gateway = gateway;
        this.faces = faces;
        this.texts = texts;
        this.nowMicros = nowMicros;
    }

    void bind(Operations operations) {
        operations.on("getAssignment", this::assignment);
    }

    private Future<Reply> assignment(Call call) {
        SeatHolder holder = JudgingAccess.seat(call.principal());
        Future<Doc.Obj> page = disciplines.ask(
                holder.discipline(),
                Views.ASSIGNMENT,
                Doc.obj().put("seat", holder.seat()).build());
        Future<Doc.Obj> contest = gateway.ask(
                StreamKind.CONTEST, holder.contest(), "contest", Doc.obj().build());
        return Future.all(page, contest)
                .compose(both -> named(holder, page.result(), contest.result()))
                .map(Reply::ok);
    }

    private Future<Doc.Obj> named(SeatHolder holder, Doc.Obj page, Doc.Obj contest) {
        if (page.get("seat") == null) {
            throw Problem.notFound("seat " + holder.seat());
        }
        Future<Map<UUID, Faces.Face>> entries = entries(holder.contest(), page.objects("subjects"));
        Future<Map<UUID, String>> people = faces.people(List.of(holder.person()));
        Future<Doc> sheets = Wordings.worded(texts, page.objects("sheets"));
        Future<Doc> panels = Wordings.worded(texts, page.objects("panels"));
        return Future.all(entries, people, sheets, panels)
                .map(all -> with(
                        page,
                        Map.of(
                                "serverMicros", new Doc.Int(nowMicros.getAsLong()),
                                "seat", seat(page.obj("seat"), people.result().get(holder.person())),
                                "discipline", discipline(page.obj("discipline"), contest),
                                "subjects", subjects(page.objects("subjects"), entries.result()),
                                "sheets", sheets.result(),
                                "panels", panels.result())));
    }

    private Future<Map<UUID, Faces.Face>> entries(StreamId contest, List<Doc.Obj> subjects) {
        List<UUID> known = subjects.stream()
                .filter(subject -> subject.get("entry") != null)
                .map(subject -> subject.uuid("entry"))
                .distinct()
                .toList();
        return known.isEmpty() ? Future.succeededFuture(Map.of()) : faces.entries(contest, known);
    }

    private static Doc.Obj seat(Doc.Obj seat, @Nullable String name) {
        return with(seat, Map.of("person", Doc.text(name == null ? "" : name)));
    }

    private static Doc.Obj discipline(Doc.Obj discipline, Doc.Obj contest) {
        Doc title = contest.get("title");
        return with(discipline, Map.of("contest", title == null ? Doc.obj().build() : title));
    }

    private static Doc subjects(List<Doc.Obj> subjects, Map<UUID, Faces.Face> entries) {
        return Doc.arr(subjects.stream()
                .map(subject -> {
                    Faces.Face face = subject.get("entry") == null ? null : entries.get(subject.uuid("entry"));
                    return Doc.obj()
                            .put("stage", subject.text("stage"))
                            .put("number", subject.text("number"))
                            .put("status", subject.get("status"))
                            .put("name", face == null ? null : face.name())
                            .put("unit", face == null ? null : face.unit())
                            .build();
                })
                .toList());
    }

    private static Doc.Obj with(Doc.Obj doc, Map<String, Doc> changed) {
        Map<String, Doc> fields = new TreeMap<>(doc.fields());
        fields.putAll(changed);
        return new Doc.Obj(fields);
    }
}
