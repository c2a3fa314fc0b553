package org.leitai.platform.cluster;

import static org.leitai.testkit.LedgerNode.done;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.leitai.platform.bus.Addresses;
import org.leitai.platform.secret.InstallationKey;
import org.leitai.platform.tls.BusAuthority;
import org.leitai.testkit.LedgerNode;
import org.leitai.testkit.Tally;

/**
 * A clustered Vert.x, who it sees, and a node on it.
 *
 * @param fit whether it may keep streams, as its own checks would say
 */
record ClusterMember(
        Vertx vertx, Registry registry, Membership membership, Probe probe, AtomicBoolean fit, LedgerNode node) {
    private static final String HOST = "127.0.0.1";

    static ClusterMember start(UUID ledger, int port, InstallationKey key, String pgUri, Tally tally) throws Exception {
        ClusterSettings settings = new ClusterSettings(ledger, HOST, port, List.of(HOST + ":" + port));
        Registry registry = Cluster.manager(settings);
        var bus = Cluster.bus(settings, BusAuthority.identity(key, HOST, Instant.now()));
        Vertx vertx = done(Vertx.builder()
                .with(new VertxOptions().setEventBusOptions(bus))
                .withClusterManager(registry)
                .buildClustered());
        Membership membership = new Membership(registry);
        AtomicBoolean fit = new AtomicBoolean(true);
        LedgerNode node = LedgerNode.join(vertx, pgUri, membership, tally);
        Addresses addresses = new Addresses(node.keepers().ledgerId());
        Probe probe =
                done(Probe.start(vertx, registry, membership, addresses, () -> Future.succeededFuture(fit.get())));
        return new ClusterMember(vertx, registry, membership, probe, fit, node);
    }

    Addresses addresses() {
        return new Addresses(node.keepers().ledgerId());
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
