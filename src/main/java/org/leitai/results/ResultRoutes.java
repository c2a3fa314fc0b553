package org.leitai.results;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.leitai.judging.Discipline;
import org.leitai.judging.Faces;
import org.leitai.judging.view.Views;
import org.leitai.kernel.Principal.Contestant;
import org.leitai.kernel.Refusal;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Operations;
import org.leitai.platform.http.Problem;
import org.leitai.platform.http.Reply;
import org.leitai.results.store.PublishedResults;

/** Reading what was published; nothing here computes a score. */
final class ResultRoutes {
    private static final String ANNOUNCED = "announced";

    private final Discipline disciplines;
    private final PublishedResults published;
    private final Faces faces;

    ResultRoutes(Discipline disciplines, PublishedResults published, Faces faces) {
        this.disciplines = disciplines;
        this.published = published;
        this.faces = faces;
    }

    void bind(Operations operations) {
        operations
                .on("getResults", this::results)
                .on("getExplanation", this::explanation)
                .on("getMyResult", this::mine);
    }

    private Future<Reply> results(Call call) {
        StreamId discipline = call.stream("disciplineId");
        return about(discipline).compose(about -> {
            StreamId contest = Discipline.contest(discipline, about);
            boolean announced = about.text("state").equals(ANNOUNCED);
            ResultsAccess.maySeeResults(call.principal(), contest, discipline, announced);
            return record(discipline, about).compose(record -> named(contest, about, record));
        });
    }

    private Future<Doc.Obj> about(StreamId discipline) {
        return disciplines.ask(discipline, Views.DISCIPLINE, Doc.obj().build());
    }

    private Future<Doc.Obj> record(StreamId discipline, Doc.Obj about) {
        String hash = about.textOrNull("recordHash");
        if (hash == null) {
            throw Problem.refused(Refusal.of(
                    "results-not-issued",
                    "the chief judge has not issued these results; they are " + about.text("state")));
        }
        return published.read(discipline, hash);
    }

    private Future<Reply> named(StreamId contest, Doc.Obj about, Doc.Obj record) {
        List<Doc.Obj> rows = record.objects("rows");
        return faces.entries(
                        contest, rows.stream().map(row -> row.uuid("entry")).toList())
                .map(names -> Reply.ok(Doc.obj()
                        .put("state", about.text("state"))
                        .put("certainty", about.text("certainty"))
                        .put("title", record.obj("title"))
                        .put("code", record.text("code"))
                        .put("recordHash", about.text("recordHash"))
                        .put("rulebookHash", record.text("rulebookHash"))
                        .put("engine", record.text("engine"))
                        .put("decimals", record.integer("decimals"))
                        .put("stages", record.list("stages"))
                        .put("divisions", record.list("divisions"))
                        .put("rows", rows.stream().map(row -> named(row, names)).toList())
                        .build()));
    }

    private static Doc.Obj named(Doc.Obj row, Map<UUID, Faces.Face> names) {
        Map<String, Doc> fields = new TreeMap<>(row.fields());
        fields.remove("explanation");
        Faces.Face face = names.get(row.uuid("entry"));
        fields.put("name", Doc.text(face == null ? "" : face.name()));
        if (face != null) {
            fields.put("unit", Doc.text(face.unit()));
            fields.put("delegation", Doc.text(face.delegation()));
        }
        Doc award = row.get("award");
        if (award instanceof Doc.Obj titled && titled.get("title") != null) {
            fields.put("award", titled.obj("title"));
        }
        return new Doc.Obj(fields);
    }

    private Future<Reply> explanation(Call call) {
        StreamId discipline = call.stream("disciplineId");
        UUID entry = call.uuid("entryId");
        return about(discipline).compose(about -> {
            ResultsAccess.maySeeExplanation(call.principal(), Discipline.contest(discipline, about), discipline);
            return record(discipline, about)
                    .map(record -> Reply.ok(row(record, entry).obj("explanation")));
        });
    }

    private static Doc.Obj row(Doc.Obj record, UUID entry) {
        return record.objects("rows").stream()
                .filter(row -> row.uuid("entry").equals(entry))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("entry " + entry));
    }

    private Future<Reply> mine(Call call) {
        Contestant contestant = ResultsAccess.contestant(call.principal());
        return about(contestant.discipline()).compose(about -> {
            if (!about.text("state", "").equals(ANNOUNCED)) {
                return Future.succeededFuture(Reply.ok(Doc.obj()
                        .put("released", false)
                        .put("certainty", about.text("certainty", "provisional"))
                        .build()));
            }
            return record(contestant.discipline(), about)
                    .map(record -> Reply.ok(mine(about, row(record, contestant.entry()))));
        });
    }

    private static Doc.Obj mine(Doc.Obj about, Doc.Obj row) {
        return Doc.obj()
                .put("released", true)
                .put("certainty", about.text("certainty"))
                .put("status", row.text("status"))
                .put("rank", row.get("rank"))
                .put("shared", row.bool("shared"))
                .put("total", row.get("total"))
                .put("award", row.get("award") instanceof Doc.Obj award ? award.get("title") : null)
                .put("explanation", row.get("explanation"))
                .build();
    }
}
