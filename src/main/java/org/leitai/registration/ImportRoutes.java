package org.leitai.registration;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.contest.ContestReads;
import org.leitai.contest.ContestReads.Home;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Operations;
import org.leitai.platform.http.Problem;
import org.leitai.platform.http.Reply;
import org.leitai.registration.sheet.Checks;
import org.leitai.registration.sheet.Column;
import org.leitai.registration.sheet.ImportKind;
import org.leitai.registration.sheet.SheetRow;
import org.leitai.registration.store.ImportPreviews;
import org.leitai.registration.store.ImportPreviews.Preview;

/** Imports: a file is read and shown with everything that is wrong, and applied as a whole by its id or not at all. */
final class ImportRoutes {
    private static final StreamId NO_DISCIPLINE = new StreamId(Act.NOBODY);

    private final ContestReads contests;
    private final Gateway gateway;
    private final ImportReading reading;
    private final ImportApplying applying;
    private final ImportPreviews previews;

    ImportRoutes(
            ContestReads contests,
            Gateway gateway,
            ImportReading reading,
            ImportApplying applying,
            ImportPreviews previews) {
        this.contests = contests;
        this.gateway = gateway;
        this.reading = reading;
        this.applying = applying;
        this.previews = previews;
    }

    void bind(Operations operations) {
        operations.on("previewImport", this::preview).on("applyImport", this::apply);
    }

    private Future<Reply> preview(Call call) {
        StreamId contest = call.stream("contestId");
        RegistrationAccess.organise(call.principal(), contest);
        ImportKind kind = ImportKind.find(call.path("kind"));
        if (kind == null) {
            throw Problem.notFound("import of kind " + call.path("kind"));
        }
        return switch (kind) {
            case UNITS ->
                contests.contest(contest)
                        .compose(found -> reading.context(new StreamId(found.uuid("roll"))))
                        .compose(context -> shown(call, kind, NO_DISCIPLINE, "", context));
            case ENTRIES ->
                home(call)
                        .compose(home ->
                                reading.context(home).compose(context -> shown(call, kind, home.id(), "", context)));
            case THEORY ->
                home(call)
                        .compose(home -> stage(home, call.query("stage"))
                                .compose(stage -> reading.context(home)
                                        .compose(context -> shown(call, kind, home.id(), stage, context))));
        };
    }

    private Future<Home> home(Call call) {
        String discipline = call.query("discipline");
        if (discipline == null) {
            throw ImportReading.refused("discipline-missing", "add ?discipline= with the discipline's id");
        }
        try {
            return contests.discipline(call.stream("contestId"), StreamId.parse(discipline));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("not-an-id", "query parameter 'discipline' must be a UUID");
        }
    }

    /** Sealed stages carry numbers that no file can name. */
    private Future<String> stage(Home home, @Nullable String wanted) {
        return gateway.ask(
                        StreamKind.DISCIPLINE,
                        home.id(),
                        "discipline",
                        Doc.obj().build())
                .map(view -> view.objects("stages").stream()
                        .filter(stage -> !stage.text("identity").equals("sealed"))
                        .toList())
                .map(stages -> theory(stages, wanted));
    }

    /** Without a wish the only stage, or else the only one that scorers fill in. */
    private static String theory(List<Doc.Obj> stages, @Nullable String wanted) {
        List<Doc.Obj> fitting = stages.size() == 1 && wanted == null
                ? stages
                : stages.stream()
                        .filter(stage -> wanted == null
                                ? forScorers(stage)
                                : stage.text("id").equals(wanted))
                        .toList();
        if (fitting.size() != 1) {
            throw ImportReading.refused("stage-unknown", "add ?stage= with the id of a stage that is not sealed");
        }
        return fitting.getFirst().text("id");
    }

    private static boolean forScorers(Doc.Obj stage) {
        return stage.objects("forms").stream()
                .allMatch(form -> form.text("role").equals("scorer"));
    }

    private Future<Reply> shown(
            Call call, ImportKind kind, StreamId discipline, String stage, ImportReading.Context context) {
        StreamId contest = call.stream("contestId");
        UUID id = call.act().step("import").key();
        return reading.read(call.routing().vertx(), call.rawBody().getBytes(), kind, context.known())
                .compose(checked -> compared(contest, kind, discipline, stage, checked, context)
                        .compose(compared -> {
                            Preview preview = preview(id, kind, discipline, stage, checked, context);
                            return previews.keep(preview, contest, call.act().actor());
                        })
                        .map(kept -> Reply.created(answer(id, checked))));
    }

