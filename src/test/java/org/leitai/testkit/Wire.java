package org.leitai.testkit;

import static org.leitai.testkit.LedgerNode.done;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP proxy before a server, to break connections at a chosen moment.
 *
 * <p>{@link #loseAnswers()}: what the program sends arrives, what the server answers does not, and then the connection is
 * gone; that is how a connection is lost in the middle of a commit.
 */
public final class Wire {
    private enum Mode {
        OPEN,
        LOSE_ANSWERS,
        LOSE_REQUESTS,
        SILENT,
        CLOSED
    }

    private final String host;
    private final int port;
    private final Vertx vertx;
    private final List<NetSocket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger lost = new AtomicInteger();
    private final NetServer server;
    private volatile Mode mode = Mode.OPEN;

    private Wire(Vertx vertx, String host, int port) {
        this.vertx = vertx;
        this.host = host;
        this.port = port;
        this.server = vertx.createNetServer().connectHandler(this::connect);
    }

    public static Wire to(Vertx vertx, String host, int port) throws Exception {
        Wire wire = new Wire(vertx, host, port);
        done(wire.server.listen(0, "127.0.0.1"));
        return wire;
    }

    public int port() {
        return server.actualPort();
    }

    /** The next request of each connection reaches the server, its answer is lost with the connection. */
    public void loseAnswers() {
        mode = Mode.LOSE_ANSWERS;
    }

    /** The next request of each connection is lost with the connection. */
    public void loseRequests() {
        mode = Mode.LOSE_REQUESTS;
    }

    /** Nothing passes in either direction, and nobody is told. */
    public void silence() {
        mode = Mode.SILENT;
    }

    /** No connection is taken, those there are end. */
    public void cut() {
        mode = Mode.CLOSED;
        sockets.forEach(NetSocket::close);
    }

    public void mend() {
        mode = Mode.OPEN;
    }

    /** Requests or answers that were lost so far. */
    public int lost() {
        return lost.get();
    }

    private void connect(NetSocket program) {
        if (mode == Mode.CLOSED) {
            program.close();
            return;
        }
        program.pause();
        vertx.createNetClient()
                .connect(port, host)
                .onSuccess(server -> join(program, server))
                .onFailure(away -> program.close());
    }

    private void join(NetSocket program, NetSocket server) {
        sockets.add(program);
        program.handler(request -> request(program, server, request));
        server.handler(answer -> answer(program, server, answer));
        program.closeHandler(closed -> end(program, server));
        server.closeHandler(closed -> end(server, program));
        program.resume();
    }

    private void request(NetSocket program, NetSocket server, Buffer request) {
        switch (mode) {
            case OPEN, LOSE_ANSWERS -> server.write(request);
            case LOSE_REQUESTS -> lose(program, server);
            case SILENT, CLOSED -> lost.incrementAndGet();
        }
    }

    private void answer(NetSocket program, NetSocket server, Buffer answer) {
        switch (mode) {
            case OPEN, LOSE_REQUESTS -> program.write(answer);
            case LOSE_ANSWERS -> lose(program, server);
            case SILENT, CLOSED -> lost.incrementAndGet();
        }
    }

    private void lose(NetSocket program, NetSocket server) {
        lost.incrementAndGet();
        Future.join(program.close(), server.close());
    }

    private void end(NetSocket gone, NetSocket other) {
        sockets.remove(gone);
        other.close();
    }
}
