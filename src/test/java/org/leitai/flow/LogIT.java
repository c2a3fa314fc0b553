package org.leitai.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.LeitaiNode;
import org.leitai.demo.Visitor;
import org.leitai.testkit.Await;
import org.leitai.testkit.LogLines;
import org.leitai.testkit.RealServers;

/** The log of a whole node: a request is found at every station, a person at none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    private static final String NAME = "示例日志人";
    private static final String ID_NUMBER = "11010519491231002X";
    private static final String PHONE = "13800138000";
    private static final String WRONG_PASSWORD = "not-the-password-7";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private LeitaiNode node;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        node = LeitaiNode.start(SERVERS, folder);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void a_command_is_found_by_its_id_at_the_edge_the_keeper_and_the_appender() throws Exception {
        String csrf = new JsonObject(send("session", json("login", node.login(), "password", node.password()), "")
                        .body())
                .getString("csrf");
        try (LogLines log = new LogLines()) {
            HttpResponse<String> made = send("contests", contest(), csrf);

            assertThat(made.statusCode()).isEqualTo(201);
            Await.until(
                    "the edge says what it answered, after answering",
                    () -> !log.of("Bindings", TRACE).isEmpty());
            assertThat(log.of("Bindings", TRACE)).singleElement().asString().contains("createContest answered 201");
            assertThat(log.of("Writer", TRACE)).isNotEmpty();
            assertThat(log.of("Appender", TRACE)).isNotEmpty();
        }
    }

    @Test
    void a_problem_names_the_request_that_the_header_names() throws Exception {
        HttpResponse<String> unknown = get("/api/v1/contests/00000000-0000-7000-8000-000000000000", "hall-proxy-0815");
        HttpResponse<String> nobodys = get("/api/v1/nothing-here", "not an id");

        assertThat(unknown.headers().firstValue("X-Request-Id")).hasValue("hall-proxy-0815");
        assertThat(new JsonObject(unknown.body()).getString("request")).isEqualTo("hall-proxy-0815");
        assertThat(nobodys.headers().firstValue("X-Request-Id").orElseThrow()).matches("[0-9a-f]{32}");
        assertThat(new JsonObject(nobodys.body()).getString("request"))
                .isEqualTo(nobodys.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void no_name_number_or_password_is_ever_in_the_log() throws Exception {
        try (LogLines log = new LogLines()) {
            Visitor organiser = organiser();
            String contest = contest(organiser);
            String discipline = organiser
                    .post(
                            "contests/" + contest + "/disciplines",
                            json("code", "W", "titleZh", "焊工", "rulebook", "welding-2022"))
                    .getString("id");
            JsonObject entry = json("discipline", discipline, "division", "staff", "name", NAME)
                    .put("unit", "任城示例厂")
                    .put("delegation", "任城区")
                    .put("phone", PHONE)
                    .put("idNumber", ID_NUMBER);
            organiser.post("contests/" + contest + "/entries", entry);
            refused(() -> organiser.post("contests/" + contest + "/entries", entry));
            refused(() -> organiser.post("contests/" + contest + "/entries", json("name", NAME)));
            refused(() -> organiser.upload(
                    "contests/" + contest + "/entries",
                    "application/json",
                    ("{\"name\":\"" + NAME).getBytes(StandardCharsets.UTF_8)));
            refused(() -> node.visitor().signIn("session", json("login", node.login(), "password", WRONG_PASSWORD)));
            get("/api/v1/%E7%A4%BA%E4%BE%8B%E6%97%A5%E5%BF%97%E4%BA%BA?name=" + PHONE, "hall-proxy-0816");
            String person = organiser
                    .get("contests/" + contest + "/entries")
                    .getJsonArray("entries")
                    .getJsonObject(0)
                    .getJsonArray("members")
                    .getJsonObject(0)
                    .getString("id");
            organiser.delete("contests/" + contest + "/people/" + person);

            Await.until(
                    "the last line is there", () -> String.join("", log.all()).contains("erasePerson answered"));
            String everything = String.join("", log.all());
            assertThat(everything).contains("createContest answered 201", "addEntry answered");
            for (String secret : List.of(NAME, ID_NUMBER, PHONE, WRONG_PASSWORD, node.password())) {
                assertThat(everything).doesNotContain(secret);
            }
        }
    }

    private Visitor organiser() throws InterruptedException {
        Visitor organiser = node.organiser();
        return organiser;
    }

    private static String contest(Visitor organiser) throws InterruptedException {
        return organiser.post("contests", contest()).getString("id");
    }

    private static JsonObject contest() {
        return json("title", json("zh", "示例竞赛"), "level", "city", "firstDay", "2026-11-23", "lastDay", "2026-11-24");
    }

    private HttpResponse<String> send(String path, JsonObject body, String csrf) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(node.http() + "/api/v1/" + path))
                        .header("Content-Type", "application/json")
                        .header("X-CSRF-Token", csrf)
                        .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                        .POST(BodyPublishers.ofString(body.encode()))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String id) throws IOException, InterruptedException {
        URI address = URI.create(node.http() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        return http.send(
                request.header("X-Request-Id", id)
                        .method("GET", BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    private static void refused(Attempt attempt) {
        assertThatThrownBy(attempt::run).isInstanceOf(Visitor.Refused.class);
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
