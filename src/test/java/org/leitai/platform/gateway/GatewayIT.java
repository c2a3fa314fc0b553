package org.leitai.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leitai.testkit.LedgerNode.act;
import static org.leitai.testkit.LedgerNode.done;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;
import org.leitai.testkit.LedgerNode;
import org.leitai.testkit.RealServers;
import org.leitai.testkit.Tally;

/** Commands and questions through the gateway to a keeper on a real ledger. */
@ExtendWith(VertxExtension.class)
class GatewayIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    private LedgerNode node;

    @BeforeEach
    void start(Vertx vertx) throws Exception {
        node = LedgerNode.start(vertx, SERVERS.appPgUri());
    }

    @Test
    void a_command_is_answered_with_its_place_in_the_ledger() throws Exception {
        StreamId stream = node.open();

        Outcome.Committed first = node.add(stream, 5);
        Outcome second = node.put(stream, new Tally.AddEach(List.of(1L, 2L, 3L)), act());

        assertThat(first.seq()).isEqualTo(1);
        assertThat(first.events()).containsExactly("tally.added.v1");
        assertThat(second)
                .isInstanceOfSatisfying(
                        Outcome.Committed.class,
                        committed -> assertThat(committed.seq()).isEqualTo(4));
        assertThat(node.total(stream).integer("total")).isEqualTo(11);
        assertThat(node.total(stream).integer("followed")).isEqualTo(11);
    }

    @Test
    void a_refused_command_leaves_nothing_behind() throws Exception {
        StreamId stream = node.open();

        Outcome outcome = node.put(stream, Tally.add(-1), act());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("below-zero"));
        assertThat(node.events(stream)).isZero();
    }

    @Test
    void the_same_key_is_answered_again_and_not_done_again() throws Exception {
        StreamId stream = node.open();
        Act act = act();

        Outcome.Committed first = (Outcome.Committed) node.put(stream, Tally.add(5), act);
        Outcome.Committed again = (Outcome.Committed) node.put(stream, Tally.add(5), act);

        assertThat(first.again()).isFalse();
        assertThat(again).isEqualTo(new Outcome.Committed(first.seq(), first.recordedMicros(), first.events(), true));
        assertThat(node.events(stream)).isEqualTo(1);
    }

    @Test
    void the_same_key_with_another_request_is_refused() throws Exception {
        StreamId stream = node.open();
        Act act = act();
        node.put(stream, Tally.add(5), act);

        Outcome outcome = node.put(stream, Tally.add(6), act);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("key-reused"));
    }

    @Test
    void another_device_may_use_the_same_key() throws Exception {
        StreamId stream = node.open();
        UUID key = Ids.next();

        node.put(stream, Tally.add(5), Act.by(Act.NOBODY, Ids.next(), key));
        node.put(stream, Tally.add(6), Act.by(Act.NOBODY, Ids.next(), key));

        assertThat(node.total(stream).integer("total")).isEqualTo(11);
    }

    @Test
    void a_command_that_changes_nothing_is_answered_with_the_head() throws Exception {
        StreamId stream = node.open();
        Outcome.Committed head = node.add(stream, 5);

        Outcome outcome = node.put(stream, new Tally.Touch(), act());

        assertThat(outcome).isEqualTo(new Outcome.Committed(head.seq(), head.recordedMicros(), List.of(), false));
    }

    @Test
    void a_stream_that_nobody_opened_is_unknown() throws Exception {
        StreamId stream = Ids.nextStream();

        Outcome outcome = node.put(stream, Tally.add(5), act());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("stream-unknown"));
        assertThatThrownBy(() -> node.total(stream)).isInstanceOf(UnknownStreamException.class);
    }

    @Test
    void a_text_that_no_database_holds_is_refused() throws Exception {
        StreamId stream = node.open();

        Outcome nul = node.put(stream, new Tally.Add(1, "a\0b"), act());
        Outcome half = node.put(stream, new Tally.Add(1, "a\ud83d"), act());

        assertThat(List.of(nul, half))
                .allSatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                Outcome.Refused.class,
                                refused -> assertThat(refused.refusal().code()).isEqualTo("text-not-storable")));
    }

    @Test
    void many_commands_to_many_streams_at_once_are_all_recorded_in_groups() throws Exception {
        List<StreamId> streams = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            streams.add(node.open());
        }

        List<Future<Outcome>> answers = new ArrayList<>();
        for (int round = 0; round < 50; round++) {
            for (StreamId stream : streams) {
                answers.add(node.submit(stream, Tally.add(1), act()));
            }
        }
        done(Future.all(answers));

        for (StreamId stream : streams) {
            assertThat(node.total(stream).integer("total")).isEqualTo(50);
            assertThat(node.events(stream)).isEqualTo(50);
        }
        assertThat(node.meters().get("leitai.ledger.group.streams").summary().max())
                .as("streams that shared a statement")
                .isGreaterThan(1);
    }

    @Test
    void another_node_that_loads_the_stream_finds_everything(Vertx vertx) throws Exception {
        StreamId stream = node.open();
        Act act = act();
        node.put(stream, Tally.add(5), act);

        LedgerNode other = LedgerNode.start(vertx, SERVERS.appPgUri());

        assertThat(other.total(stream).integer("followed")).isEqualTo(5);
        assertThat(other.put(stream, Tally.add(5), act))
                .isInstanceOfSatisfying(
                        Outcome.Committed.class,
                        committed -> assertThat(committed.again()).isTrue());
    }
}
