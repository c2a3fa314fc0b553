package org.leitai.registration;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.leitai.contest.ContestReads.Home;
import org.leitai.kernel.Act;
import org.leitai.kernel.Refusal;
import org.leitai.kernel.StreamId;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.http.Problem;
import org.leitai.registration.domain.Entry;
import org.leitai.registration.domain.Member;
import org.leitai.registration.domain.RollCommand.SubmitEntries;
import org.leitai.registration.domain.Unit;
import org.leitai.registration.store.PersonVault;
import org.leitai.registration.store.PersonVault.Newcomer;
import org.leitai.registration.store.PersonVault.Prints;

/**
 * Puts entries on the roll: people into the vault first, then the roll's command, so that no event names a person who is not there. A
 * refused command takes its people out again. Safe on any thread.
 */
final class Enrolment {
    private final PersonVault vault;
    private final Rolls rolls;
    private final Admissions admissions;

    Enrolment(PersonVault vault, Rolls rolls, Admissions admissions) {
        this.vault = vault;
        this.rolls = rolls;
        this.admissions = admissions;
    }

    /**
     * An entry to be.
     *
     * @param entry its id; people's ids follow from it, so that a repeated request means the same people
     * @param team the team's name; empty for an individual
     * @param consent version of the words agreed to, empty when staff enters it
     */
    record Draft(UUID entry, Home home, String division, Unit unit, String team, List<Person> people, String consent) {
        Draft {
            people = List.copyOf(people);
        }

        List<Newcomer> newcomers() {
            List<Newcomer> all = new ArrayList<>();
            for (int i = 0; i < people.size(); i++) {
                all.add(new Newcomer(id("person " + i), people.get(i), unit.name()));
            }
            if (!team.isEmpty()) {
                all.add(new Newcomer(id("team"), Person.named(team), unit.name()));
            }
            return all;
        }

        private UUID id(String what) {
            return UUID.nameUUIDFromBytes((entry + "/" + what).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        Entry.Application application(Iterator<Member> kept) {
            List<Member> members = new ArrayList<>();
            people.forEach(person -> members.add(kept.next()));
            return new Entry.Application(
                    entry,
                    home.id(),
                    home.discipline().text("code"),
                    division,
                    unit.id(),
                    unit.delegation(),
                    team.isEmpty() ? Act.NOBODY : kept.next().person(),
                    members,
                    consent);
        }
    }

    /**
     * Submits drafts of one contest, all or none; approved ones are admitted to their disciplines before the future completes.
     *
     * @param approve true when staff vouches for them
     */
    Future<Void> submit(StreamId contest, StreamId roll, List<Draft> drafts, boolean approve, Act act) {
        List<Newcomer> newcomers =
                drafts.stream().flatMap(draft -> draft.newcomers().stream()).toList();
        return noDoubles(contest, newcomers)
                .compose(unique -> vault.keep(contest, newcomers))
                .map(kept -> command(drafts, kept, approve))
                .compose(command -> rolls.submit(roll, command, act))
                .compose(outcome -> settled(contest, roll, newcomers, outcome))
                .compose(committed -> approve ? admit(roll, drafts, act) : Future.succeededFuture());
    }

    private static SubmitEntries command(List<Draft> drafts, List<Member> kept, boolean approve) {
        Iterator<Member> members = kept.iterator();
        return new SubmitEntries(
                drafts.stream().map(draft -> draft.application(members)).toList(), approve);
    }

    /** One ID number is one person: refused when it is in the contest, or twice in these drafts. */
    private Future<Void> noDoubles(StreamId contest, List<Newcomer> newcomers) {
        Set<UUID> own = newcomers.stream().map(Newcomer::id).collect(Collectors.toSet());
        List<Prints> prints = newcomers.stream()
                .map(newcomer -> vault.prints(contest, newcomer))
                .filter(print -> print.idNumber().length() > 0)
                .toList();
        Set<String> seen = new HashSet<>();
        if (!prints.stream().allMatch(print -> seen.add(print.idNumber().toString("ISO-8859-1")))) {
            return Future.failedFuture(duplicate());
        }
        return vault.twins(contest, prints)
                .compose(twins -> twins.stream()
                                .filter(twin ->
                                        seen.contains(twin.prints().idNumber().toString("ISO-8859-1")))
                                .allMatch(twin -> own.contains(twin.person()))
                        ? Future.succeededFuture()
                        : Future.failedFuture(duplicate()));
    }

    private static Problem duplicate() {
        return Problem.refused(
                Refusal.of("person-duplicate", "a person with this ID number is registered in this contest already"));
    }

    private Future<Outcome.Committed> settled(
            StreamId contest, StreamId roll, List<Newcomer> newcomers, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Committed committed -> Future.succeededFuture(committed);
            case Outcome.Refused refused ->
                rolls.strangers(roll, newcomers.stream().map(Newcomer::id).toList())
                        .compose(strangers -> vault.destroy(contest, strangers))
                        .compose(gone -> Future.failedFuture(Problem.refused(refused.refusal())));
        };
    }

    private Future<Void> admit(StreamId roll, List<Draft> drafts, Act act) {
        Future<Void> done = Future.succeededFuture();
        for (int from = 0; from < drafts.size(); from += RollViews.PAGE) {
            List<UUID> ids = drafts.subList(from, Math.min(drafts.size(), from + RollViews.PAGE)).stream()
                    .map(Draft::entry)
                    .toList();
            done = done.compose(before -> rolls.entries(roll, ids)).compose(entries -> admissions.admit(entries, act));
        }
        return done;
    }
}
