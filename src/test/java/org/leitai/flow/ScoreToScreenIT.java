package org.leitai.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.LeitaiNode;
import org.leitai.demo.Visitor;
import org.leitai.testkit.Await;
import org.leitai.testkit.RealServers;

/**
 * The picture of the program as a test: seven marks go in over HTTP, a viewer's frame comes out over SSE with the score the rule gives.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScoreToScreenIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    @TempDir
    static Path folder;

    private LeitaiNode node;
    private Visitor organiser;
    private String contest = "";
    private String discipline = "";

    @BeforeAll
    void a_published_speech_contest_with_one_entry_and_seven_judges() throws Exception {
        node = LeitaiNode.start(SERVERS, folder);
        organiser = node.organiser();
        contest = organiser
                .post(
                        "contests",
                        json(
                                "title",
                                json("zh", "示例演讲比赛"),
                                "level",
                                "city",
                                "firstDay",
                                "2026-11-23",
                                "lastDay",
                                "2026-11-23"))
                .getString("id");
        discipline = organiser
                .post("contests/" + contest + "/disciplines", json("code", "Y", "titleZh", "演讲", "rulebook", "speech"))
                .getString("id");
        organiser.post("contests/" + contest + "/units", json("name", "任城示例厂", "short", "任城示例", "delegation", "任城区"));
        organiser.post(
                "contests/" + contest + "/entries", json("discipline", discipline, "name", "示例甲", "unit", "任城示例厂"));
        organiser.post("disciplines/" + discipline + "/draw-order", json("seed", "lottery of the day"));
        organiser.post("contests/" + contest + "/publish", new JsonObject());
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void a_mark_in_over_http_is_a_frame_out_over_sse_and_counted() throws Exception {
        List<Judge> jury = IntStream.rangeClosed(1, 7).mapToObj(this::judge).toList();
        organiser.post("disciplines/" + discipline + "/stages/speech/open", new JsonObject());
        String subject = jury.getFirst().firstSubject();
        organiser.post("disciplines/" + discipline + "/cursor", json("stage", "speech", "subject", subject));

        try (Viewer viewer = Viewer.of(node.http(), discipline + "/public")) {
            viewer.await(frame -> frame.getString("kind").equals("snapshot"));
            // Totals 9.0, 9.1 … 9.6: without the highest and the lowest the mean is 9.30.
            List<String> content = List.of("3.4", "3.5", "3.6", "3.7", "3.8", "3.9", "4");
            for (int i = 0; i < 7; i++) {
                jury.get(i).markAndSign(subject, content.get(i), "2.8", "1.4", "1.4");
            }

            JsonObject frame = viewer.await(shown ->
                    rows(shown).stream().anyMatch(row -> "9.30".equals(((JsonObject) row).getString("total"))));

            JsonObject row = rows(frame).getJsonObject(0);
            assertThat(row.getString("name")).isEqualTo("示例甲");
            assertThat(row.getInteger("rank")).isEqualTo(1);
        }
        assertThat(metrics()).as("four marks of seven").contains("leitai_marks_total{state=\"confirmed\"} 28.0");
    }

    @Test
    void a_slow_disk_shows_in_the_figures_behind_the_alarm_of_late_boards() throws Exception {
        String other = organiser
                .post("contests/" + contest + "/disciplines", json("code", "Z", "titleZh", "演讲二", "rulebook", "speech"))
                .getString("id");
        organiser.post("contests/" + contest + "/entries", json("discipline", other, "name", "示例乙", "unit", "任城示例厂"));
        double appended = figure("leitai_ledger_append_seconds_sum");
        double lag = figure("leitai_board_lag_seconds_sum");
        SERVERS.sql("""
                create function slow() returns trigger language plpgsql as
                $$ begin perform pg_sleep(1.2); return null; end $$""");
        SERVERS.sql("create trigger slow after insert on ledger_event for each statement execute function slow()");
        try {
            organiser.post("disciplines/" + other + "/draw-order", json("seed", "lottery of the day"));
        } finally {
            SERVERS.sql("drop function slow cascade");
        }

        Await.until("the board was told late", () -> figure("leitai_board_lag_seconds_sum") > lag + 1.2);
        assertThat(figure("leitai_ledger_append_seconds_sum")).isGreaterThan(appended + 1.2);
    }

    private double figure(String name) throws Exception {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private String metrics() throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(node.http().resolve("/metrics")).build(), BodyHandlers.ofString())
                .body();
    }

    @Test
    void a_second_device_on_a_seat_asks_before_it_takes_over() throws Exception {
        String seats = "disciplines/" + discipline + "/seats";
        String seat = organiser
                .post(seats, json("label", "chief", "role", "chief-judge"))
                .getString("id");
        String code =
                organiser.post(seats + "/" + seat + "/card", new JsonObject()).getString("code");
        Visitor first = node.visitor();
        JsonObject early = json("code", code, "device", UUID.randomUUID().toString());
        assertThatThrownBy(() -> first.signIn("seat-session", early))
                .isInstanceOfSatisfying(
                        Visitor.Refused.class, no -> assertThat(no.code()).isEqualTo("seat-empty"));
        organiser.post(seats + "/" + seat + "/fill", json("name", "示例评委"));
        first.signIn(
                "seat-session", json("code", code, "device", UUID.randomUUID().toString()));
        JsonObject second = json("code", code, "device", UUID.randomUUID().toString());

        assertThatThrownBy(() -> node.visitor().signIn("seat-session", second))
                .isInstanceOfSatisfying(
                        Visitor.Refused.class, no -> assertThat(no.code()).isEqualTo("seat-in-use"));

        JsonObject taken = node.visitor().signIn("seat-session", second.copy().put("takeover", true));
        assertThat(taken.getString("kind")).isEqualTo("seat");
    }

    private static JsonArray rows(JsonObject frame) {
        return frame.getJsonArray("rows", new JsonArray());
    }

    private Judge judge(int number) {
        try {
            String seats = "disciplines/" + discipline + "/seats";
            String seat = organiser
                    .post(seats, json("label", Integer.toString(number), "role", "judge"))
                    .getString("id");
            organiser.post(seats + "/" + seat + "/fill", json("name", "示例评委" + number));
            JsonObject card = organiser.post(seats + "/" + seat + "/card", new JsonObject());
            Visitor tablet = node.visitor();
            tablet.signIn(
                    "seat-session",
                    json(
                            "code",
                            card.getString("code"),
                            "device",
                            UUID.randomUUID().toString()));
            return new Judge(tablet, card.getString("pin"));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A judge's tablet. */
    private final class Judge {
        private final Visitor tablet;
        private final String pin;

        Judge(Visitor tablet, String pin) {
            this.tablet = tablet;
            this.pin = pin;
        }

        String firstSubject() throws InterruptedException {
            return tablet.get("seat/assignment")
                    .getJsonArray("subjects")
                    .getJsonObject(0)
                    .getString("number");
        }

        void markAndSign(String subject, String content, String language, String bearing, String overall)
                throws InterruptedException {
            JsonArray marks = new JsonArray()
                    .add(mark(subject, "content", content))
                    .add(mark(subject, "language", language))
                    .add(mark(subject, "bearing", bearing))
                    .add(mark(subject, "overall", overall));
            JsonArray answers = tablet.post("disciplines/" + discipline + "/marks", json("marks", marks))
                    .getJsonArray("results");
            assertThat(answers)
                    .allSatisfy(answer ->
                            assertThat(((JsonObject) answer).getString("state")).isEqualTo("confirmed"));
            JsonArray keys = new JsonArray();
            marks.forEach(mark -> keys.add(((JsonObject) mark).getString("key")));
            tablet.post(
                    "disciplines/" + discipline + "/sheets/sign",
                    json("key", UUID.randomUUID().toString(), "stage", "speech", "form", "sheet", "subject", subject)
                            .put("marks", keys)
                            .put("pin", pin));
        }
    }

    private static JsonObject mark(String subject, String aspect, String value) {
        return json("key", UUID.randomUUID().toString(), "stage", "speech", "subject", subject)
                .put("aspect", aspect)
                .put("value", value)
                .put("actMicros", 1_790_000_000_000_000L);
    }

    private static JsonObject json(Object... pairs) {
        JsonObject json = new JsonObject();
        for (int i = 0; i < pairs.length; i += 2) {
            json.put(pairs[i].toString(), pairs[i + 1]);
        }
        return json;
    }
}
