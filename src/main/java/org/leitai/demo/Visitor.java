package org.leitai.demo;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One person's browser: cookies, CSRF value, and patience. A request that got no answer, or 503, is repeated with the same
 * Idempotency-Key until it is answered. Blocks; for virtual threads.
 */
public final class Visitor {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int TRIES = 120;

    private final HttpClient http;
    private final URI server;
    private String csrf = "";
    private List<String> worst = List.of();

    public Visitor(URI server) {
        this.server = server;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .connectTimeout(PATIENCE)
                .build();
    }

    /** The server said no. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String code;

        Refused(String path, JsonObject problem) {
            super(path + ": " + problem.getString("code") + ": " + problem.getString("detail"));
            this.code = problem.getString("code", "");
        }

        public String code() {
            return code;
        }
    }

    /** Signs in by any of the session operations. */
    public JsonObject signIn(String path, JsonObject credentials) throws InterruptedException {
        JsonObject session = post(path, credentials);
        csrf = session.getString("csrf");
        return session;
    }

    /** Why the request that had to be repeated most often was not answered at once, try by try, since this was last asked. */
    public synchronized List<String> worst() {
        List<String> most = worst;
        worst = List.of();
        return most;
    }

    private synchronized void answeredAfter(List<String> failures) {
        worst = failures.size() > worst.size() ? List.copyOf(failures) : worst;
    }

    public JsonObject get(String path) throws InterruptedException {
        return answer(request(path).GET());
    }

    public JsonObject post(String path, JsonObject body) throws InterruptedException {
        return send("POST", path, "application/json", BodyPublishers.ofString(body.encode()));
    }

    public void delete(String path) throws InterruptedException {
        send("DELETE", path, "application/json", BodyPublishers.noBody());
    }

    /** Posts a file as a raw body. */
    public JsonObject upload(String path, String mediaType, byte[] file) throws InterruptedException {
        return send("POST", path, mediaType, BodyPublishers.ofByteArray(file));
    }

    private JsonObject send(String method, String path, String mediaType, BodyPublisher body)
            throws InterruptedException {
        return answer(request(path)
                .header("Content-Type", mediaType)
                .header("X-CSRF-Token", csrf)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve("/api/v1/" + path)).timeout(PATIENCE);
    }

    private JsonObject answer(HttpRequest.Builder builder) throws InterruptedException {
        HttpRequest request = builder.build();
        List<String> failures = new ArrayList<>();
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
                if (response.statusCode() != 503) {
                    answeredAfter(failures);
                    return read(request.uri().getPath(), response);
                }
                failures.add(response.body());
            } catch (IOException e) {
                failures.add(e.toString());
                if (attempt == TRIES) {
                    throw new IllegalStateException("no answer from " + request.uri(), e);
                }
            }
            if (attempt == TRIES) {
                throw new IllegalStateException("still busy: " + request.uri());
            }
            Thread.sleep(PAUSE);
        }
    }

    private static JsonObject read(String path, HttpResponse<String> response) {
        JsonObject body = response.body().isEmpty() ? new JsonObject() : new JsonObject(response.body());
        if (response.statusCode() >= 300) {
            throw new Refused(path, body);
        }
        return body;
    }
}
