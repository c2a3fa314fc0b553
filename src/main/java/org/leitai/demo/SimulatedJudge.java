package org.leitai.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A judge with a tablet: reads the assignment, marks what is open and not yet signed, signs, and looks again. Whoever takes the seat
 * with its printed card may keep it; only when nothing happens there for a while does this judge ask for it back.
 */
final class SimulatedJudge {
    private final Visitor tablet;
    private final Visitor organiser;
    private final Notes.Discipline discipline;
    private final Notes.Seat seat;
    private final Pace pace;

    SimulatedJudge(URI server, Visitor organiser, Notes.Discipline discipline, Notes.Seat seat, Pace pace) {
        this.tablet = new Visitor(server);
        this.organiser = organiser;
        this.discipline = discipline;
        this.seat = seat;
        this.pace = pace;
    }

    /** Marks until every sheet of the seat is signed and all stages it marks are closed, or the program ends. */
    void work() throws InterruptedException {
        boolean mine = sit(false);
        while (true) {
            try {
                if (mine && markUntilClosed()) {
                    return;
                }
            } catch (Visitor.Refused refused) {
                if (!refused.code().equals("sign-in-first")) {
                    throw refused;
                }
            }
            waitWhileOthersMark();
            mine = sit(true);
        }
    }

    /** Whether the seat is this judge's; somebody else's device keeps it unless it is taken over. */
    private boolean sit(boolean takeOver) throws InterruptedException {
        UUID device = UUID.nameUUIDFromBytes(seat.id().getBytes(StandardCharsets.UTF_8));
        JsonObject card = new JsonObject().put("code", seat.code()).put("device", device.toString());
        try {
            tablet.signIn("seat-session", card.put("takeover", takeOver));
            return true;
        } catch (Visitor.Refused refused) {
            if (refused.code().equals("seat-in-use")) {
                return false;
            }
            throw refused;
        }
    }

    /** Until nothing has changed on the seat's sheets for as long as the pace allows. */
    private void waitWhileOthersMark() throws InterruptedException {
        String seen = sheets();
        long since = System.nanoTime();
        while (System.nanoTime() - since < pace.idleNanos()) {
            pace.glance();
            String now = sheets();
            if (!now.equals(seen)) {
                seen = now;
                since = System.nanoTime();
            }
        }
    }

    private String sheets() throws InterruptedException {
        return objects(organiser.get("disciplines/" + discipline.id() + "/progress"), "sheets")
                .filter(sheet -> sheet.getString("seat").equals(seat.id()))
                .map(JsonObject::encode)
                .collect(Collectors.joining());
    }

    /** Returns once there is nothing left to do. */
    private boolean markUntilClosed() throws InterruptedException {
        while (true) {
            JsonObject assignment = tablet.get("seat/assignment");
            List<Task> tasks = tasks(assignment);
            if (tasks.isEmpty()) {
                if (allClosed(assignment)) {
                    return true;
                }
                pace.glance();
            } else if (keepsTime(tasks.getFirst())) {
                time(tasks);
            } else {
                mark(tasks.getFirst(), assignment);
            }
        }
    }

    /** One sheet to fill. */
    private record Task(JsonObject form, String subject) {
        String stage() {
            return form.getString("stage");
        }
    }

    private static boolean allClosed(JsonObject assignment) {
        return objects(assignment, "forms")
                .map(form -> form.getString("stage"))
                .allMatch(stage -> objects(assignment, "stages")
                        .anyMatch(one -> one.getString("id").equals(stage)
                                && one.getString("state").equals("closed")));
    }

    private static List<Task> tasks(JsonObject assignment) {
        List<Task> tasks = new ArrayList<>();
        objects(assignment, "subjects")
                .forEach(subject -> objects(assignment, "forms").forEach(form -> {
                    Task task = new Task(form, subject.getString("number"));
                    boolean here = subject.getString("stage").equals(task.stage());
                    boolean turn = isTurn(assignment, task);
                    boolean competes = subject.getString("status", "active").equals("active");
                    if (here && turn && competes && open(assignment, task.stage()) && !signed(assignment, task)) {
                        tasks.add(task);
                    }
                }));
        return tasks;
    }

    /** On a stage one performs after the other, in a drill a batch of teams; judges follow the cursor. */
    private static boolean isTurn(JsonObject assignment, Task task) {
        JsonObject cursor = assignment.getJsonObject("cursor");
        int together = Turns.together(assignment.getJsonObject("discipline").getString("kind"));
        if (together == 0 || cursor == null) {
            return together == 0;
        }
        List<String> subjects = objects(assignment, "subjects")
                .filter(subject -> subject.getString("stage").equals(task.stage()))
                .map(subject -> subject.getString("number"))
                .toList();
        return cursor.getString("stage").equals(task.stage())
                && Turns.of(subjects, cursor.getString("subject"), together).contains(task.subject());
    }

