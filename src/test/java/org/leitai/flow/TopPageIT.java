package org.leitai.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.LeitaiNode;
import org.leitai.demo.Visitor;
import org.leitai.testkit.Await;
import org.leitai.testkit.RealServers;

/** Everybody refreshes: a page that the cache holds already is not sent again until the board is another one. */
class TopPageIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_page_is_sent_once_a_frame(@TempDir Path folder) throws Exception {
        try (LeitaiNode node = LeitaiNode.start(SERVERS, folder)) {
            Visitor organiser = node.organiser();
            String contest = "contests/" + organiser.post("contests", contest()).getString("id");
            JsonObject speech =
                    new JsonObject().put("code", "S").put("titleZh", "演讲").put("rulebook", "speech");
            String discipline = organiser.post(contest + "/disciplines", speech).getString("id");
            organiser.post(contest + "/publish", new JsonObject());
            URI page = node.http().resolve("/api/v1/boards/" + discipline + "/page?limit=50");
            Await.until("there is a board", () -> get(page, "\"\"").statusCode() == 200);

            String tag = get(page, "\"\"").headers().firstValue("ETag").orElseThrow();
            assertThat(get(page, tag).statusCode()).isEqualTo(304);
            JsonObject entry = new JsonObject()
                    .put("discipline", discipline)
                    .put("name", "示例甲")
                    .put("unit", "任城示例厂")
                    .put("delegation", "任城区");
            organiser.post(contest + "/entries", entry);

            Await.until("the page is another one", () -> get(page, tag).statusCode() == 200);
            assertThat(new JsonObject(get(page, tag).body()).getJsonArray("rows"))
                    .hasSize(1);
        }
    }

    private static JsonObject contest() {
        return new JsonObject()
                .put("level", "city")
                .put("firstDay", "2026-11-23")
                .put("lastDay", "2026-11-23")
                .put("title", new JsonObject().put("zh", "示例竞赛").put("en", "Sample"));
    }

    private HttpResponse<String> get(URI page, String tag) throws Exception {
        return http.send(
                HttpRequest.newBuilder(page).header("If-None-Match", tag).build(), BodyHandlers.ofString());
    }
}
