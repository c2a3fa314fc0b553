package org.leitai.flow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.leitai.board.PublicFold;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.http.Json;

/** Somebody who watches one public board all the while, opens it again when it ends, and remembers all that was ever shown. */
final class Spectator implements AutoCloseable {
    private static final long REOPEN_MILLIS = 200;

    private final HttpRequest request;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Shown> shown = new ArrayList<>();
    private final Map<String, Doc.Obj> rows = new HashMap<>();
    private final Thread watching;
    private long at;
    private String epoch = "";
    private final AtomicInteger opened = new AtomicInteger();
    private volatile boolean done;

    /** What stood on the screen, without names. */
    record Shown(long seq, Map<String, String> rows) {}

    private Spectator(URI server, UUID discipline) {
        this.request = HttpRequest.newBuilder(server.resolve("/api/v1/stream?boards=" + discipline + "/public"))
                .header("Accept", "text/event-stream")
                .build();
        this.watching = Thread.ofVirtual().start(this::watch);
    }

    static Spectator of(URI server, UUID discipline) {
        return new Spectator(server, discipline);
    }

    /** Everything that was shown so far, in order. */
    synchronized List<Shown> shown() {
        return List.copyOf(shown);
    }

    synchronized long lastSeq() {
        return shown.isEmpty() ? 0 : shown.getLast().seq();
    }

    /** What was shown so far does not count. */
    synchronized void forget() {
        shown.clear();
    }

    /** How often the board had to be opened. */
    int opened() {
        return opened.get();
    }

    private void watch() {
        while (!done) {
            try {
                var response = http.send(request, BodyHandlers.ofInputStream());
                if (response.statusCode() == 200) {
                    opened.incrementAndGet();
                    try (var lines =
                            new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                        read(lines);
                    }
                }
            } catch (IOException ended) {
                // Opened again.
            } catch (InterruptedException e) {
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(REOPEN_MILLIS));
        }
    }

    private void read(BufferedReader lines) throws IOException {
        String event = "";
        for (String line = lines.readLine(); line != null && !done; line = lines.readLine()) {
            if (line.startsWith("event:")) {
                event = line.substring(6).strip();
            } else if (line.startsWith("data:") && event.equals("board")) {
                if (!show(Json.obj(io.vertx.core.buffer.Buffer.buffer(line.substring(5))))) {
                    return;
                }
            }
        }
    }

    /** As a screen does it: a snapshot replaces, a delta that fits changes; false when something in between is missing. */
    private synchronized boolean show(Doc.Obj frame) {
        boolean snapshot = frame.text("kind").equals("snapshot");
        boolean sameEpoch = frame.text("epoch").equals(epoch);
        if (sameEpoch && frame.integer("seq") <= at) {
            return true;
        }
        if (!snapshot && !(sameEpoch && frame.integer("prev") == at)) {
            return false;
        }
        if (snapshot) {
            rows.clear();
        }
        epoch = frame.text("epoch");
        if (frame.get("rows") instanceof Doc.Arr changed) {
            changed.items().forEach(row -> rows.put(((Doc.Obj) row).text("id"), (Doc.Obj) row));
        }
        if (frame.get("gone") instanceof Doc.Arr gone) {
            gone.items().forEach(id -> rows.remove(((Doc.Text) id).value()));
        }
        at = frame.integer("seq");
        shown.add(new Shown(at, PublicFold.nameless(rows.values())));
        return true;
    }

    @Override
    public void close() {
        done = true;
        watching.interrupt();
    }
}
