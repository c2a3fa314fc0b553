package org.leitai.load;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** One browser or tablet, over the public API. */
final class Api {
    private final CookieManager cookies;
    private final HttpClient http;
    private final URI server;
    private String csrf = "";

    Api(URI server) {
        this(server, new CookieManager());
    }

    private Api(URI server, CookieManager cookies) {
        this.server = server;
        this.cookies = cookies;
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build();
    }

    void signIn(String path, JsonObject credentials) {
        csrf = post(path, credentials).getString("csrf");
    }

    String csrf() {
        return csrf;
    }

    /** The session's cookie. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("leitai_session"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** The same session at another node. */
    Api at(URI other) {
        Api there = new Api(other, cookies);
        there.csrf = csrf;
        return there;
    }

    /** Posts marks once; whether they were answered and all of them confirmed. */
    boolean confirmed(String path, JsonObject marks) {
        HttpRequest request = request(path)
                .timeout(Duration.ofSeconds(2))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(marks.encode()))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200 && !answer.body().contains("\"confirmed\"")) {
                throw new IllegalStateException(answer.body());
            }
            return answer.statusCode() == 200;
        } catch (IOException noAnswer) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonObject get(String path) {
        return send(request(path).GET());
    }

    JsonObject post(String path, JsonObject body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.encode())));
    }

    JsonObject upload(String path, String csv) {
        return send(request(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(csv)));
    }

    /** A file that is not held in memory. */
    JsonObject upload(String path, Path file) {
        try {
            return send(request(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofFile(file)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve("/api/v1/" + path))
                .header("X-CSRF-Token", csrf)
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private JsonObject send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() < 300) {
                    return answer.body().isEmpty() ? new JsonObject() : new JsonObject(answer.body());
                }
                if (answer.statusCode() != 503 || attempt == 20) {
                    throw new IllegalStateException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            Shell.pause(500);
        }
    }
}