    private static boolean open(JsonObject assignment, String stage) {
        return objects(assignment, "stages")
                .anyMatch(one -> one.getString("id").equals(stage)
                        && one.getString("state").equals("open"));
    }

    private static boolean signed(JsonObject assignment, Task task) {
        return objects(assignment, "sheets")
                .anyMatch(sheet -> sheet.getString("stage").equals(task.stage())
                        && sheet.getString("form").equals(task.form().getString("id"))
                        && sheet.getString("subject").equals(task.subject())
                        && sheet.getString("state").equals("signed"));
    }

    private static boolean keepsTime(Task task) {
        return objects(task.form(), "aspects")
                .anyMatch(aspect -> aspect.getString("kind").equals("time"));
    }

    /**
     * All clocks of the batch run together and stop one after the other. The day is played faster than it would be, so the hall joins
     * each clock shortly before its end.
     */
    private void time(List<Task> tasks) throws InterruptedException {
        for (int i = 0; i < tasks.size(); i++) {
            long left = pace.lapMillis() * (i + 1);
            setClock(tasks.get(i), true, Math.max(0, millis(tasks.get(i)) - left));
        }
        for (Task task : tasks) {
            pace.lap();
            setClock(task, false, millis(task));
            JsonArray keys = new JsonArray();
            for (JsonObject aspect : objects(task.form(), "aspects").toList()) {
                keys.add(post(task, aspect));
            }
            sign(task, keys);
        }
    }

    private long millis(Task task) {
        JsonObject aspect = objects(task.form(), "aspects")
                .filter(one -> one.getString("kind").equals("time"))
                .findFirst()
                .orElseThrow();
        String seconds = Hand.of(task.stage(), task.subject(), aspect.getString("id"), seat.label())
                .value(aspect);
        return new java.math.BigDecimal(seconds).movePointRight(3).longValue();
    }

    private void setClock(Task task, boolean running, long shownMillis) throws InterruptedException {
        tablet.post(
                "disciplines/" + discipline.id() + "/clock",
                new JsonObject()
                        .put("key", UUID.randomUUID().toString())
                        .put("stage", task.stage())
                        .put("subject", task.subject())
                        .put("running", running)
                        .put("shownMillis", shownMillis));
    }

    private void mark(Task task, JsonObject assignment) throws InterruptedException {
        JsonArray keys = new JsonArray();
        for (JsonObject aspect : objects(task.form(), "aspects").toList()) {
            String key = current(assignment, task, aspect.getString("id"));
            keys.add(key == null ? post(task, aspect) : key);
        }
        pace.think();
        sign(task, keys);
    }

    private static @org.jspecify.annotations.Nullable String current(JsonObject assignment, Task task, String aspect) {
        return objects(assignment, "marks")
                .filter(mark -> mark.getString("stage").equals(task.stage())
                        && mark.getString("subject").equals(task.subject())
                        && mark.getString("aspect").equals(aspect))
                .map(mark -> mark.getString("key"))
                .findFirst()
                .orElse(null);
    }

    private String post(Task task, JsonObject aspect) throws InterruptedException {
        pace.think();
        String key = UUID.randomUUID().toString();
        Hand hand = Hand.of(task.stage(), task.subject(), aspect.getString("id"), seat.label());
        JsonObject mark = new JsonObject()
                .put("key", key)
                .put("stage", task.stage())
                .put("subject", task.subject())
                .put("aspect", aspect.getString("id"))
                .put("value", hand.value(aspect))
                .put("actMicros", System.currentTimeMillis() * 1000);
        JsonObject answer = tablet.post(
                "disciplines/" + discipline.id() + "/marks",
                new JsonObject()
                        .put("clock", new JsonObject().put("offsetMicros", 0).put("uncertaintyMicros", 1000))
                        .put("marks", new JsonArray().add(mark)));
        JsonObject result = answer.getJsonArray("results").getJsonObject(0);
        if (result.getString("state").equals("refused")) {
            throw new IllegalStateException("mark " + mark + " was refused: " + result);
        }
        return key;
    }

    private void sign(Task task, JsonArray keys) throws InterruptedException {
        tablet.post(
                "disciplines/" + discipline.id() + "/sheets/sign",
                new JsonObject()
                        .put("key", UUID.randomUUID().toString())
                        .put("stage", task.stage())
                        .put("form", task.form().getString("id"))
                        .put("subject", task.subject())
                        .put("marks", keys)
                        .put("pin", seat.pin()));
    }

    private static Stream<JsonObject> objects(JsonObject parent, String field) {
        return parent.getJsonArray(field, new JsonArray()).stream().map(JsonObject.class::cast);
    }
}
