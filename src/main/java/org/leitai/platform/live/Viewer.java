package org.leitai.platform.live;

import io.netty.channel.EventLoop;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.ContextInternal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One event stream. All methods run on its connection's event loop; its memory does not grow with what it fails to read. */
final class Viewer {
    private static final int BEATS_A_RESPONSE = 10;

    private final Outlet outlet;
    private final HttpServerResponse response;
    private final ContextInternal context;
    private final Map<String, @Nullable FrameId> since;
    private final @Nullable Supplier<Future<Boolean>> stillAllowed;
    private final Set<String> behind = new LinkedHashSet<>();
    private int fullTicks;
    // Begun anywhere, so that not all viewers who came together take the long way at once.
    private int beats = ThreadLocalRandom.current().nextInt(BEATS_A_RESPONSE);
    private boolean closed;

    Viewer(
            Outlet outlet,
            ContextInternal context,
            Map<String, @Nullable FrameId> since,
            @Nullable Supplier<Future<Boolean>> stillAllowed) {
        this.outlet = outlet;
        this.response = outlet.response();
        this.context = context;
        this.since = new LinkedHashMap<>(since);
        this.stillAllowed = stillAllowed;
    }

    Context context() {
        return context;
    }

    EventLoop loop() {
        return context.nettyEventLoop();
    }

    List<String> boards() {
        return List.copyOf(since.keySet());
    }

    /** The board's current state at joining: nothing when the viewer holds just that. */
    void begin(String board, FrameId current, Buffer snapshotEvent) {
        FrameId held = since.get(board);
        since.put(board, null);
        if (!current.equals(held)) {
            write(snapshotEvent);
        }
    }

    /** A delta, or nothing and a later snapshot when the viewer does not keep up. Returns false when it was skipped. */
    boolean offer(String board, Salvo event) {
        if (closed) {
            return true;
        }
        if (behind.contains(board) || response.writeQueueFull()) {
            behind.add(board);
            return false;
        }
        event.send(outlet);
        return true;
    }

    /** The boards to be sent whole because the viewer missed deltas; empty while it still does not read. */
    List<String> takeBehind() {
        if (closed || behind.isEmpty() || response.writeQueueFull()) {
            return List.of();
        }
        var boards = new ArrayList<>(behind);
        behind.clear();
        return boards;
    }

    /** A sign of life; now and then through the response, so that the server does not take the connection for idle. */
    void heartbeat(Salvo event) {
        if (closed || response.writeQueueFull()) {
            return;
        }
        if (++beats % BEATS_A_RESPONSE == 0) {
            outlet.write(EventStream.HEARTBEAT);
        } else {
            event.send(outlet);
        }
    }

    /** Counts ticks without reading; true when the viewer has been stuck for too long. */
    boolean isStuck(int limit) {
        fullTicks = !closed && response.writeQueueFull() ? fullTicks + 1 : 0;
        return fullTicks >= limit;
    }

    Future<Boolean> stillAllowed() {
        return stillAllowed == null ? Future.succeededFuture(true) : stillAllowed.get();
    }

    boolean isGuarded() {
        return stillAllowed != null;
    }

    void write(Buffer event) {
        if (!closed) {
            outlet.write(event);
        }
    }

    /** Ends the stream in order; the client opens another one. */
    void end() {
        if (!closed) {
            closed = true;
            response.end();
        }
    }

    /** Drops the connection of a viewer that would never read an ending. */
    void drop() {
        closed = true;
        response.reset();
    }

    void markClosed() {
        closed = true;
    }
}
