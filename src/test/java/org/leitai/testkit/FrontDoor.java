package org.leitai.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The proxy before several servers, as people put one there: each connection goes to the next server that is well, and ends when its
 * server answers nothing any more. Bytes only. Without health checks it is a relay to one server.
 */
public final class FrontDoor implements AutoCloseable {
    private static final Duration HEALTH = Duration.ofSeconds(1);
    private static final int CONNECT_MILLIS = 1_000;

    private enum Health {
        READY,
        TURNS_AWAY,
        SILENT
    }

    private final ServerSocket door;
    private final List<InetSocketAddress> servers;
    private final Map<InetSocketAddress, Health> health = new ConcurrentHashMap<>();
    private final Map<InetSocketAddress, Set<Socket>> open = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(HEALTH).build();

    private FrontDoor(ServerSocket door, List<InetSocketAddress> servers) {
        this.door = door;
        this.servers = servers;
        servers.forEach(server -> {
            health.put(server, Health.READY);
            open.put(server, ConcurrentHashMap.newKeySet());
        });
        Thread.ofVirtual().start(this::accept);
    }

    /** Before nodes; looks every second whether they say ready. */
    public static FrontDoor to(List<URI> nodes) throws IOException {
        FrontDoor door = new FrontDoor(
                new ServerSocket(0, 200, InetAddress.getLoopbackAddress()),
                nodes.stream()
                        .map(node -> new InetSocketAddress(node.getHost(), node.getPort()))
                        .toList());
        door.servers.forEach(server -> Thread.ofVirtual().start(() -> door.watch(server)));
        return door;
    }

    /** On an address where others reach it, to a server on loopback. */
    public static FrontDoor relay(String address, int port) throws IOException {
        return new FrontDoor(
                new ServerSocket(0, 200, InetAddress.getByName(address)),
                List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
    }

    public int port() {
        return door.getLocalPort();
    }

    public URI http() {
        return URI.create("http://127.0.0.1:" + port());
    }

    private void watch(InetSocketAddress server) {
        while (!door.isClosed()) {
            look(server);
            LockSupport.parkNanos(HEALTH.toNanos());
        }
    }

    private void look(InetSocketAddress server) {
        URI ready = URI.create("http://" + server.getHostString() + ":" + server.getPort() + "/health/ready");
        try {
            int status = http.send(HttpRequest.newBuilder(ready).timeout(HEALTH).build(), BodyHandlers.discarding())
                    .statusCode();
            health.put(server, status == 200 ? Health.READY : Health.TURNS_AWAY);
        } catch (IOException silent) {
            health.put(server, Health.SILENT);
            open.getOrDefault(server, Set.of()).forEach(FrontDoor::end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        for (Health worst : Health.values()) {
            for (int attempt = 0; attempt < servers.size(); attempt++) {
                InetSocketAddress server = servers.get(Math.floorMod(next.getAndIncrement(), servers.size()));
                if (health.get(server) == worst && passed(client, server)) {
                    return;
                }
            }
        }
        end(client);
    }

    /** Whether the server took the connection; returns at its end. */
    private boolean passed(Socket client, InetSocketAddress server) {
        Socket node = new Socket();
        Set<Socket> here = open.getOrDefault(server, Set.of());
        try {
            node.connect(server, CONNECT_MILLIS);
        } catch (IOException refused) {
            end(node);
            return false;
        }
        here.add(node);
        Thread.ofVirtual().start(() -> pass(client, node));
        pass(node, client);
        here.remove(node);
        return true;
    }

    /** One direction; the end of either ends both. */
    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException broken) {
            // Seen by the other side when both are closed.
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
