package org.leitai.paper;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** A scorer who sends files of answers as streams, under a key of their own choice. */
final class PaperClient {
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final URI server;
    private String csrf = "";

    PaperClient(URI server) {
        this.server = server;
    }

    /** An answer as it came. */
    record Answer(int status, JsonObject body, String retryAfter) {
        String code() {
            return body.getString("code", "");
        }

        JsonObject values() {
            return body.getJsonObject("values");
        }
    }

    void signIn(String login, String password) throws IOException, InterruptedException {
        csrf = post("session", new JsonObject().put("login", login).put("password", password))
                .body()
                .getString("csrf");
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    Answer post(String path, JsonObject body) throws IOException, InterruptedException {
        return send(
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.encode())));
    }

    Answer upload(String path, UUID key, String csv) throws IOException, InterruptedException {
        return stream(path, key, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends the beginning of a file and is gone. */
    void breakOff(String path, UUID key, String beginning) throws InterruptedException {
        InputStream gone = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the sender is gone");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return read();
            }
        };
        try {
            stream(
                    path,
                    key,
                    new SequenceInputStream(
                            new ByteArrayInputStream(beginning.getBytes(StandardCharsets.UTF_8)), gone));
            throw new AssertionError("half a file was answered");
        } catch (IOException expected) {
            // As it was meant.
        }
    }

    /** Sends a file and does not end it yet. */
    Slow slow(String path, String csv) {
        var end = new CountDownLatch(1);
        InputStream waits = new InputStream() {
            @Override
            public int read() {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                return read();
            }
        };
        InputStream body =
                new SequenceInputStream(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), waits);
        return new Slow(
                end,
                CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return stream(path, UUID.randomUUID(), body);
                            } catch (IOException | InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        Thread::startVirtualThread));
    }

    /** Promises a file, sends the beginning and nothing more, over a connection of its own; its answer comes when the server ends it. */
    Slow silent(String path, String beginning) throws IOException {
        byte[] body = beginning.getBytes(StandardCharsets.UTF_8);
        String cookies = ((CookieManager) http.cookieHandler().orElseThrow())
                .getCookieStore().getCookies().stream()
                        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
        String head = String.join(
                "\r\n",
                "POST /api/v1/" + path + " HTTP/1.1",
                "Host: " + server.getAuthority(),
                "Cookie: " + cookies,
                "X-CSRF-Token: " + csrf,
                "Idempotency-Key: " + UUID.randomUUID(),
                "Content-Type: text/csv",
                "Content-Length: " + (body.length + 1_000_000),
                "",
                "");
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(120_000);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().write(body);
        return new Slow(
                new CountDownLatch(0),
                CompletableFuture.supplyAsync(() -> readToTheEnd(socket), Thread::startVirtualThread));
    }

    private static Answer readToTheEnd(Socket socket) {
        try (socket) {
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(
                    Integer.parseInt(answer.substring(9, 12)),
                    new JsonObject(answer.substring(answer.indexOf("\r\n\r\n") + 4)),
                    "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file under way. */
    record Slow(CountDownLatch rest, CompletableFuture<Answer> answer) {
        Answer finish() {
            rest.countDown();
            return answer.join();
        }
    }

    private Answer stream(String path, UUID key, InputStream body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", key.toString())
                .POST(BodyPublishers.ofInputStream(() -> body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve("/api/v1/" + path))
                .header("X-CSRF-Token", csrf)
                .timeout(Duration.ofMinutes(2));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.body().isEmpty() ? new JsonObject() : new JsonObject(response.body()),
                response.headers().firstValue("Retry-After").orElse(""));
    }
}
