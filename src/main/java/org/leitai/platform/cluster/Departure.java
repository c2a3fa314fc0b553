package org.leitai.platform.cluster;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.TimeUnit;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.arena.Keepers;
import org.leitai.platform.bus.Addresses;
import org.leitai.platform.bus.Packet;

/**
 * How a node leaves politely: it tells all, its streams go to the others while it still takes requests and passes them on, and
 * only then it closes. So nobody who asks it, or through it, is turned away for more than a moment.
 */
public final class Departure {
    private static final long PATIENCE_SECONDS = 5;
    /** A proxy that looks every second has seen by then that this node is not ready. */
    private static final long NOTICE_MILLIS = 1_500;

    private static final long LOOK_EVERY_MILLIS = 50;

    private final Vertx vertx;
    private final Addresses addresses;
    private final Membership membership;
    private final Keepers keepers;

    private Departure(Vertx vertx, Keepers keepers, Membership membership) {
        this.vertx = vertx;
        this.addresses = new Addresses(keepers.ledgerId());
        this.membership = membership;
        this.keepers = keepers;
    }

    /** Listens for others that leave. */
    public static Future<Departure> start(Vertx vertx, Keepers keepers, Membership membership) {
        Departure departure = new Departure(vertx, keepers, membership);
        return vertx.eventBus()
                .<Buffer>consumer(
                        departure.addresses.departures(),
                        message ->
                                membership.leaving(Packet.read(message.body()).uuid("node")))
                .completion()
                .map(departure);
    }

    /** Announces this node's end; completes when its streams are released, or after a while. A node alone keeps them. */
    public Future<Void> announce() {
        if (membership.size() == 1) {
            return Future.succeededFuture();
        }
        Doc.Obj message = Doc.obj().put("node", membership.self()).build();
        vertx.eventBus().publish(addresses.departures(), Packet.write(message));
        membership.leaving(membership.self());
        Future<?> noticed = vertx.timer(NOTICE_MILLIS);
        return released(System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS))
                .compose(gone -> noticed)
                .mapEmpty();
    }

    private Future<Void> released(long deadlineNanos) {
        boolean ours = keepers.loaded().stream().anyMatch(stream -> !membership.isMine(stream));
        return !ours || deadlineNanos - System.nanoTime() <= 0
                ? Future.succeededFuture()
                : vertx.timer(LOOK_EVERY_MILLIS).compose(again -> released(deadlineNanos));
    }
}
