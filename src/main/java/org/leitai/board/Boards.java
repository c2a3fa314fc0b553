package org.leitai.board;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.LongSupplier;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.platform.bus.Addresses;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.http.Operations;
import org.leitai.platform.ledger.Head;
import org.leitai.platform.ledger.Streams;
import org.leitai.platform.live.Hub;
import org.leitai.platform.live.HubLimits;
import org.leitai.platform.redis.RankedBoards;
import org.leitai.platform.secret.InstallationKey;

/** The serving half of the feature: what {@link Standings} publish from the keepers goes from here to viewers. */
public final class Boards {
    private final Vertx vertx;
    private final Addresses addresses;
    private final Streams streams;
    private final Hub hub;
    private final KeeperSnapshots keepers;
    private final BoardRoutes routes;

    public Boards(
            Vertx vertx,
            Addresses addresses,
            Gateway gateway,
            Streams streams,
            RankedBoards ranked,
            Directory directory,
            InstallationKey key,
            MeterRegistry metrics,
            LongSupplier clock) {
        this.vertx = vertx;
        this.addresses = addresses;
        this.streams = streams;
        this.keepers = new KeeperSnapshots(gateway, new PublicDoor(directory));
        this.hub = new Hub(vertx, this::address, keepers, HubLimits.standard());
        BoardMeters.ofViewers(metrics, hub.counts());
        this.routes = new BoardRoutes(
                new BoardList(directory, hub, clock),
                new BoardStreams(hub, keepers),
                new BoardPages(hub, ranked),
                hub,
                key);
    }

    public void bind(Operations operations) {
        routes.bind(operations);
    }

    /**
     * Names in that contest have changed or were erased: its boards read them anew, also those that nobody keeps or watches at the
     * moment, so that an erased name leaves every snapshot and Redis.
     */
    public Future<Void> namesChanged(StreamId contest) {
        vertx.eventBus().publish(addresses.names(contest), io.vertx.core.buffer.Buffer.buffer());
        return streams.ofKind(StreamKind.DISCIPLINE, contest)
                .compose(disciplines -> Future.join(disciplines.stream()
                                .map(Head::stream)
                                .map(keepers::contestOf)
                                .toList())
                        .mapEmpty());
    }

    /** Open event streams of this node. */
    public long viewers() {
        return hub.counts().viewers();
    }

    /** Ends the viewers' streams; they come back to another node or to the next start. */
    public Future<Void> close() {
        return hub.close();
    }

    /** The contract's fragments of this feature. */
    public static List<String> contract() {
        return List.of("board");
    }

    private String address(String board) {
        return BoardName.parse(board)
                .map(name -> name.address(addresses))
                .orElseThrow(() -> new IllegalArgumentException("not a board: " + board));
    }
}
