package org.leitai.platform.live;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * One event to many viewers of one event loop: what their sockets take at once goes to the kernel in groups, the rest the way of any
 * other write. Closed after the last viewer, before the loop does anything else.
 */
final class Salvo implements AutoCloseable {
    private final Chunk chunk;
    private final @Nullable SendRing ring;
    private final Outlet[] aimed;
    private int count;
    private int shares;
    private int grouped;

    Salvo(Buffer event, @Nullable SendRing ring) {
        this.chunk = new Chunk(event);
        this.ring = ring;
        this.aimed = new Outlet[ring == null ? 0 : ring.size()];
    }

    void send(Outlet outlet) {
        SendRing open = ring;
        int socket = open == null || open.isBroken() ? Outlet.NO_SOCKET : outlet.idleSocket();
        if (open == null || socket == Outlet.NO_SOCKET) {
            shares += outlet.write(chunk) ? 1 : 0;
            return;
        }
        open.add(socket, chunk.address(), chunk.bytes());
        aimed[count++] = outlet;
        if (open.isFull()) {
            fire(open);
        }
    }

    private void fire(SendRing open) {
        int[] sent = open.submit();
        int shots = count;
        count = 0;
        grouped += shots;
        int all = chunk.bytes();
        for (int shot = 0; shot < shots; shot++) {
            // What failed is tried again by the connection, which then finds out why.
            if (sent[shot] != all) {
                aimed[shot].writeRest(chunk, Math.max(0, sent[shot]));
            }
        }
    }

    /** How many viewers were given the same memory; complete once closed. */
    int shares() {
        return shares + grouped;
    }

    /** How many of them in one call with others; complete once closed. */
    int grouped() {
        return grouped;
    }

    @Override
    public void close() {
        try (chunk) {
            if (ring != null && count > 0) {
                fire(ring);
            }
        }
    }
}
