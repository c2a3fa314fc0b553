package org.leitai.registration;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.leitai.contest.ContestReads;
import org.leitai.kernel.StreamId;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Operations;
import org.leitai.platform.http.Problem;
import org.leitai.platform.http.Reply;
import org.leitai.registration.domain.RollCommand.ErasePerson;
import org.leitai.registration.store.ImportPreviews;

/** Erasing a person: the event first, then key and data, then whoever shows names hears of it. */
final class PeopleRoutes {
    private final ContestReads contests;
    private final Rolls rolls;
    private final People people;
    private final ImportPreviews previews;
    private final Consumer<StreamId> namesChanged;

    PeopleRoutes(
            ContestReads contests,
            Rolls rolls,
            People people,
            ImportPreviews previews,
            Consumer<StreamId> namesChanged) {
        this.contests = contests;
        this.rolls = rolls;
        this.people = people;
        this.previews = previews;
        this.namesChanged = namesChanged;
    }

    void bind(Operations operations) {
        operations.on("erasePerson", this::erase);
    }

    private Future<Reply> erase(Call call) {
        StreamId contest = call.stream("contestId");
        RegistrationAccess.organise(call.principal(), contest);
        UUID person = call.uuid("personId");
        return contests.contest(contest)
                .compose(found -> rolls.submit(new StreamId(found.uuid("roll")), new ErasePerson(person), call.act()))
                .map(outcome -> onRoll(outcome, person))
                .compose(erased -> people.destroy(contest, List.of(person)))
                .compose(destroyed -> previews.forget(contest))
                .map(forgotten -> {
                    namesChanged.accept(contest);
                    return Reply.noContent();
                });
    }

    /** A repetition after a crash between event and deletion is accepted again, and deletes. */
    private static Outcome.Committed onRoll(Outcome outcome, UUID person) {
        if (outcome instanceof Outcome.Refused refused
                && refused.refusal().code().equals("person-unknown")) {
            throw Problem.notFound("person " + person);
        }
        return Problem.committed(outcome);
    }
}
