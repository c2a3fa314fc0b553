package org.leitai.registration;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.leitai.contest.ContestReads.Home;
import org.leitai.judging.domain.DisciplineCommand.ImportMarks;
import org.leitai.judging.domain.ImportedMark;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.http.Problem;
import org.leitai.registration.domain.RollCommand.RegisterUnits;
import org.leitai.registration.domain.Unit;

/** Applies what a preview showed, all or nothing: one command to one stream. */
final class ImportApplying {
    private final Gateway gateway;
    private final Rolls rolls;
    private final Enrolment enrolment;
    private final Delegations delegations;

    ImportApplying(Gateway gateway, Rolls rolls, Enrolment enrolment, Delegations delegations) {
        this.gateway = gateway;
        this.rolls = rolls;
        this.enrolment = enrolment;
        this.delegations = delegations;
    }

    Future<Void> units(StreamId roll, List<Doc.Obj> rows, Act act) {
        List<Unit> units = new ArrayList<>();
        for (Doc.Obj row : rows) {
            String name = row.text("unit");
            Delegations.Delegation delegation = delegations.find(row.text("delegation"));
            units.add(new Unit(
                    act.step("unit " + units.size()).key(),
                    name,
                    row.text("short", EntryReading.shorten(name)),
                    delegation == null ? "" : delegation.code()));
        }
        return rolls.done(roll, new RegisterUnits(units), act).mapEmpty();
    }

    Future<Void> entries(Home home, List<Doc.Obj> rows, Act act) {
        return rolls.units(home.roll())
                .map(units -> drafts(home, units, rows, act))
                .compose(drafts -> enrolment.submit(home.contestId(), home.roll(), drafts, true, act));
    }

    /** Rows of the same team and unit are one entry. */
    private static List<Enrolment.Draft> drafts(Home home, List<Doc.Obj> units, List<Doc.Obj> rows, Act act) {
        Map<String, List<Doc.Obj>> groups = new LinkedHashMap<>();
        for (Doc.Obj row : rows) {
            String team = row.text("team", "");
            String group = team.isEmpty() ? "row " + groups.size() : team + "/" + row.text("unit");
            groups.computeIfAbsent(group, fresh -> new ArrayList<>()).add(row);
        }
        List<Enrolment.Draft> drafts = new ArrayList<>();
        groups.values()
                .forEach(group -> drafts.add(draft(
                        home, units, group, act.step("entry " + drafts.size()).key())));
        return drafts;
    }

    private static Enrolment.Draft draft(Home home, List<Doc.Obj> units, List<Doc.Obj> group, UUID entry) {
        Doc.Obj first = group.getFirst();
        Unit unit = EntryReading.find(units, first.text("unit"));
        if (unit == null) {
            throw ImportReading.refused("unit-unknown", "a unit of the file is not on the roll any more");
        }
        List<Person> people = group.stream()
                .flatMap(row -> row.texts("people").stream()
                        .map(name -> new Person(name, row.text("phone", ""), row.text("idNumber", ""))))
                .toList();
        return new Enrolment.Draft(
                entry, home, division(home, first.text("division", "")), unit, first.text("team", ""), people, "");
    }

    /** Files say 职工组, rulebooks say staff. */
    private static String division(Home home, String title) {
        return home.discipline().objects("divisions").stream()
                .filter(division -> division.text("id").equals(title)
                        || division.obj("title").text("zh").equals(title))
                .map(division -> division.text("id"))
                .findFirst()
                .orElse("");
    }

    Future<Void> theory(Home home, String stage, List<Doc.Obj> rows, Act act) {
        List<ImportedMark> marks = rows.stream()
                .map(row -> new ImportedMark(row.text("subject"), "", row.text("score")))
                .toList();
        return gateway.submit(StreamKind.DISCIPLINE, home.id(), new ImportMarks(stage, Act.NOBODY, marks), act)
                .map(Problem::committed)
                .mapEmpty();
    }
}
