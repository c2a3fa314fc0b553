package org.leitai.load;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The node that keeps a discipline is killed with -9 while a judge marks through the other one, where a viewer looks on: how long until
 * the next mark is acknowledged, and until the viewer gets a frame that was published after the kill.
 */
final class FailoverFigures {
    private static final int MOST_SECONDS = 60;

    private final Servers servers;
    private final Path work;
    private final int port;

    FailoverFigures(Servers servers, Path work, int port) {
        this.servers = servers;
        this.work = work;
        this.port = port;
    }

    void measure(Report report) throws IOException {
        var acknowledged = new ArrayList<Double>();
        var shown = new ArrayList<Double>();
        try (var cluster = new Cluster(servers, work, "failover", port, 2)) {
            World world = new World(cluster.join());
            cluster.join();
            World.Discipline discipline = world.discipline("F", 50, 1);
            world.publish();
            Slot last = new Slot(discipline.tablets().getFirst(), discipline, discipline.subjects().getLast());
            for (int run = 0; run < Sizes.now().runs(); run++) {
                // A judge and a viewer at the other node, wherever the keeper is by now.
                int keeper = settled(last, () -> world.keeperOf(discipline, servers, cluster.nodes()));
                killed(cluster.nodes(), keeper, discipline, run, acknowledged, shown);
                cluster.startAgain(keeper);
            }
        }
        report.add(new Figure("owner killed with -9, to the next acknowledged mark", "s", acknowledged, List.of(), 5, true));
        report.add(new Figure("owner killed with -9, to the next frame at a viewer", "s", shown, List.of(), 5, true));
    }

    /** A stream goes to a node that came back, and its head says so with the next mark only: marks until two say the same. */
    private static int settled(Slot last, IntSupplier keeper) {
        int before = -1;
        for (int turn = 0; turn < MOST_SECONDS; turn++) {
            last.mark(turn);
            int now = keeper.getAsInt();
            if (now == before) {
                return now;
            }
            before = now;
            Shell.pause(1_000);
        }
        throw new IllegalStateException("the discipline goes from node to node");
    }

    private void killed(
            List<Program> nodes, int keeper, World.Discipline discipline, int run, List<Double> acknowledged, List<Double> shown) {
        Program other = nodes.get(1 - keeper);
        Api judge = discipline.tablets().getFirst().at(other.uri());
        var slot = new Slot(judge, discipline, discipline.subjects().get(run));
        for (int i = 0; i < 50; i++) {
            slot.mark(i);
        }
        try (var viewer = new Viewer(other.uri(), discipline.id())) {
            nodes.get(keeper).kill();
            long killedMicros = System.currentTimeMillis() * 1_000;
            long begun = System.nanoTime();
            slot.mark(run + 1);
            acknowledged.add((System.nanoTime() - begun) / 1e9);
            shown.add((viewer.sawLaterThan(killedMicros) - begun) / 1e9);
        }
        System.err.println("acknowledged after " + acknowledged.getLast() + " s, shown after " + shown.getLast() + " s");
    }

    /** One slot that is marked again and again; a mark that is not answered is sent once more under the same key. */
    private static final class Slot {
        private final Api judge;
        private final String path;
        private final String subject;
        private @Nullable String newest;

        Slot(Api judge, World.Discipline discipline, String subject) {
            this.judge = judge;
            this.path = "disciplines/" + discipline.id() + "/marks";
            this.subject = subject;
        }

        void mark(int turn) {
            String key = UUID.randomUUID().toString();
            JsonObject mark = World.json("key", key, "stage", "speech", "subject", subject, "aspect", "content", "value",
                    "0." + (1 + turn % 9), "actMicros", 1_790_000_000_000_000L);
            if (newest != null) {
                mark.put("replaces", newest);
            }
            long begun = System.nanoTime();
            while (!judge.confirmed(path, World.json("marks", new io.vertx.core.json.JsonArray().add(mark)))) {
                if (System.nanoTime() - begun > MOST_SECONDS * 1e9) {
                    throw new IllegalStateException("no mark was acknowledged within " + MOST_SECONDS + " s");
                }
                Shell.pause(50);
            }
            newest = key;
        }
    }

    /** An open event stream and the time of the newest event that it was shown. */
    private static final class Viewer implements AutoCloseable {
        private final HttpClient http = HttpClient.newHttpClient();
        private final AtomicLong newestMicros = new AtomicLong();

        Viewer(URI server, String discipline) {
            var request = HttpRequest.newBuilder(server.resolve("/api/v1/stream?boards=" + discipline + "/public")).build();
            http.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                    .thenAccept(answer -> answer.body()
                            .filter(line -> line.startsWith("data:") && line.contains("\"rows\""))
                            .map(line -> new JsonObject(line.substring("data:".length())))
                            .forEach(frame -> newestMicros.set(frame.getLong("at"))));
            sawLaterThan(0);
        }

        /** When that is so, on the clock of {@link System#nanoTime}. */
        long sawLaterThan(long micros) {
            long begun = System.nanoTime();
            while (newestMicros.get() <= micros) {
                if (System.nanoTime() - begun > MOST_SECONDS * 1e9) {
                    throw new IllegalStateException("no frame came within " + MOST_SECONDS + " s");
                }
                Shell.pause(2);
            }
            return System.nanoTime();
        }

        @Override
        public void close() {
            http.shutdownNow();
        }
    }
}
