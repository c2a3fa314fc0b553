package org.leitai.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

/** The installation under watch: a node, a tablet with marks that it has not sent, and the figures that are drawn of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstallationIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    private static final String DASHBOARD = "docker/grafana/dashboards/leitai.json";
    private static final Pattern TOLD = Pattern.compile("(?m)^# TYPE (leitai_[a-z0-9_]+?)(?:_max)? ");
    private static final Pattern FIGURE = Pattern.compile("leitai_[a-z0-9_]+");

    private LeitaiNode node;
    private Visitor organiser;
    private Visitor tablet;
    private String discipline = "";
    private String seat = "";

    @BeforeAll
    void a_discipline_with_one_seat(@TempDir Path folder) throws Exception {
        node = LeitaiNode.start(SERVERS, folder);
        organiser = node.organiser();
        String contest = organiser
                .post(
                        "contests",
                        json("title", json("zh", "示例竞赛"), "level", "city", "firstDay", "2026-11-23")
                                .put("lastDay", "2026-11-24"))
                .getString("id");
        discipline = organiser
                .post(
                        "contests/" + contest + "/disciplines",
                        json("code", "W", "titleZh", "焊工", "rulebook", "welding-2022"))
                .getString("id");
        seat = organiser
                .post(at("seats"), json("label", "1", "role", "judge", "forms", new JsonArray()))
                .getString("id");
        organiser.post(at("seats/" + seat + "/fill"), json("name", "示例裁判"));
        String code = organiser.post(at("seats/" + seat + "/card"), json()).getString("code");
        tablet = node.visitor();
        tablet.signIn(
                "seat-session", json("code", code, "device", UUID.randomUUID().toString()));
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void a_console_over_http_learns_the_https_address_by_the_configured_name() throws Exception {
        JsonObject doors = node.visitor().get("addresses");

        assertThat(doors.getString("secure")).isEqualTo("https://hall.leitai.test:" + node.httpsPort());
        assertThat(doors.getString("open"))
                .isEqualTo("http://hall.leitai.test:" + node.http().getPort());
    }

    @Test
    void what_a_tablet_says_of_itself_is_seen_by_those_who_run_the_discipline() throws Exception {
        tablet.post(
                "tablet-reports",
                json("unsent", 3, "unsentSeconds", 40, "battery", 17, "charging", false)
                        .put("offsetMicros", -2_500_000)
                        .put("uncertaintyMicros", 9_000)
                        .put("version", "0.1.0"));

        JsonObject seen = organiser.get(at("tablets")).getJsonArray("tablets").getJsonObject(0);

        assertThat(seen.getString("label")).isEqualTo("1");
        assertThat(seen.getString("seat")).isEqualTo(seat);
        assertThat(seen.getJsonObject("title").getString("zh")).isEqualTo("焊工");
        assertThat(seen.getInteger("unsent")).isEqualTo(3);
        assertThat(seen.getInteger("battery")).isEqualTo(17);
        assertThat(seen.getLong("offsetMicros")).isEqualTo(-2_500_000);
        assertThat(organiser.get("installation").getJsonArray("tablets")).hasSize(1);
        Await.until(
                "the figure behind the alarm has it",
                () -> metrics().lines().anyMatch(line -> line.startsWith("leitai_tablets_oldest_unsent_seconds 4")));
    }

    @Test
    void a_browser_that_tells_no_battery_shows_none() throws Exception {
        tablet.post("tablet-reports", json("unsent", 0));

        JsonObject seen = organiser.get(at("tablets")).getJsonArray("tablets").getJsonObject(0);

        assertThat(seen.fieldNames()).doesNotContain("battery", "offsetMicros");
    }

    @Test
    void the_node_says_where_it_is_and_what_it_keeps() throws Exception {
        Await.until("the node's next report names the discipline", () -> {
            organiser.get("disciplines/" + discipline);
            JsonArray nodes = organiser.get("installation").getJsonArray("nodes");
            return nodes.size() == 1
                    && nodes.getJsonObject(0).getJsonArray("arenas").stream()
                            .anyMatch(arena ->
                                    ((JsonObject) arena).getString("id").equals(discipline));
        });

        JsonObject seen = organiser.get("installation").getJsonArray("nodes").getJsonObject(0);
        assertThat(seen.getString("address")).endsWith(":" + node.http().getPort());
        assertThat(seen.getInteger("viewers")).isZero();
        assertThat(seen.getLong("startedMicros")).isLessThanOrEqualTo(seen.getLong("seenMicros"));
    }

    @Test
    void nobody_else_sees_machines_and_nobody_reports_for_a_tablet() throws Exception {
        Visitor nobody = node.visitor();
        Visitor clerk = clerk();

        refused("sign-in-first", () -> nobody.get("installation"));
        refused("sign-in-first", () -> nobody.get(at("tablets")));
        refused("sign-in-first", () -> nobody.post("tablet-reports", json("unsent", 0)));
        refused("not-allowed", () -> clerk.get("installation"));
        refused("not-allowed", () -> clerk.get(at("tablets")));
        refused("not-allowed", () -> tablet.get("installation"));
        refused("not-allowed", () -> tablet.get(at("tablets")));
        refused("not-allowed", () -> organiser.post("tablet-reports", json("unsent", 0)));
        refused("not-found", () -> organiser.get("disciplines/" + UUID.randomUUID() + "/tablets"));
        refused("invalid-request", () -> tablet.post("tablet-reports", json("unsent", -1)));
        refused("invalid-request", () -> tablet.post("tablet-reports", json("unsent", 0, "version", "张三")));
    }

    @Test
    void every_figure_of_dashboard_and_alarms_is_one_that_a_node_tells() throws Exception {
        tablet.post("tablet-reports", json("unsent", 0));
        String told = metrics();

        Set<String> drawn = figures(DASHBOARD);
        drawn.addAll(figures("docker/prometheus/alerts.yml"));

        assertThat(drawn).hasSizeGreaterThan(12);
        assertThat(drawn).allMatch(figure -> told.contains("\n" + figure + " ") || told.contains("\n" + figure + "{"));
    }

    /** What was counted and is drawn nowhere helps nobody in the hall. */
    @Test
    void every_figure_of_the_domain_that_a_node_tells_is_drawn() throws Exception {
        tablet.post("tablet-reports", json("unsent", 0));
        Set<String> told =
                TOLD.matcher(metrics()).results().map(found -> found.group(1)).collect(Collectors.toSet());

        String drawn = Files.readString(Path.of(DASHBOARD));

        assertThat(told).contains("leitai_viewers_shared_total", "leitai_marks_total", "leitai_arenas");
        assertThat(told).allMatch(figure -> drawn.contains(figure));
    }

    private String metrics() throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(node.http() + "/metrics"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static Set<String> figures(String file) throws Exception {
        return FIGURE.matcher(Files.readString(Path.of(file)))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }

    private Visitor clerk() throws InterruptedException {
        organiser.post("accounts", json("login", "clerk", "password", "no-role-at-all-1", "name", "示例职员"));
        Visitor clerk = node.visitor();
        clerk.signIn("session", json("login", "clerk", "password", "no-role-at-all-1"));
        return clerk;
    }

    private String at(String path) {
        return "disciplines/" + discipline + "/" + path;
    }

    private static void refused(String code, Attempt attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        Visitor.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static JsonObject json(Object... fields) {
        JsonObject json = new JsonObject();
        for (int i = 0; i < fields.length; i += 2) {
            json.put((String) fields[i], fields[i + 1]);
        }
        return json;
    }

    @FunctionalInterface
    private interface Attempt {
        void run() throws Exception;
    }
}
