package org.leitai.demo;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One discipline's day from its first stage to the announcement, as organiser, chief judge and two officers lead it. */
final class DisciplineDay {
    private static final Logger LOG = LoggerFactory.getLogger(DisciplineDay.class);

    private final Visitor chiefTablet;
    private final Visitor organiser;
    private final Visitor encryption;
    private final Visitor supervisor;
    private final Notes.Discipline discipline;
    private final Pace pace;

    DisciplineDay(
            Visitor chiefTablet,
            Visitor organiser,
            Visitor encryption,
            Visitor supervisor,
            Notes.Discipline discipline,
            Pace pace) {
        this.chiefTablet = chiefTablet;
        this.organiser = organiser;
        this.encryption = encryption;
        this.supervisor = supervisor;
        this.discipline = discipline;
        this.pace = pace;
    }

    void run() throws InterruptedException {
        JsonObject now = organiser.get(path(""));
        for (JsonObject stage : Demonstration.objects(now, "stages")) {
            if (stage.getString("state").equals("waiting")) {
                organiser.post(path("/stages/" + stage.getString("id") + "/open"), new JsonObject());
            }
        }
        goOn(now.getString("state"));
    }

    /** From wherever an earlier start was stopped, act by act to the announcement. */
    private void goOn(String state) throws InterruptedException {
        switch (state) {
            case "locked" -> open();
            case "opened" -> issue();
            case "issued" -> organiser.post(path("/announce"), new JsonObject());
            case "announced" -> {
                return;
            }
            default -> {
                lead();
                pace.dwell();
                lock();
            }
        }
        pace.dwell();
        goOn(organiser.get(path("")).getString("state"));
    }

    /** Moves the cursor where they perform one after the other or in batches; elsewhere waits until all sheets are signed. */
    private void lead() throws InterruptedException {
        int together = Turns.together(organiser.get(path("")).getString("kind"));
        if (together == 0) {
            toCallRoom(List.of());
        }
        while (true) {
            JsonObject open = firstUnsigned(organiser.get(path("/progress")), List.of());
            if (open == null) {
                return;
            }
            if (together == 0) {
                pace.glance();
            } else {
                call(open, together);
            }
        }
    }

    private void call(JsonObject open, int together) throws InterruptedException {
        String stage = open.getString("stage");
        organiser.post(path("/cursor"), new JsonObject().put("stage", stage).put("subject", open.getString("subject")));
        List<String> batch = Turns.of(subjects(stage), open.getString("subject"), together);
        toCallRoom(batch);
        while (firstUnsigned(organiser.get(path("/progress")), batch) != null) {
            pace.glance();
        }
        pace.dwell();
    }

    /** Those of these places, or everybody, as far as they have come and still compete. */
    private void toCallRoom(List<String> places) throws InterruptedException {
        for (JsonObject drawn : Demonstration.objects(organiser.get(path("/draw-order")), "order")) {
            if (places.isEmpty() || places.contains(drawn.getString("place"))) {
                toCallRoom(drawn.getString("entry"));
            }
        }
    }

    private void toCallRoom(String entry) throws InterruptedException {
        try {
            organiser.post(path("/entries/" + entry + "/call-room"), new JsonObject());
        } catch (Visitor.Refused absent) {
            LOG.debug("{} is not called: {}", entry, absent.getMessage());
        }
    }

    private List<String> subjects(String stage) throws InterruptedException {
        var subjects = new TreeSet<String>();
        for (JsonObject sheet : Demonstration.objects(organiser.get(path("/progress")), "sheets")) {
            if (sheet.getString("stage").equals(stage)) {
                subjects.add(sheet.getString("subject"));
            }
        }
        return List.copyOf(subjects);
    }

    private static @org.jspecify.annotations.Nullable JsonObject firstUnsigned(
            JsonObject progress, List<String> subjects) {
        for (JsonObject sheet : Demonstration.objects(progress, "sheets")) {
            boolean asked = subjects.isEmpty() || subjects.contains(sheet.getString("subject"));
            if (asked && !sheet.getString("state").equals("signed") && !sheet.getBoolean("optional", false)) {
                return sheet;
            }
        }
        return null;
    }

    private void lock() throws InterruptedException {
        for (JsonObject stage : Demonstration.objects(organiser.get(path("")), "stages")) {
            if (stage.getString("state").equals("open")) {
                organiser.post(
                        path("/stages/" + stage.getString("id") + "/close"),
                        new JsonObject().put("despiteUnsigned", true));
            }
        }
        organiser.post(path("/lock"), new JsonObject());
    }

    /** Where nothing is sealed, the chief judge issues at once. */
    private void open() throws InterruptedException {
        boolean anythingSealed = false;
        for (JsonObject stage : Demonstration.objects(organiser.get(path("")), "stages")) {
            if (stage.getString("identity").equals("sealed")) {
                anythingSealed = true;
                JsonObject which = new JsonObject().put("stage", stage.getString("id"));
                encryption.post(path("/opening"), which);
                supervisor.post(path("/opening"), which);
            }
        }
        if (!anythingSealed) {
            issue();
        }
    }

    private void issue() throws InterruptedException {
        Notes.Seat chief = discipline.seats().stream()
                .filter(seat -> seat.role().equals("chief-judge"))
                .findFirst()
                .orElseThrow();
        chiefTablet.signIn(
                "seat-session",
                new JsonObject()
                        .put("code", chief.code())
                        .put("device", UUID.randomUUID().toString())
                        .put("takeover", true));
        chiefTablet.post(path("/issue"), new JsonObject().put("pin", chief.pin()));
    }

    private String path(String rest) {
        return "disciplines/" + discipline.id() + rest;
    }
}
