package org.leitai.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The contest day. A second start finds the notes of the first and goes on. */
public final class Demonstration {
    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

    private final URI server;
    private final Path notesFile;
    private final Pace pace;
    private final Visitor organiser;
    private final Visitor encryption;
    private final Visitor supervisor;

    /**
     * A day that has not begun.
     *
     * @param times how many times faster than a person can watch
     */
    public Demonstration(URI server, Path notesFile, double times) {
        this.server = server;
        this.notesFile = notesFile;
        this.pace = new Pace(times);
        this.organiser = new Visitor(server);
        this.encryption = new Visitor(server);
        this.supervisor = new Visitor(server);
    }

    /**
     * Sets the contest up, unless an earlier start did.
     *
     * @param firstPassword of the first organiser when this start made it; else the notes have it
     * @return a few lines of sign-in codes for the person who watches
     */
    public String prepare(String login, String firstPassword) throws InterruptedException {
        Optional<Notes> earlier = Notes.read(notesFile);
        String password = earlier.map(Notes::organiserPassword).orElse(firstPassword);
        organiser.signIn("session", new JsonObject().put("login", login).put("password", password));
        Notes notes =
                earlier.isPresent() ? earlier.get() : new SetUp(organiser, encryption, Instant.now()).prepare(password);
        notes.write(notesFile);
        return codes(login, notes);
    }

    private String codes(String login, Notes notes) {
        Notes.Seat judge = notes.discipline("W").seats().getFirst();
        Notes.Seat chief = notes.discipline("W").seats().getLast();
        return "  sign in       console " + login + " / " + notes.organiserPassword() + "\n"
                + "                judge (welding, seat 1) " + judge.code() + "  PIN " + judge.pin()
                + "   left idle for " + pace.idleWords() + ", the simulated judge goes on\n"
                + "                chief (welding) " + chief.code() + "  PIN " + chief.pin() + "\n"
                + "                contestant " + notes.entryNumber() + " / " + notes.entryCode() + "\n"
                + "  hall screen   "
                + server.resolve("/hall/" + notes.discipline("Y").id()) + " (speech)\n";
    }

    /** Plays the rest of the day on virtual threads; returns at once. */
    public void play() {
        Notes notes = Notes.read(notesFile).orElseThrow();
        Thread.ofVirtual()
                .name("demo-officers")
                .start(() -> quietly("officers", () -> {
                    signInOfficer(encryption, Notes.ENCRYPTION_OFFICER);
                    signInOfficer(supervisor, Notes.SUPERVISOR);
                    notes.disciplines().forEach(this::play);
                }));
    }

    private static void signInOfficer(Visitor officer, String login) throws InterruptedException {
        officer.signIn("session", new JsonObject().put("login", login).put("password", Notes.OFFICER_PASSWORD));
    }

    private void play(Notes.Discipline discipline) {
        discipline.seats().stream()
                .filter(seat -> !seat.role().equals("chief-judge"))
                .forEach(seat -> Thread.ofVirtual()
                        .start(() -> quietly(
                                "judge " + seat.label() + " of " + discipline.code(),
                                () -> new SimulatedJudge(server, organiser, discipline, seat, pace).work())));
        Thread.ofVirtual()
                .start(() -> quietly(
                        "day of " + discipline.code(),
                        () -> new DisciplineDay(
                                        new Visitor(server), organiser, encryption, supervisor, discipline, pace)
                                .run()));
    }

    /** What one simulated person does. */
    private interface Errand {
        void run() throws InterruptedException;
    }

    private static void quietly(String who, Errand errand) {
        try {
            errand.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("demonstration: {} stopped: {}", who, e.getMessage());
        }
    }

    /** Objects of a list in an answer. */
    static Iterable<JsonObject> objects(JsonObject parent, String field) {
        return () -> parent.getJsonArray(field, new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .iterator();
    }
}
