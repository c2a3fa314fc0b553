package org.leitai.platform.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.testkit.LedgerNode.act;
import static org.leitai.testkit.LedgerNode.done;

import com.hazelcast.multimap.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.bus.Packet;
import org.leitai.platform.gateway.Ids;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.secret.InstallationKey;
import org.leitai.platform.tls.BusAuthority;
import org.leitai.testkit.Await;
import org.leitai.testkit.LedgerNode;
import org.leitai.testkit.RealServers;
import org.leitai.testkit.Tally;

/** What can be wrong between two nodes that see each other: lost addresses, a stranger, a wrong clock, an older program. */
class BusClusterIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    @TempDir
    static Path folder;

    private final UUID ledger = Ids.next();
    private final int port = ClusterMember.freePort();
    private final List<Vertx> started = new ArrayList<>();
    private ClusterMember first;
    private ClusterMember second;

    @BeforeEach
    void join() throws Exception {
        first = start("installation.key", new Tally());
        second = start("installation.key", new Tally(2));
        Await.until(
                "both see both",
                () -> first.membership().size() == 2 && second.membership().size() == 2);
    }

    @AfterEach
    void leave() throws Exception {
        for (Vertx vertx : started) {
            done(vertx.close());
        }
    }

    @Test
    void a_node_whose_addresses_were_lost_is_not_ready_and_registers_them_again() throws Exception {
        String address = first.addresses().keepers(second.membership().self());
        Await.until("the second one is reached", () -> isReached(first, address));

        MultiMap<Object, Object> registered =
                first.registry().getHazelcastInstance().getMultiMap("__vertx.subs");
        registered.keySet().stream()
                .filter(known ->
                        known.toString().contains(second.membership().self().toString()))
                .forEach(registered::remove);

        assertThat(first.membership().size()).as("members still see each other").isEqualTo(2);
        Await.until("nobody reaches it", () -> !isReached(first, address));
        Await.until("it says not ready", () -> second.probe().check().failed());
        Await.until("it is ready again", () -> second.probe().check().succeeded());
        Await.until("the second one is reached again", () -> isReached(first, address));
        assertThat(first.probe().check().succeeded()).isTrue();
    }

    @Test
    void a_member_that_is_still_starting_makes_nobody_unready() throws Exception {
        Probe alone = first.probe();
        done(second.vertx().close());
        started.remove(second.vertx());
        Registry starting =
                Cluster.manager(new ClusterSettings(ledger, "127.0.0.1", port, List.of("127.0.0.1:" + port)));
        var identity = BusAuthority.identity(
                InstallationKey.loadOrCreate(folder.resolve("installation.key")), "127.0.0.1", Instant.now());
        started.add(done(Vertx.builder()
                .with(new VertxOptions()
                        .setEventBusOptions(
                                Cluster.bus(new ClusterSettings(ledger, "127.0.0.1", port, List.of()), identity)))
                .withClusterManager(starting)
                .buildClustered()));
        UUID node = UUID.fromString(starting.getNodeId());

        Await.until("it was asked in vain for long", () -> alone.isGivenUp(node));

        assertThat(alone.check().succeeded()).isTrue();
    }

    @Test
    void a_stranger_with_another_installations_key_gets_into_hazelcast_but_not_onto_the_bus() throws Exception {
        ClusterMember stranger = start("foreign.key", new Tally());
        Await.until("Hazelcast lets it in", () -> first.membership().size() == 3);
        String address = first.addresses().keepers(first.membership().self());

        assertThat(isReached(stranger, address)).isFalse();
        Doc.Obj lie = Doc.obj().put("node", first.membership().self()).build();
        stranger.vertx().eventBus().publish(stranger.addresses().departures(), Packet.write(lie));

        assertThat(isReached(stranger, address))
                .as("the bus answers no stranger")
                .isFalse();
        Await.until("and goes on among its own", () -> isReached(second, address));
        assertThat(second.membership().candidates(Ids.nextStream()))
                .contains(first.membership().self());
    }

    @Test
    void a_node_that_is_not_fit_keeps_no_streams_until_it_is() throws Exception {
        UUID unfit = second.membership().self();
        second.fit().set(false);
        Await.until(
                "both know",
                () -> !candidates(first).contains(unfit) && !candidates(second).contains(unfit));

        StreamId stream = second.node().open();
        second.node().add(stream, 4);

        assertThat(first.node().keepers().loaded()).contains(stream);
        assertThat(second.node().keepers().loaded()).doesNotContain(stream);
        second.fit().set(true);
        Await.until(
                "both know again",
                () -> candidates(first).contains(unfit) && candidates(second).contains(unfit));
    }

    @Test
    void a_stream_with_newer_events_is_kept_by_a_node_that_can_read_them() throws Exception {
        StreamId stream = first.node().open();
        while (!first.membership().isMine(stream)) {
            stream = first.node().open();
        }
        LedgerNode newer = LedgerNode.start(second.vertx(), SERVERS.appPgUri(), new Tally(2));
        newer.add(stream, 2);
        done(newer.keepers().close());

        Outcome outcome = first.node().put(stream, Tally.add(4), act());

        assertThat(outcome).isInstanceOf(Outcome.Committed.class);
        assertThat(second.node().keepers().loaded()).contains(stream);
        assertThat(first.node().total(stream).integer("total")).isEqualTo(6);
        assertThat(second.node().total(stream).integer("total")).isEqualTo(6);
        assertThat(first.node().keepers().loaded()).doesNotContain(stream);
    }

    private static List<UUID> candidates(ClusterMember member) {
        return member.membership().candidates(Ids.nextStream());
    }

    /** Whether anything at all comes back. */
    private static boolean isReached(ClusterMember from, String address) {
        try {
            done(from.vertx()
                    .eventBus()
                    .<Buffer>request(address, Buffer.buffer("x"), new DeliveryOptions().setSendTimeout(1_000))
                    .map(true)
                    .recover(failure -> failure instanceof io.vertx.core.eventbus.ReplyException reply
                                    && reply.failureType() == io.vertx.core.eventbus.ReplyFailure.RECIPIENT_FAILURE
                            ? io.vertx.core.Future.succeededFuture(true)
                            : io.vertx.core.Future.failedFuture(failure)));
            return true;
        } catch (Exception nothing) {
            return false;
        }
    }

    private ClusterMember start(String key, Tally tally) throws Exception {
        ClusterMember member = ClusterMember.start(
                ledger, port, InstallationKey.loadOrCreate(folder.resolve(key)), SERVERS.appPgUri(), tally);
        started.add(member.vertx());
        return member;
    }
}
