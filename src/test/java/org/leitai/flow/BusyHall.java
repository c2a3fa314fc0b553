package org.leitai.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.leitai.demo.Visitor;

/**
 * A speech contest of three contestants whose judges fill their sheets and then change one mark after another, each built on the one
 * before, and note what was confirmed. A request without an answer is repeated with the same keys, as a tablet would.
 */
final class BusyHall implements AutoCloseable {
    /** A hand is slower than a program, and leaves the machine some time for the nodes. */
    private static final long HAND_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final URI server;
    private final Visitor organiser;
    private final String discipline;
    private final Queue<UUID> confirmed = new ConcurrentLinkedQueue<>();
    private final List<Tablet> tablets = new ArrayList<>();
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
        for (String name : List.of("示例甲", "示例乙", "示例丙")) {
            organiser.post(
                    "contests/" + contest + "/entries", json("discipline", discipline, "name", name, "unit", "任城示例厂"));
        }
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
        Tablet held = new Tablet(tablet, number);
        tablets.add(held);
        judges.add(CompletableFuture.runAsync(held::mark, Thread::startVirtualThread));
    }

    UUID discipline() {
        return UUID.fromString(discipline);
    }

    Visitor organiser() {
        return organiser;
    }

    /** The longest time that any one judge waited from one confirmed mark to the next since the last call, in milliseconds. */
    long longestWaitMillis() {
        return tablets.stream().mapToLong(Tablet::longestWaitMillis).max().orElse(0);
    }

    /** Why the judge's request that had to be repeated most often was not answered at once, try by try, since the last call. */
    List<String> worst() {
        return tablets.stream()
                .map(held -> held.visitor.worst())
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    /** A mark that the ledger will not take, sent while all others mark; what became of it. */
    JsonObject poison(UUID key) throws InterruptedException {
        return tablets.getFirst().poison(key);
    }

    /** One tablet's clock is that much ahead from now on. */
    void clockAhead(Duration ahead) {
        tablets.getFirst().aheadMicros = ahead.toNanos() / 1_000;
    }

    /** Every tablet offers all that was ever confirmed to it once more, in order and under the same keys, as after a restore. */
    void offerAgain() throws InterruptedException {
        for (Tablet tablet : tablets) {
            tablet.offerAgain();
        }
    }

    /** So many marks were confirmed so far; fails when a judge could not go on. */
    int confirmed() {
        assertThat(failure.get()).isNull();
        return confirmed.size();
    }

    /** Lets the judges finish what they are at; every mark that was confirmed. */
    List<UUID> finish() {
        pause();
        assertThat(failure.get()).isNull();
        return List.copyOf(confirmed);
    }

    /** Judges finish what they are at and mark no more. */
    void pause() {
        done = true;
        judges.forEach(CompletableFuture::join);
    }

    @Override
    public void close() {
        pause();
    }

    /** What one judge holds in the hand. */
    private final class Tablet {
        private static final List<String> SUBJECTS = List.of("01", "02", "03");
        private static final Map<String, String> SHEET =
                Map.of("content", "3.2", "language", "2.5", "bearing", "1.2", "overall", "1.2");

        private final Visitor visitor;
        private final Random values;
        private final Map<String, String> lastKeys = new ConcurrentHashMap<>();
        private final List<JsonObject> sent = new ArrayList<>();
        private volatile long aheadMicros;
        private final AtomicLong lastNanos = new AtomicLong(System.nanoTime());
        private final AtomicLong longestNanos = new AtomicLong();

        Tablet(Visitor visitor, int number) {
            this.visitor = visitor;
            this.values = new Random(number);
        }

        void mark() {
            try {
                for (String subject : SUBJECTS) {
                    JsonArray sheet = new JsonArray();
                    SHEET.forEach((aspect, value) -> sheet.add(next(subject, aspect, value)));
                    send(sheet);
                }
                for (int round = 0; !done; round++) {
                    LockSupport.parkNanos(HAND_NANOS);
                    String value = "%d.%d".formatted(values.nextInt(4), values.nextInt(10));
                    send(new JsonArray().add(next(SUBJECTS.get(round % SUBJECTS.size()), "content", value)));
                }
            } catch (InterruptedException | RuntimeException | AssertionError e) {
                failure.compareAndSet(null, e);
            }
        }

        long longestWaitMillis() {
            long since = System.nanoTime() - lastNanos.get();
            return TimeUnit.NANOSECONDS.toMillis(Math.max(since, longestNanos.getAndSet(0)));
        }

        JsonObject poison(UUID key) throws InterruptedException {
            JsonObject mark = next(SUBJECTS.getLast(), "overall", "1.0", key);
            lastKeys.put(SUBJECTS.getLast() + "overall", mark.getString("replaces"));
            return visitor.post("disciplines/" + discipline + "/marks", json("marks", new JsonArray().add(mark)))
                    .getJsonArray("results")
                    .getJsonObject(0);
        }

        void offerAgain() throws InterruptedException {
            for (JsonObject mark : sent) {
                post(new JsonArray().add(mark));
            }
        }

        private JsonObject next(String subject, String aspect, String value) {
            return next(subject, aspect, value, UUID.randomUUID());
        }

        private JsonObject next(String subject, String aspect, String value, UUID id) {
            String key = id.toString();
            JsonObject mark = json("key", key, "stage", "speech", "subject", subject)
                    .put("aspect", aspect)
                    .put("value", value)
                    .put("actMicros", System.currentTimeMillis() * 1000 + aheadMicros);
            String before = lastKeys.put(subject + aspect, key);
            return before == null ? mark : mark.put("replaces", before);
        }

        private void send(JsonArray marks) throws InterruptedException {
            post(marks);
            marks.forEach(mark -> {
                sent.add((JsonObject) mark);
                confirmed.add(UUID.fromString(((JsonObject) mark).getString("key")));
            });
            long now = System.nanoTime();
            longestNanos.accumulateAndGet(now - lastNanos.getAndSet(now), Math::max);
        }

        private void post(JsonArray marks) throws InterruptedException {
            JsonArray results = visitor.post("disciplines/" + discipline + "/marks", json("marks", marks))
                    .getJsonArray("results");
            assertThat(results)
                    .as(results.encode())
                    .allSatisfy(one ->
                            assertThat(((JsonObject) one).getString("state")).isEqualTo("confirmed"));
        }
    }

    private static JsonObject json(Object... pairs) {
        JsonObject json = new JsonObject();
        for (int i = 0; i < pairs.length; i += 2) {
            json.put(pairs[i].toString(), pairs[i + 1]);
        }
        return json;
    }
}
