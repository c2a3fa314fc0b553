package org.leitai.flow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Many viewers of one board, as bare sockets. */
final class Crowd implements AutoCloseable {
    private static final int SMALL_BYTES = 2_048;
    private static final int PATIENCE_MILLIS = 60_000;

    private final UUID discipline;
    private final List<Socket> sockets = new ArrayList<>();

    Crowd(UUID discipline) {
        this.discipline = discipline;
    }

    /** So many who ask for the board and then never read a byte. */
    void connectAndNeverRead(URI node, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(SMALL_BYTES);
            ask(socket, node);
            sockets.add(socket);
        }
    }

    /**
     * So many who open the board at moments spread over a while and wait until they see it.
     *
     * @return milliseconds until the last one saw it
     */
    long connectAndSee(List<URI> nodes, int count, int withinMillis) {
        long begun = System.nanoTime();
        List<CompletableFuture<Socket>> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                URI node = nodes.get(i % nodes.size());
                all.add(CompletableFuture.supplyAsync(() -> see(node, withinMillis), threads));
            }
        }
        all.forEach(one -> sockets.add(one.join()));
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    private Socket see(URI node, int withinMillis) {
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextInt(1 + withinMillis)));
        try {
            Socket socket = new Socket();
            socket.setSoTimeout(PATIENCE_MILLIS);
            ask(socket, node);
            var seen = new ByteArrayOutputStream();
            while (!seen.toString(StandardCharsets.UTF_8).contains("\"kind\":\"snapshot\"")) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    throw new IOException("the stream ended: " + seen);
                }
                seen.write(next);
                byte[] more = new byte[socket.getInputStream().available()];
                seen.write(more, 0, Math.max(0, socket.getInputStream().read(more)));
            }
            return socket;
        } catch (IOException e) {
            throw new AssertionError("no board was shown", e);
        }
    }

    private void ask(Socket socket, URI node) throws IOException {
        socket.connect(new InetSocketAddress(node.getHost(), node.getPort()), PATIENCE_MILLIS);
        socket.getOutputStream()
                .write(("GET /api/v1/stream?boards=" + discipline + "/public HTTP/1.1\r\nHost: " + node.getAuthority()
                                + "\r\nAccept: text/event-stream\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    /** All go away. */
    void leave() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    @Override
    public void close() throws IOException {
        leave();
    }
}
