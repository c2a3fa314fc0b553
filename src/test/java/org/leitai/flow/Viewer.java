package org.leitai.flow;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A spectator's event stream: reads frames of boards until closed. */
final class Viewer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InputStream stream;
    private final BlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
    private final List<JsonObject> seen = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> absent = new LinkedBlockingQueue<>();

    private Viewer(InputStream stream) {
        this.stream = stream;
        Thread.ofVirtual().start(this::read);
    }

    /** Opens the stream of one board. */
    static Viewer of(URI server, String board) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/v1/stream?boards=" + board))
                .header("Accept", "text/event-stream")
                .build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IOException("stream answered " + response.statusCode());
        }
        return new Viewer(response.body());
    }

    /** The first frame, of those not read yet, that is as wanted. */
    JsonObject await(Predicate<JsonObject> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonObject last = new JsonObject();
        while (System.nanoTime() < deadline) {
            JsonObject frame = frames.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (frame != null && wanted.test(frame)) {
                return frame;
            }
            last = frame == null ? last : frame;
        }
        throw new AssertionError("no such frame came; the last one was " + last.encodePrettily());
    }

    /** Every frame so far, in the order in which they came. */
    List<JsonObject> seen() {
        return List.copyOf(seen);
    }

    /** The next board of which the stream says that it does not exist. */
    String awaitAbsent() throws InterruptedException {
        String board = absent.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (board == null) {
            throw new AssertionError("no board was called absent");
        }
        return board;
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String event = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:")) {
                    event = line.substring(6).strip();
                } else if (line.startsWith("data:") && event.equals("board")) {
                    JsonObject frame = new JsonObject(line.substring(5));
                    seen.add(frame);
                    frames.add(frame);
                } else if (line.startsWith("data:") && event.equals("absent")) {
                    absent.add(new JsonObject(line.substring(5)).getString("board"));
                }
            }
        } catch (IOException e) {
            // The test has closed the stream.
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
