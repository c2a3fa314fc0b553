package org.leitai.platform.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Just enough of Redis' protocol to find out whether a server is ours, and to stop it. */
final class RedisConnection implements AutoCloseable {

    private static final int DEADLINE_MILLIS = 2_000;

    private final Socket socket;

    private RedisConnection(Socket socket) {
        this.socket = socket;
    }

    /** A signed-in connection, or empty when nobody listens there or the password is refused. */
    @SuppressWarnings("AddressSelection") // the loopback address is meant
    static Optional<RedisConnection> open(int port, String password) {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), DEADLINE_MILLIS);
            socket.setSoTimeout(DEADLINE_MILLIS);
            RedisConnection redis = new RedisConnection(socket);
            if ("+OK".equals(redis.call("AUTH " + password)) && "+PONG".equals(redis.call("PING"))) {
                return Optional.of(redis);
            }
            redis.close();
        } catch (IOException e) {
            closeQuietly(socket);
        }
        return Optional.empty();
    }

    /** The server answers by ending the connection. */
    void shutDown() {
        try {
            call("SHUTDOWN NOSAVE");
        } catch (IOException e) {
            throw new UncheckedIOException("redis-server did not take SHUTDOWN", e);
        }
    }

    @Override
    public void close() {
        closeQuietly(socket);
    }

    private String call(String inlineCommand) throws IOException {
        socket.getOutputStream().write((inlineCommand + "\r\n").getBytes(StandardCharsets.US_ASCII));
        String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                .readLine();
        return line == null ? "" : line;
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
