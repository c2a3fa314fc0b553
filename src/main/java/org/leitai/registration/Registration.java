package org.leitai.registration;

import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.leitai.contest.ContestReads;
import org.leitai.kernel.StreamId;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.http.Operations;
import org.leitai.platform.reaction.Reaction;
import org.leitai.platform.secret.InstallationKey;
import org.leitai.registration.domain.RollEvent;
import org.leitai.registration.store.ImportPreviews;
import org.leitai.registration.store.PersonVault;

/** The feature's wiring, and what other features ask of it. */
public final class Registration {
    private final People people;
    private final SealedDraws draws;
    private final EntryFaces faces;
    private final Reaction<RollEvent> admission;
    private final List<Consumer<Operations>> routes;

    /**
     * Builds the feature.
     *
     * @param namesChanged hears of contests in which somebody's name came, changed or went
     */
    public Registration(
            Pool pool,
            Gateway gateway,
            ContestReads contests,
            InstallationKey key,
            EntryCodes codes,
            Consumer<StreamId> namesChanged,
            LongSupplier nowMicros) {
        var delegations = Delegations.load("jining");
        var vault = new PersonVault(pool, key, nowMicros);
        var rolls = new Rolls(gateway);
        var admissions = new Admissions(gateway);
        var enrolment = new Enrolment(vault, rolls, admissions);
        var reading = new EntryReading(rolls, delegations);
        this.people = new People(vault);
        this.draws = new SealedDraws(pool, key, nowMicros);
        this.faces = new EntryFaces(contests, rolls, people, delegations);
        this.admission = new AdmissionReaction(rolls, admissions);
        var answers = new EntryAnswers(people);
        var previews = new ImportPreviews(pool, key, nowMicros);
        this.routes = List.of(
                new UnitRoutes(contests, rolls, delegations)::bind,
                new EntryRoutes(contests, rolls, reading, enrolment, admissions, answers, codes)::bind,
                new DrawRoutes(contests, rolls, gateway, answers)::bind,
                new BlindNumberRoutes(contests, rolls, gateway, draws, answers)::bind,
                new ImportRoutes(
                        contests,
                        gateway,
                        new ImportReading(gateway, rolls, vault, delegations),
                        new ImportApplying(gateway, rolls, enrolment, delegations),
                        previews)::bind,
                new ApplicationRoutes(contests, reading, enrolment, nowMicros)::bind,
                new PeopleRoutes(contests, rolls, people, previews, namesChanged)::bind,
                new MeRoutes(contests, rolls, answers, delegations)::bind);
    }

    public void bind(Operations operations) {
        routes.forEach(route -> route.accept(operations));
    }

    /** Names, for judging and boards. */
    public People people() {
        return people;
    }

    /** Who stands behind entries. */
    public EntryFaces faces() {
        return faces;
    }

    /** Sealed numbers, for the opening of identities. */
    public SealedDraws draws() {
        return draws;
    }

    /** Keeps disciplines in step with rolls; to be run with the node's reactions. */
    public Reaction<RollEvent> admission() {
        return admission;
    }

    /** The contract's fragments of this feature. */
    public static List<String> contract() {
        return List.of("registration");
    }

    public static RollKeeper keeper() {
        return new RollKeeper();
    }
}
