package org.leitai.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/**
 * Marks that come in at any of three nodes, so that two of three are passed on to the node that keeps their discipline; beside the same
 * through a single node. All nodes share this machine's processors with everything else: more nodes cannot be faster here, what is to
 * be known is what passing on costs.
 */
final class SeveralFigures {
    private static final int NODES = 3;
    private static final int CLIENTS = 63;
    private static final int WARM_TURNS = 5;
    private static final int MOST_TURNS = 20;

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
        warm(cluster, seats);
        var runs = new Runs();
        for (int run = 0; run < Sizes.now().runs(); run++) {
            long before = cpuMicros(cluster);
            double marks = marks(cluster, seats);
            runs.marks.add(marks);
            runs.micros.add((cpuMicros(cluster) - before) / (marks * seconds));
        }
        return runs;
    }

    /** Disciplines go to nodes that came, whose programs are not compiled yet: what they ask to send again is not counted. */
    private void warm(Cluster cluster, List<Path> seats) {
        int calm = 0;
        for (int turn = 0; calm < WARM_TURNS; turn++) {
            if (turn == MOST_TURNS) {
                throw new IllegalStateException("the nodes do not come to rest");
            }
            try {
                marks(cluster, seats);
                calm++;
            } catch (CompletionException sentAgain) {
                calm = 0;
                Shell.pause(1_000);
            }
        }
    }

    /** Marks a second of all clients together. */
    private double marks(Cluster cluster, List<Path> seats) {
        List<CompletableFuture<Double>> clients = IntStream.range(0, NODES)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> Meter.marks(
                                cluster.nodes().get(i % cluster.nodes().size()).port(), CLIENTS / NODES, seconds, 1, seats.get(i))
                        .get("per_second")))
                .toList();
        CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new)).join();
        return clients.stream().mapToDouble(CompletableFuture::join).sum();
    }

    private static long cpuMicros(Cluster cluster) {
        return cluster.nodes().stream()
                .map(node -> ProcessHandle.of(node.pid()).flatMap(process -> process.info().totalCpuDuration()).orElseThrow())
                .mapToLong(Duration::toNanos)
                .sum() / 1_000;
    }
}
