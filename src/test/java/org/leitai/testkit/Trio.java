package org.leitai.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.leitai.board.PublicFold;

/** Three nodes as processes of their own, each on a host of its own where that is allowed, on one PostgreSQL and one Redis, behind one door. */
public final class Trio implements AutoCloseable {
    private static final int NODES = 3;
    private static final int CLUSTER_PORT = 5701;

    private final RealServers servers;
    private final Path folder;
    private final Network network = Network.of(NODES);
    private final List<FrontDoor> doors = new ArrayList<>();
    private final List<Program> nodes = new ArrayList<>();

    private Trio(RealServers servers, Path folder) {
        this.servers = servers;
        this.folder = folder;
    }

    /** Starts all; the first one's log has the first organiser's password. */
    public static Trio start(RealServers servers, Path folder) throws IOException {
        Trio trio = new Trio(servers, folder);
        try {
            trio.start();
            return trio;
        } catch (IOException | RuntimeException | AssertionError failed) {
            trio.close();
            throw failed;
        }
    }

    private void start() throws IOException {
        String outside = network.outside();
        FrontDoor postgres = door(FrontDoor.relay(outside, servers.app().port()));
        URI redisUri = URI.create(servers.redisUri());
        FrontDoor redis = door(FrontDoor.relay(outside, redisUri.getPort()));
        Map<String, String> shared = new HashMap<>();
        shared.put("LEITAI_PG_URI", through(servers.appPgUri(), outside, postgres));
        shared.put("LEITAI_PG_OWNER_URI", through(servers.ownerPgUri(), outside, postgres));
        shared.put("LEITAI_REDIS_URI", through(servers.redisUri(), outside, redis));
        shared.put("LEITAI_KEY_FILE", key().toString());
        shared.put("LEITAI_METRICS_OPEN", "true");
        List<Integer> ports = IntStream.range(0, NODES).map(i -> port()).boxed().toList();
        shared.put(
                "LEITAI_CLUSTER_MEMBERS",
                String.join(
                        ",",
                        IntStream.range(0, NODES)
                                .mapToObj(i -> network.address(i) + ":" + ports.get(i))
                                .toList()));
        for (int i = 0; i < NODES; i++) {
            Map<String, String> settings = new HashMap<>(shared);
            settings.putAll(network.settings(i));
            settings.put("LEITAI_HTTP_HOST", network.address(i));
            settings.put("LEITAI_CLUSTER_HOST", network.address(i));
            settings.put("LEITAI_CLUSTER_PORT", Integer.toString(ports.get(i)));
            Path data = Files.createDirectories(folder.resolve("node" + (i + 1)));
            nodes.add(Program.begin(data, settings, "serve", "--cluster"));
            if (i == 0) {
                // It makes key and tables.
                nodes.getFirst().awaitReady();
            }
        }
        nodes.forEach(Program::awaitReady);
        door(FrontDoor.to(nodes.stream().map(Program::http).toList()));
    }

    private int port() {
        return network.canBeCut() ? CLUSTER_PORT : Program.freePort();
    }

    private FrontDoor door(FrontDoor door) {
        doors.add(door);
        return door;
    }

    private static String through(String uri, String host, FrontDoor relay) {
        return uri.replaceFirst("@127\\.0\\.0\\.1:\\d+", "@" + host + ":" + relay.port());
    }

    public Path key() {
        return folder.resolve("installation.key");
    }

    public Network network() {
        return network;
    }

    public URI http() {
        return doors.getLast().http();
    }

    public String firstPassword() {
        return nodes.getFirst().firstPassword();
    }

    public List<Program> nodes() {
        return nodes;
    }

    /** The node that stands in the head of a stream. */
    public UUID ownerOf(UUID stream) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement asked =
                        connection.prepareStatement("select owner from stream_head where stream = ?")) {
            asked.setObject(1, stream);
            try (ResultSet found = asked.executeQuery()) {
                found.next();
                return found.getObject(1, UUID.class);
            }
        }
    }

    /** When the newest event of a stream was recorded, in microseconds since 1970. */
    public long newestMicros(UUID stream) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement asked =
                        connection.prepareStatement("select max(recorded_micros) from ledger_event where stream = ?")) {
            asked.setObject(1, stream);
            try (ResultSet found = asked.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    /** What a node says about being ready; empty when it says nothing. */
    public static String ready(Program node) {
        return text(node, "/health/ready");
    }

    /** A figure that a node tells at {@code /metrics}; fails when it tells no such one. */
    public static double figure(Program node, String name) {
        return text(node, "/metrics")
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Program node, String path) {
        HttpRequest asked = HttpRequest.newBuilder(node.http().resolve(path))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(asked, BodyHandlers.ofString())
                    .body();
        } catch (IOException silent) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** Keys of all marks of a discipline, as often as they are recorded. */
    public List<UUID> marks(UUID discipline) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement asked = connection.prepareStatement("select command_key from ledger_event"
                        + " where stream = ? and name like 'judging.mark-recorded.%'")) {
            asked.setObject(1, discipline);
            try (ResultSet found = asked.executeQuery()) {
                List<UUID> keys = new ArrayList<>();
                while (found.next()) {
                    keys.add(found.getObject(1, UUID.class));
                }
                return keys;
            }
        }
    }

    /** The public board of a discipline as the ledger says it was after each event. */
    public PublicFold fold(UUID discipline) throws Exception {
        try (Connection connection = connect()) {
            return PublicFold.of(connection, discipline, key());
        }
    }

    /** {@code leitai verify}: chains, boards in Redis against a fold of the ledger, published results. */
    public Program.Finished verify() {
        return Program.run(nodes.getFirst().settings(), folder.resolve("verify.log"), "verify");
    }

    private Connection connect() throws SQLException {
        var app = servers.app();
        return DriverManager.getConnection(app.jdbcUrl(), app.user(), app.password());
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(Program::close);
        for (FrontDoor door : doors) {
            door.close();
        }
        network.close();
    }
}
