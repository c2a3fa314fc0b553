package org.leitai.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Nodes of one installation on this machine, with PostgreSQL and Redis of the comparison. */
final class Cluster implements AutoCloseable {
    /** HTTP at 0, 10 and 20 after the comparison's port, HTTPS four after each; what nodes say to each other after that. */
    private static final int CLUSTER_OFFSET = 30;

    private final Servers servers;
    private final Path work;
    private final String database;
    private final int port;
    private final String members;
    private final List<Program> nodes = new ArrayList<>();

    /**
     * @param database of theirs, empty
     * @param most nodes, 1 to 3
     */
    Cluster(Servers servers, Path work, String database, int port, int most) {
        this.servers = servers;
        this.work = work;
        this.database = database;
        this.port = port;
        this.members = IntStream.range(0, most)
                .mapToObj(number -> "127.0.0.1:" + (port + CLUSTER_OFFSET + number))
                .collect(Collectors.joining(","));
        servers.freshDatabase(database);
    }

    List<Program> nodes() {
        return List.copyOf(nodes);
    }

    /** One more. */
    Program join() throws IOException {
        int number = nodes.size();
        Path data = data(number);
        if (number > 0) {
            Files.createDirectories(data);
            Files.copy(data(0).resolve("installation.key"), data.resolve("installation.key"));
        }
        nodes.add(node(number));
        return nodes.getLast();
    }

    /** Starts one again that has ended, on its own folder. */
    void startAgain(int number) {
        nodes.set(number, node(number));
    }

    private Program node(int number) {
        return Program.beside(servers, database, data(number), port + 10 * number, Map.of(
                "LEITAI_CLUSTER_PORT", Integer.toString(port + CLUSTER_OFFSET + number),
                "LEITAI_CLUSTER_MEMBERS", members));
    }

    private Path data(int number) {
        return work.resolve(database + "-" + (number + 1));
    }

    @Override
    public void close() {
        nodes.forEach(Program::close);
    }
}
