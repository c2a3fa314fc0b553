package org.leitai.registration;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.contest.ContestReads;
import org.leitai.contest.ContestReads.Home;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Operations;
import org.leitai.platform.http.Problem;
import org.leitai.platform.http.Reply;
import org.leitai.registration.domain.RollCommand;
import org.leitai.registration.domain.RollCommand.ApproveEntry;
import org.leitai.registration.domain.RollCommand.RecordArrival;
import org.leitai.registration.domain.RollCommand.RecordCall;
import org.leitai.registration.domain.RollCommand.RejectEntry;
import org.leitai.registration.domain.RollCommand.WithdrawEntry;
import org.leitai.registration.domain.Unit;

/** Entries: list, add, approve, reject, withdraw, check in. */
final class EntryRoutes {
    private final ContestReads contests;
    private final Rolls rolls;
    private final EntryReading reading;
    private final Enrolment enrolment;
    private final Admissions admissions;
    private final EntryAnswers answers;
    private final EntryCodes codes;

    EntryRoutes(
            ContestReads contests,
            Rolls rolls,
            EntryReading reading,
            Enrolment enrolment,
            Admissions admissions,
            EntryAnswers answers,
            EntryCodes codes) {
        this.contests = contests;
        this.rolls = rolls;
        this.reading = reading;
        this.enrolment = enrolment;
        this.admissions = admissions;
        this.answers = answers;
        this.codes = codes;
    }

    void bind(Operations operations) {
        operations
                .on("listEntries", this::list)
                .on("addEntry", this::add)
                .on("approveEntry", this::approve)
                .on("rejectEntry", this::reject)
                .on("withdrawEntry", this::withdraw)
                .on("recordArrival", this::arrive)
                .on("recordCallRoom", this::call)
                .on("issueEntryCode", this::issueCode);
    }

    private Future<Reply> list(Call call) {
        StreamId contest = call.stream("contestId");
        var readable = RegistrationAccess.readRoll(call.principal(), contest);
        return roll(contest)
                .compose(roll -> rolls.entries(roll, query(call, "discipline"), query(call, "state")))
                .compose(answers::named)
                .map(entries -> entries.stream()
                        .filter(entry -> readable.includes(new StreamId(entry.uuid("discipline"))))
                        .filter(entry -> matches(entry, query(call, "q")))
                        .toList())
                .map(entries -> Reply.ok(Doc.obj().put("entries", entries).build()));
    }

    private static String query(Call call, String name) {
        String value = call.query(name);
        return value == null ? "" : value;
    }

    private static boolean matches(Doc.Obj entry, @Nullable String wanted) {
        String key = wanted == null ? "" : Unit.key(wanted);
        return key.isEmpty()
                || List.of("number", "name", "unit").stream()
                        .anyMatch(field -> Unit.key(entry.text(field)).contains(key));
    }

    private Future<Reply> add(Call call) {
        StreamId contest = call.stream("contestId");
        RegistrationAccess.organise(call.principal(), contest);
        Doc.Obj body = call.body();
        Act act = call.act();
        UUID entry = act.step("entry").key();
        return contests.discipline(contest, new StreamId(body.uuid("discipline")))
                .compose(home -> reading.draft(home, body, entry, "", act)
                        .compose(draft -> enrolment.submit(contest, home.roll(), List.of(draft), true, act))
                        .compose(done -> rolls.entry(home.roll(), entry)))
                .compose(answers::named)
                .map(Reply::created);
    }

    private Future<Reply> approve(Call call) {
        StreamId contest = call.stream("contestId");
        RegistrationAccess.organise(call.principal(), contest);
        Act act = call.act();
        UUID entry = call.uuid("entryId");
        return roll(contest)
                .compose(roll ->
                        rolls.done(roll, new ApproveEntry(entry), act).compose(done -> rolls.entry(roll, entry)))
                .compose(found -> admissions.admit(List.of(found), act))
                .map(done -> Reply.noContent());
    }

    private Future<Reply> reject(Call call) {
        StreamId contest = call.stream("contestId");
        RegistrationAccess.organise(call.principal(), contest);
        return done(
                call, contest, new RejectEntry(call.uuid("entryId"), call.body().text("reason")));
    }

    private Future<Reply> withdraw(Call call) {
        StreamId contest = call.stream("contestId");
        RegistrationAccess.organise(call.principal(), contest);
        Act act = call.act();
        UUID entry = call.uuid("entryId");
        return roll(contest)
                .compose(roll ->
                        rolls.done(roll, new WithdrawEntry(entry), act).compose(done -> rolls.entry(roll, entry)))
                .compose(found -> admissions.withdraw(found, act))
                .map(done -> Reply.noContent());
    }

    private Future<Reply> arrive(Call call) {
        StreamId contest = call.stream("contestId");
        RegistrationAccess.receive(call.principal(), contest);
        return done(call, contest, new RecordArrival(call.uuid("entryId")));
    }

    private Future<Reply> call(Call call) {
        UUID entry = call.uuid("entryId");
        return contests.discipline(call.stream("disciplineId")).compose(home -> {
            RegistrationAccess.call(call.principal(), home);
            return rolls.entry(home.roll(), entry)
                    .map(found -> competesIn(found, home))
                    .compose(found -> rolls.done(home.roll(), new RecordCall(entry), call.act()))
                    .map(done -> Reply.noContent());
        });
    }

    private static Doc.Obj competesIn(Doc.Obj entry, Home home) {
        if (!entry.uuid("discipline").equals(home.id().value())) {
            throw Problem.notFound("entry " + entry.text("id") + " of this discipline");
        }
        return entry;
    }

    private Future<Reply> issueCode(Call call) {
        StreamId contest = call.stream("contestId");
        RegistrationAccess.organise(call.principal(), contest);
        UUID entry = call.uuid("entryId");
        return roll(contest).compose(roll -> rolls.entry(roll, entry)).compose(found -> {
            String number = found.text("number");
            if (number.isEmpty()) {
                throw EntryReading.invalid("entry-not-approved", "an entry gets a code when it is approved");
            }
            return codes.issue(contest, new StreamId(found.uuid("discipline")), entry, number)
                    .map(code -> Reply.created(
                            Doc.obj().put("number", number).put("code", code).build()));
        });
    }

    private Future<Reply> done(Call call, StreamId contest, RollCommand command) {
        return roll(contest)
                .compose(roll -> rolls.done(roll, command, call.act()))
                .map(done -> Reply.noContent());
    }

    private Future<StreamId> roll(StreamId contest) {
        return contests.contest(contest).map(found -> new StreamId(found.uuid("roll")));
    }
}
