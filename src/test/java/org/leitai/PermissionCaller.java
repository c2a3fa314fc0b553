package org.leitai;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One browser: cookies and the CSRF value of its session. */
final class PermissionCaller {
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final URI server;
    private String csrf = "";
    private String answered = "";

    PermissionCaller(URI server) {
        this.server = server;
    }

    void signIn(String path, JsonObject credentials) throws Exception {
        csrf = post(path, credentials).getString("csrf");
    }

    String make(String path, JsonObject body) throws Exception {
        return post(path, body).getString("id", "");
    }

    JsonObject post(String path, JsonObject body) throws Exception {
        var response = request("POST", "/api/v1/" + path, "application/json", body.encode());
        try (InputStream in = response.body()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(response.statusCode()).as(path + ": " + text).isLessThan(300);
            return text.isEmpty() ? new JsonObject() : new JsonObject(text);
        }
    }

    String send(String method, String path, String type, String body) throws Exception {
        var response = request(method, path, type, body);
        boolean json = response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
        // A stream that was allowed never ends: it is closed unread.
        try (InputStream in = response.body()) {
            if (response.statusCode() < 400) {
                answered = json ? new String(in.readAllBytes(), StandardCharsets.UTF_8) : "";
                return "";
            }
            return new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8)).getString("code");
        }
    }

    /** The last body of an act that was done, when it was JSON. */
    String answered() {
        return answered;
    }

    private HttpResponse<InputStream> request(String method, String path, String type, String body) throws Exception {
        var builder = HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", type)
                .header("X-CSRF-Token", csrf)
                .header("Idempotency-Key", UUID.randomUUID().toString());
        var request = method.equals("GET")
                ? builder.GET()
                : builder.method(method, HttpRequest.BodyPublishers.ofString(body));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }
}
