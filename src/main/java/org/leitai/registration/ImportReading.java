package org.leitai.registration;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.leitai.contest.ContestReads.Home;
import org.leitai.judging.view.Views;
import org.leitai.kernel.Refusal;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.http.Problem;
import org.leitai.registration.domain.BlindNumbers;
import org.leitai.registration.sheet.Checks;
import org.leitai.registration.sheet.Column;
import org.leitai.registration.sheet.ImportKind;
import org.leitai.registration.sheet.SheetReader;
import org.leitai.registration.sheet.SheetRow;
import org.leitai.registration.sheet.UnreadableSheet;
import org.leitai.registration.store.PersonVault;
import org.leitai.registration.store.PersonVault.Newcomer;
import org.leitai.registration.store.PersonVault.Prints;

/** A file against what the contest knows. Parsing runs on two workers of its own. */
final class ImportReading {
    private static final int WORKERS = 2;

    private final Gateway gateway;
    private final Rolls rolls;
    private final PersonVault vault;
    private final Delegations delegations;

    ImportReading(Gateway gateway, Rolls rolls, PersonVault vault, Delegations delegations) {
        this.gateway = gateway;
        this.rolls = rolls;
        this.vault = vault;
        this.delegations = delegations;
    }

    /**
     * What the checks and the applying need to know.
     *
     * @param subjects entry number or place → number of the stage
     */
    record Context(Checks.Known known, Map<String, String> subjects) {}

    Future<Checks.Checked> read(Vertx vertx, byte[] file, ImportKind kind, Checks.Known known) {
        WorkerExecutor workers = vertx.createSharedWorkerExecutor("imports", WORKERS);
        return workers.executeBlocking(() -> Checks.of(SheetReader.read(file), kind, known), false)
                .recover(failure -> Future.failedFuture(
                        failure instanceof UnreadableSheet unreadable
                                ? EntryReading.invalid(unreadable.code(), message(unreadable))
                                : failure))
                .onComplete(done -> workers.close());
    }

    private static String message(Exception e) {
        return e.getMessage() == null ? "the file cannot be read" : e.getMessage();
    }

    Future<Context> context(StreamId roll) {
        return rolls.units(roll).map(units -> new Context(known(units, Set.of(), Set.of()), Map.of()));
    }

    Future<Context> context(Home home) {
        return rolls.units(home.roll())
                .compose(units -> subjects(home)
                        .map(subjects -> new Context(known(units, divisions(home), subjects.keySet()), subjects)));
    }

    private Checks.Known known(List<Doc.Obj> units, Set<String> divisions, Set<String> numbers) {
        Set<String> names = new HashSet<>();
        units.forEach(unit -> names.add(unit.text("name")));
        Set<String> areas = new HashSet<>();
        delegations.inOfficialOrder().forEach(area -> areas.add(area.zh()));
        return new Checks.Known(names, areas, divisions, numbers, LocalDate.now(ZoneOffset.ofHours(8)));
    }

    private static Set<String> divisions(Home home) {
        Set<String> titles = new HashSet<>();
        home.discipline()
                .objects("divisions")
                .forEach(division -> titles.add(division.obj("title").text("zh")));
        return titles;
    }

    /** Sheets carry entry numbers or places; marks are recorded under places. */
    private Future<Map<String, String>> subjects(Home home) {
        return rolls.draw(home.roll(), home.id())
                .compose(drawn -> rolls.entries(home.roll(), home.id().toString(), "approved")
                        .map(entries -> subjects(drawn, entries)));
    }

    private static Map<String, String> subjects(Doc.Obj drawn, List<Doc.Obj> entries) {
        Map<UUID, String> places = BlindNumbers.number(
                drawn.texts("order").stream().map(UUID::fromString).toList());
        Map<String, String> subjects = new HashMap<>();
        entries.forEach(entry -> {
            String place = places.get(entry.uuid("id"));
            if (place != null) {
                subjects.put(entry.text("number"), place);
                subjects.put(place, place);
            }
        });
        return subjects;
    }

    /** People of the file who are in the contest already: the same ID number is an error, the same name in the unit is pointed out. */
    Future<Void> twins(StreamId contest, List<SheetRow> rows) {
        Map<SheetRow, Prints> prints = new HashMap<>();
        rows.stream()
                .filter(row -> row.value(Column.TEAM).isEmpty())
                .forEach(row -> prints.put(row, vault.prints(contest, newcomer(row))));
        return vault.twins(contest, prints.values()).map(twins -> {
            twins.forEach(twin -> prints.forEach((row, print) -> compare(row, print, twin.prints())));
            return null;
        });
    }

    /** Results are tried against the stage by the rules that will apply them, so that each row's refusal is seen before. */
    Future<Void> tried(StreamId discipline, String stage, List<SheetRow> rows, Context context) {
        List<SheetRow> whole = rows.stream().filter(row -> !row.hasError()).toList();
        List<Doc.Obj> marks = whole.stream()
                .map(row -> Doc.obj()
                        .put("subject", context.subjects().get(row.value(Column.NUMBER)))
                        .put("value", row.value(Column.SCORE))
                        .build())
                .toList();
        Doc.Obj question = Doc.obj().put("stage", stage).put("marks", marks).build();
        return gateway.ask(StreamKind.DISCIPLINE, discipline, Views.IMPORT_TRIAL, question)
                .map(answer -> {
                    String refused = answer.text("refused", "");
                    if (!refused.isEmpty()) {
                        throw refused(refused, answer.text("detail"));
                    }
                    answer.objects("rows").forEach(row -> refuse(whole.get((int) row.integer("index")), row));
                    return null;
                });
    }

    private static void refuse(SheetRow row, Doc.Obj refusal) {
        Column column = refusal.text("code").equals("unknown-subject") ? Column.NUMBER : Column.SCORE;
        row.error(refusal.text("code"), column, refusal.text("detail"), null);
    }

    private static Newcomer newcomer(SheetRow row) {
        var person = new Person(row.value(Column.NAME), "", row.value(Column.ID_NUMBER));
        return new Newcomer(new UUID(0, 0), person, row.value(Column.UNIT));
    }

    private static void compare(SheetRow row, Prints mine, Prints theirs) {
        if (mine.idNumber().length() > 0 && mine.idNumber().equals(theirs.idNumber())) {
            row.error("person-duplicate", Column.ID_NUMBER, "this ID number is in the contest already", null);
        } else if (mine.name().equals(theirs.name())) {
            row.warning("same-name", Column.NAME, "somebody of this name and unit is in the contest already", null);
        }
    }

    static Problem refused(String code, String detail) {
        return Problem.of(422, Refusal.of(code, detail));
    }
}