    /** Against people and marks that the contest has already. */
    private Future<Void> compared(
            StreamId contest,
            ImportKind kind,
            StreamId discipline,
            String stage,
            Checks.Checked checked,
            ImportReading.Context context) {
        return switch (kind) {
            case UNITS -> Future.succeededFuture();
            case ENTRIES -> reading.twins(contest, checked.rows());
            case THEORY -> reading.tried(discipline, stage, checked.rows(), context);
        };
    }

    private static Preview preview(
            UUID id,
            ImportKind kind,
            StreamId discipline,
            String stage,
            Checks.Checked checked,
            ImportReading.Context context) {
        List<Doc.Obj> rows = checked.rows().stream()
                .map(row -> values(row)
                        .put("people", Doc.texts(Checks.people(row)))
                        .put("subject", context.subjects().get(row.value(Column.NUMBER)))
                        .build())
                .toList();
        boolean applicable = !rows.isEmpty() && checked.rows().stream().noneMatch(SheetRow::hasError);
        Doc.Obj body = Doc.obj().put("stage", stage).put("rows", rows).build();
        return new Preview(id, kind.code(), discipline, body, applicable, -1);
    }

    private static Doc.Builder values(SheetRow row) {
        Doc.Builder values = Doc.obj();
        for (Column column : Column.values()) {
            if (!row.value(column).isEmpty()) {
                values.put(column.code(), row.value(column));
            }
        }
        return values;
    }

    private static Doc.Obj answer(UUID id, Checks.Checked checked) {
        List<Doc.Obj> rows = new ArrayList<>();
        Map<String, Long> counts = new java.util.HashMap<>(Map.of("ok", 0L, "warning", 0L, "error", 0L));
        for (SheetRow row : checked.rows()) {
            String state = row.hasError() ? "error" : row.findings().isEmpty() ? "ok" : "warning";
            counts.merge(state, 1L, Long::sum);
            rows.add(Doc.obj()
                    .put("row", row.row())
                    .put("state", state)
                    .put("values", values(row).build())
                    .put(
                            "problems",
                            row.findings().stream().map(ImportRoutes::finding).toList())
                    .build());
        }
        Doc.Builder counted = Doc.obj();
        counts.forEach(counted::put);
        return Doc.obj()
                .put("importId", id)
                .put(
                        "columns",
                        Doc.texts(checked.columns().stream().map(Column::code).toList()))
                .put("rows", rows)
                .put("counts", counted.build())
                .build();
    }

    private static Doc.Obj finding(SheetRow.Finding finding) {
        return Doc.obj()
                .put("code", finding.code())
                .put("column", finding.column().code())
                .put("error", finding.error())
                .put("detail", finding.detail())
                .put("suggestion", finding.suggestion())
                .build();
    }

    private Future<Reply> apply(Call call) {
        StreamId contest = call.stream("contestId");
        RegistrationAccess.organise(call.principal(), contest);
        UUID id = call.uuid("importId");
        return previews.find(contest, id).compose(preview -> {
            if (preview == null) {
                throw Problem.notFound("import " + id);
            }
            if (preview.applied() >= 0) {
                return Future.succeededFuture(applied(preview.applied()));
            }
            if (!preview.applicable()) {
                throw ImportReading.refused(
                        "import-has-errors", "correct the rows marked as errors and send the file again");
            }
            List<Doc.Obj> rows = preview.body().objects("rows");
            // The import's id is the command's key: applied twice at once, it happens once.
            Act act = new Act(call.act().actor(), Act.NOBODY, Act.NOBODY, 0, 0, id);
            return apply(contest, preview, rows, act)
                    .compose(done -> previews.applied(id, rows.size()))
                    .map(done -> applied(rows.size()));
        });
    }

    private Future<Void> apply(StreamId contest, Preview preview, List<Doc.Obj> rows, Act act) {
        ImportKind kind = ImportKind.find(preview.kind());
        if (kind == null) {
            throw new IllegalStateException("import_preview holds kind " + preview.kind());
        }
        return switch (kind) {
            case UNITS ->
                contests.contest(contest).compose(found -> applying.units(new StreamId(found.uuid("roll")), rows, act));
            case ENTRIES ->
                contests.discipline(contest, preview.discipline()).compose(home -> applying.entries(home, rows, act));
            case THEORY ->
                contests.discipline(contest, preview.discipline())
                        .compose(home -> applying.theory(home, preview.body().text("stage"), rows, act));
        };
    }

    private static Reply applied(int rows) {
        return Reply.ok(Doc.obj().put("applied", rows).build());
    }
}
