package org.leitai.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.testkit.Await;
import org.leitai.testkit.Program;
import org.leitai.testkit.RealServers;

/** One request's way over two processes, as an operator reads it in their logs. */
class TracedClusterIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    private static final int MOST_CONTESTS = 40;

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void a_request_is_found_by_its_id_in_the_logs_of_the_node_asked_and_the_node_that_records(@TempDir Path folder)
            throws Exception {
        int[] ports = {Program.freePort(), Program.freePort()};
        try (Program asked = node(folder, "asked", ports, 0);
                Program other = node(folder, "other", ports, 1)) {
            JsonObject credentials = new JsonObject().put("login", "admin").put("password", asked.firstPassword());
            String csrf = new JsonObject(post(asked, "session", credentials, "", "signing-in-0")
                            .body())
                    .getString("csrf");
            // A new contest's stream is kept by either node: made until one is kept by the other.
            String id = "";
            for (int i = 0; i < MOST_CONTESTS && id.isEmpty(); i++) {
                String request = "two-nodes-" + i;
                // Nodes that have just met may ask, as they do under load, for a repetition (503).
                Await.until(
                        "a contest is made",
                        () -> post(asked, "contests", contest(), csrf, request).statusCode() == 201);
                id = lines(other, request).isEmpty() ? "" : request;
            }
            String traced = id;
            Await.until(
                    "the appender's line is written", () -> lines(other, traced).size() >= 3);
            Await.until(
                    "the edge says what it answered, after answering",
                    () -> lines(asked, traced).stream()
                            .anyMatch(line -> line.getString("message").contains("createContest answered 201")));

            assertThat(lines(asked, traced))
                    .extracting(TracedClusterIT::station)
                    .contains("ClusterGateway", "Bindings");
            assertThat(lines(other, traced))
                    .extracting(TracedClusterIT::station)
                    .contains("ClusterGateway", "Writer", "Appender")
                    .doesNotContain("Bindings");
        }
    }

    private static Program node(Path folder, String name, int[] ports, int number) throws Exception {
        Map<String, String> settings = new HashMap<>();
        settings.put("LEITAI_PG_URI", SERVERS.appPgUri());
        settings.put("LEITAI_PG_OWNER_URI", SERVERS.ownerPgUri());
        settings.put("LEITAI_REDIS_URI", SERVERS.redisUri());
        settings.put("LEITAI_KEY_FILE", folder.resolve("installation.key").toString());
        settings.put("LEITAI_CLUSTER_PORT", Integer.toString(ports[number]));
        settings.put("LEITAI_CLUSTER_MEMBERS", "127.0.0.1:" + ports[0] + ",127.0.0.1:" + ports[1]);
        // The program's own, not the quiet one of tests.
        settings.put(
                "JDK_JAVA_OPTIONS",
                "-Dlogback.configurationFile="
                        + Path.of("target", "classes", "logback.xml").toAbsolutePath());
        settings.put("LEITAI_LOG_LEVEL", "DEBUG");
        settings.put("LEITAI_LOG_FORMAT", "json");
        Program node = Program.begin(Files.createDirectories(folder.resolve(name)), settings, "serve", "--cluster");
        node.awaitReady();
        return node;
    }

    /** What a node logged for a request, in the order in which it did. */
    private static List<JsonObject> lines(Program node, String request) {
        return node.log()
                .lines()
                .filter(line -> line.startsWith("{") && line.endsWith("}") && mentions(line, request))
                .map(JsonObject::new)
                .toList();
    }

    /** Work for many requests names them in a list. */
    private static boolean mentions(String line, String request) {
        return Pattern.compile("\\b" + request + "\\b").matcher(line).find();
    }

    private static String station(JsonObject line) {
        String logger = line.getString("logger");
        return logger.substring(logger.lastIndexOf('.') + 1);
    }

    private static JsonObject contest() {
        return new JsonObject()
                .put("title", new JsonObject().put("zh", "示例竞赛"))
                .put("level", "city")
                .put("firstDay", "2026-11-23")
                .put("lastDay", "2026-11-24");
    }

    private HttpResponse<String> post(Program node, String path, JsonObject body, String csrf, String request)
            throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(node.http() + "/api/v1/" + path))
                        .header("Content-Type", "application/json")
                        .header("X-CSRF-Token", csrf)
                        .header("X-Request-Id", request)
                        .POST(BodyPublishers.ofString(body.encode()))
                        .build(),
                BodyHandlers.ofString());
    }
}
