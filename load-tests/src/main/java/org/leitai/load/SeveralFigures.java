package org.leitai.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * Marks that come in at any of three nodes, so that two of three are passed on to the node that keeps their discipline; beside the same
 * through a single node. All nodes share this machine's processors with everything else: more nodes cannot be faster here, what is to
 * be known is what passing on costs.
 */
final class SeveralFigures {
    private static final int NODES = 3;
    private static final int CLIENTS = 63;
    private static final int WARM_TURNS = 12;

    private final Servers servers;
    private final Path work;
    private final int port;
    private final double seconds = 2 * Sizes.now().seconds();

    SeveralFigures(Servers servers, Path work, int port) {
        this.servers = servers;
        this.work = work;
        this.port = port;
    }

    /** One value a run. */
    private record Runs(List<Double> marks, List<Double> micros) {
        Runs() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    /** @param all confirmed ones, those before and after what is measured too */
    private record Marks(double perSecond, double all) {}

    void measure(Report report) throws IOException {
        try (var cluster = new Cluster(servers, work, "several", port, NODES)) {
            World world = new World(cluster.join());
            List<World.Discipline> disciplines = world.disciplines("S", Sizes.now().disciplines(), 10);
            world.publish();
            // A client each of as many as there are nodes, which then mark at one node or at three.
            List<Path> seats = new ArrayList<>();
            for (int i = 0; i < NODES; i++) {
                int third = i;
                seats.add(World.seats(work.resolve("several-" + i + ".seats"), IntStream.range(0, disciplines.size())
                        .filter(number -> number % NODES == third)
                        .mapToObj(disciplines::get)
                        .toList()));
            }
            Runs alone = runs(cluster, seats);
            while (cluster.nodes().size() < NODES) {
                cluster.join();
            }
            Runs together = runs(cluster, seats);
            String what = "marks, %d clients, %d disciplines, ".formatted(CLIENTS, disciplines.size());
            report.add(Figure.known(what + "one node", "marks/s", alone.marks));
            report.add(Figure.known(what + "at any of three nodes on this machine", "marks/s", together.marks));
            report.add(Figure.known("processor time of the program for such a mark, one node", "µs", alone.micros));
            report.add(Figure.known("processor time of three nodes for such a mark", "µs", together.micros));
        }
    }

    private Runs runs(Cluster cluster, List<Path> seats) {
        // Disciplines go to nodes that came, and programs are compiled.
        for (int turn = 0; turn < WARM_TURNS; turn++) {
            marks(cluster, seats);
        }
        var runs = new Runs();
        for (int run = 0; run < Sizes.now().runs(); run++) {
            long before = cpuMicros(cluster);
            Marks marks = marks(cluster, seats);
            runs.marks.add(marks.perSecond);
            runs.micros.add((cpuMicros(cluster) - before) / marks.all);
        }
        return runs;
    }

    /** All clients at the same time. */
    private Marks marks(Cluster cluster, List<Path> seats) {
        List<CompletableFuture<Map<String, Double>>> clients = IntStream.range(0, NODES)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Meter.marksSentAgain(portFor(cluster, i), CLIENTS / NODES, seconds, seats.get(i)),
                        Thread::startVirtualThread))
                .toList();
        return new Marks(sum(clients, "per_second"), sum(clients, "all"));
    }

    private static int portFor(Cluster cluster, int client) {
        return cluster.nodes().get(client % cluster.nodes().size()).port();
    }

    private static double sum(List<CompletableFuture<Map<String, Double>>> clients, String value) {
        return clients.stream().mapToDouble(client -> client.join().get(value)).sum();
    }

    private static long cpuMicros(Cluster cluster) {
        return cluster.nodes().stream()
                .map(node -> ProcessHandle.of(node.pid()).flatMap(process -> process.info().totalCpuDuration()).orElseThrow())
                .mapToLong(Duration::toNanos)
                .sum() / 1_000;
    }
}
