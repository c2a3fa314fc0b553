package org.leitai.platform.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leitai.testkit.LedgerNode.act;
import static org.leitai.testkit.LedgerNode.done;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;
import org.leitai.platform.gateway.Ids;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.gateway.Placement;
import org.leitai.platform.gateway.UnavailableException;
import org.leitai.platform.gateway.UnknownStreamException;
import org.leitai.platform.secret.InstallationKey;
import org.leitai.platform.trace.Trace;
import org.leitai.testkit.LedgerNode;
import org.leitai.testkit.LogLines;
import org.leitai.testkit.RealServers;
import org.leitai.testkit.Tally;

/** Two nodes on one ledger, joined by real Hazelcast and a real bus on loopback. */
class TwoNodesClusterIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    private final UUID ledger = Ids.next();
    private final int port = ClusterMember.freePort();

    @TempDir
    static Path folder;

    private InstallationKey key;
    private final List<Vertx> started = new ArrayList<>();
    private ClusterMember first;
    private ClusterMember second;

    @BeforeEach
    void join() throws Exception {
        key = InstallationKey.loadOrCreate(folder.resolve("installation.key"));
        first = start(ledger);
        second = start(ledger);
        while (first.membership().size() < 2) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void leave() throws Exception {
        for (Vertx vertx : started) {
            done(vertx.close());
        }
    }

    @Test
    void any_node_takes_any_command_and_each_stream_is_kept_by_one() throws Exception {
        List<StreamId> streams = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            StreamId stream = first.node().open();
            streams.add(stream);
            first.node().add(stream, 1);
            second.node().add(stream, 2);
        }

        for (StreamId stream : streams) {
            assertThat(first.node().total(stream)).isEqualTo(second.node().total(stream));
            assertThat(first.node().total(stream).integer("total")).isEqualTo(3);
        }
        List<StreamId> here = first.node().keepers().loaded();
        List<StreamId> there = second.node().keepers().loaded();
        assertThat(here).isNotEmpty().doesNotContainAnyElementsOf(there);
        assertThat(there).isNotEmpty();
        assertThat(here.size() + there.size()).isEqualTo(20);
    }

    @Test
    void a_request_keeps_its_id_on_the_way_to_another_node() throws Exception {
        StreamId far = keptBy(second);
        first.node().add(far, 1);
        ContextInternal request = ((ContextInternal) first.vertx().getOrCreateContext()).duplicate();
        Promise<Outcome> answer = Promise.promise();
        try (LogLines log = new LogLines()) {
            request.runOnContext(turn -> {
                Trace.begin("from-afar-0001");
                first.node().submit(far, Tally.add(5), act()).onComplete(answer);
            });
            done(answer.future());

            assertThat(log.of("ClusterGateway", "from-afar-0001")).hasSize(2);
            assertThat(log.of("Writer", "from-afar-0001")).isNotEmpty();
            assertThat(log.of("Appender", "from-afar-0001")).isNotEmpty();
        }
    }

    @Test
    void refusals_repeats_and_unknown_streams_look_the_same_from_afar() throws Exception {
        StreamId far = keptBy(second);
        Act act = act();

        Outcome.Committed committed = (Outcome.Committed) first.node().keepTrying(far, Tally.add(5), act);
        Outcome again = first.node().keepTrying(far, Tally.add(5), act);
        Outcome refused = first.node().keepTrying(far, Tally.add(-6), act());

        assertThat(again)
                .isEqualTo(
                        new Outcome.Committed(committed.seq(), committed.recordedMicros(), committed.events(), true));
        assertThat(refused).isEqualTo(second.node().put(far, Tally.add(-6), act()));
        StreamId unknown = unopened(second);
        assertThatThrownBy(() -> first.node().total(unknown)).isInstanceOf(UnknownStreamException.class);
    }

    @Test
    void the_streams_of_a_node_that_leaves_go_on_at_the_other() throws Exception {
        StreamId far = keptBy(second);
        first.node().add(far, 5);

        done(second.node().keepers().close());
        done(second.vertx().close());
        started.remove(second.vertx());
        while (first.membership().size() > 1) {
            Thread.onSpinWait();
        }
        first.node().add(far, 6);

        assertThat(first.node().total(far).integer("followed")).isEqualTo(11);
    }

    @Test
    void a_keeper_whose_stream_was_taken_passes_commands_on_to_the_new_owner() throws Exception {
        StreamId near = keptBy(first);
        first.node().add(near, 1);
        LedgerNode thief = LedgerNode.join(second.vertx(), SERVERS.appPgUri(), new Stubborn(second.membership()));
        thief.add(near, 2);

        Outcome outcome = first.node().keepTrying(near, Tally.add(4), act());

        assertThat(outcome).isInstanceOf(Outcome.Committed.class);
        assertThat(first.node().events(near)).isEqualTo(3);
    }

    @Test
    void a_node_of_another_installation_does_not_join() throws Exception {
        ClusterMember foreign = start(Ids.next());

        assertThat(foreign.membership().size()).isEqualTo(1);
        assertThat(first.membership().size()).isEqualTo(2);
    }

    @Test
    void a_node_that_is_stopping_turns_commands_away() throws Exception {
        StreamId far = keptBy(second);
        first.node().add(far, 5);

        done(second.node().keepers().close());

        assertThatThrownBy(() -> first.node().put(far, Tally.add(1), act())).isInstanceOf(UnavailableException.class);
    }

    private ClusterMember start(UUID of) throws Exception {
        ClusterMember member = ClusterMember.start(of, port, key, SERVERS.appPgUri(), new Tally());
        started.add(member.vertx());
        return member;
    }

    private StreamId keptBy(ClusterMember member) throws Exception {
        StreamId stream = first.node().open();
        while (!member.membership().isMine(stream)) {
            stream = first.node().open();
        }
        return stream;
    }

    private static StreamId unopened(ClusterMember member) {
        StreamId stream = Ids.nextStream();
        while (!member.membership().isMine(stream)) {
            stream = Ids.nextStream();
        }
        return stream;
    }

    /** Believes that it keeps everything, as half of a broken cluster would. */
    private record Stubborn(Membership membership) implements Placement {
        @Override
        public UUID self() {
            return membership.self();
        }

        @Override
        public List<UUID> candidates(StreamId stream) {
            return List.of(self());
        }

        @Override
        public boolean isMember(UUID node) {
            return membership.isMember(node);
        }

        @Override
        public void onChange(Runnable listener) {
            membership.onChange(listener);
        }
    }
}
