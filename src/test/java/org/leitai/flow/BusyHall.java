package org.leitai.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.leitai.demo.Visitor;

/**
 * A speech contest whose judges change one mark again and again, each mark built on the one before, and note what was confirmed. A
 * request without an answer is repeated with the same keys, as a tablet would.
 */
final class BusyHall implements AutoCloseable {
    private final URI server;
    private final Visitor organiser;
    private final String discipline;
    private final Queue<UUID> confirmed = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final List<CompletableFuture<Void>> judges = new ArrayList<>();
    private volatile boolean done;

    private BusyHall(URI server, Visitor organiser, String discipline) {
        this.server = server;
        this.organiser = organiser;
        this.discipline = discipline;
    }

    /** Sets the contest up through the public API and lets that many judges begin. */
    static BusyHall open(URI server, String password, int judges) throws InterruptedException {
        Visitor organiser = new Visitor(server);
        organiser.signIn("session", json("login", "admin", "password", password));
        String contest = organiser
                .post(
                        "contests",
                        json("title", json("zh", "示例演讲比赛"), "level", "city")
                                .put("firstDay", "2026-11-23")
                                .put("lastDay", "2026-11-23"))
                .getString("id");
        String discipline = organiser
                .post("contests/" + contest + "/disciplines", json("code", "Y", "titleZh", "演讲", "rulebook", "speech"))
                .getString("id");
        organiser.post("contests/" + contest + "/units", json("name", "任城示例厂", "short", "任城示例", "delegation", "任城区"));
        organiser.post(
                "contests/" + contest + "/entries", json("discipline", discipline, "name", "示例甲", "unit", "任城示例厂"));
        organiser.post("disciplines/" + discipline + "/draw-order", json("seed", "lottery of the day"));
        organiser.post("contests/" + contest + "/publish", new JsonObject());
        organiser.post("disciplines/" + discipline + "/stages/speech/open", new JsonObject());
        BusyHall hall = new BusyHall(server, organiser, discipline);
        for (int number = 1; number <= judges; number++) {
            hall.seat(number);
        }
        return hall;
    }

    private void seat(int number) throws InterruptedException {
        String seats = "disciplines/" + discipline + "/seats";
        String seat = organiser
                .post(seats, json("label", Integer.toString(number), "role", "judge"))
                .getString("id");
        organiser.post(seats + "/" + seat + "/fill", json("name", "示例评委" + number));
        JsonObject card = organiser.post(seats + "/" + seat + "/card", new JsonObject());
        Visitor tablet = new Visitor(server);
        tablet.signIn(
                "seat-session",
                json("code", card.getString("code"), "device", UUID.randomUUID().toString()));
        judges.add(CompletableFuture.runAsync(() -> mark(tablet), Thread::startVirtualThread));
    }

    private void mark(Visitor tablet) {
        try {
            UUID before = null;
            for (int round = 0; !done; round++) {
                UUID key = UUID.randomUUID();
                JsonObject mark = json("key", key.toString(), "stage", "speech", "subject", "01")
                        .put("aspect", "content")
                        .put("value", round % 2 == 0 ? "3.5" : "3.6")
                        .put("actMicros", System.currentTimeMillis() * 1000);
                if (before != null) {
                    mark.put("replaces", before.toString());
                }
                JsonObject answer = tablet.post(
                                "disciplines/" + discipline + "/marks", json("marks", new JsonArray().add(mark)))
                        .getJsonArray("results")
                        .getJsonObject(0);
                assertThat(answer.getString("state")).as(answer.encode()).isEqualTo("confirmed");
                confirmed.add(key);
                before = key;
            }
        } catch (InterruptedException | RuntimeException | AssertionError e) {
            failure.compareAndSet(null, e);
        }
    }

    /** So many marks were confirmed so far; fails when a judge could not go on. */
    int confirmed() {
        assertThat(failure.get()).isNull();
        return confirmed.size();
    }

    /** Lets the judges finish what they are at; every mark that was confirmed. */
    List<UUID> finish() {
        done = true;
        judges.forEach(CompletableFuture::join);
        assertThat(failure.get()).isNull();
        return List.copyOf(confirmed);
    }

    @Override
    public void close() {
        done = true;
        judges.forEach(CompletableFuture::join);
    }

    private static JsonObject json(Object... pairs) {
        JsonObject json = new JsonObject();
        for (int i = 0; i < pairs.length; i += 2) {
            json.put(pairs[i].toString(), pairs[i + 1]);
        }
        return json;
    }
}
