package org.leitai.demo;

import io.vertx.core.json.JsonObject;
import java.util.UUID;

/** One discipline's day from its first stage to the announcement, as organiser, chief judge and two officers lead it. */
final class DisciplineDay {
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
        if (!published(now)) {
            lead();
            publish();
        }
    }

    private static boolean published(JsonObject discipline) {
        return discipline.getString("state").equals("announced");
    }

    /** Moves the cursor where one performs after the other; elsewhere waits until all sheets are signed. */
    private void lead() throws InterruptedException {
        while (true) {
            JsonObject progress = organiser.get(path("/progress"));
            JsonObject open = firstUnsigned(progress);
            if (open == null) {
                return;
            }
            if (discipline.code().equals("Y")) {
                organiser.post(
                        path("/cursor"),
                        new JsonObject()
                                .put("stage", open.getString("stage"))
                                .put("subject", open.getString("subject")));
                waitUntilSigned(open.getString("subject"));
                pace.dwell();
            } else {
                pace.glance();
            }
        }
    }

    private void waitUntilSigned(String subject) throws InterruptedException {
        while (true) {
            JsonObject open = firstUnsigned(organiser.get(path("/progress")));
            if (open == null || !open.getString("subject").equals(subject)) {
                return;
            }
            pace.glance();
        }
    }

    private static @org.jspecify.annotations.Nullable JsonObject firstUnsigned(JsonObject progress) {
        for (JsonObject sheet : Demonstration.objects(progress, "sheets")) {
            if (!sheet.getString("state").equals("signed") && !sheet.getBoolean("optional", false)) {
                return sheet;
            }
        }
        return null;
    }

    private void publish() throws InterruptedException {
        pace.dwell();
        for (JsonObject stage : Demonstration.objects(organiser.get(path("")), "stages")) {
            if (stage.getString("state").equals("open")) {
                organiser.post(
                        path("/stages/" + stage.getString("id") + "/close"),
                        new JsonObject().put("despiteUnsigned", true));
            }
        }
        organiser.post(path("/lock"), new JsonObject());
        pace.dwell();
        for (JsonObject stage : Demonstration.objects(organiser.get(path("")), "stages")) {
            if (stage.getString("identity").equals("sealed")) {
                JsonObject which = new JsonObject().put("stage", stage.getString("id"));
                encryption.post(path("/opening"), which);
                supervisor.post(path("/opening"), which);
            }
        }
        pace.dwell();
        issue();
        pace.dwell();
        organiser.post(path("/announce"), new JsonObject());
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
