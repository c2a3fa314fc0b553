package org.leitai.platform.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leitai.testkit.LedgerNode.act;
import static org.leitai.testkit.LedgerNode.done;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;
import org.leitai.platform.embedded.PgAddress;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.gateway.UnavailableException;
import org.leitai.platform.ledger.AppendSettings;
import org.leitai.platform.ledger.Verifier;
import org.leitai.testkit.Await;
import org.leitai.testkit.LedgerNode;
import org.leitai.testkit.RealServers;
import org.leitai.testkit.Tally;
import org.leitai.testkit.Wire;

/** Bad luck between keepers and PostgreSQL: nothing acknowledged is lost, nothing is recorded twice. */
@ExtendWith(VertxExtension.class)
class FaultsIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    private Wire wire;
    private LedgerNode node;
    private StreamId stream;

    @BeforeEach
    void startBehindAWire(Vertx vertx) throws Exception {
        PgAddress app = SERVERS.app();
        wire = Wire.to(vertx, app.host(), app.port());
        PgAddress wired = new PgAddress("127.0.0.1", wire.port(), app.database(), app.user(), app.password());
        // Short deadlines: the same order of events as in operation, sooner.
        node = LedgerNode.start(
                vertx,
                wired.uri(),
                KeeperSettings.standard().withAnswerMillis(1_500),
                new AppendSettings(2, 2_000, 2_000_000, 500),
                Clock.systemUTC());
        stream = node.open();
        node.add(stream, 1);
    }

    @AfterEach
    void whole() {
        assertThat(Verifier.run(SERVERS.appPgUri(), events -> {}).differences()).isEmpty();
    }

    @Test
    void a_connection_lost_after_the_statement_arrived_is_answered_from_the_ledger() throws Exception {
        Act act = act();
        wire.loseAnswers();
        Future<Outcome> answer = node.submit(stream, Tally.add(10), act);
        untilLost();
        wire.mend();

        assertThat(done(answer)).isInstanceOf(Outcome.Committed.class);
        assertThat(node.total(stream).integer("total")).isEqualTo(11);
        assertThat(node.total(stream).integer("followed")).isEqualTo(11);
        assertThat(node.events(stream)).isEqualTo(2);
        assertThat(node.meters().get("leitai.keepers.in.doubt").counter().count())
                .isPositive();
    }

    @Test
    void a_connection_lost_before_the_statement_arrived_is_tried_again() throws Exception {
        wire.loseRequests();
        Future<Outcome> answer = node.submit(stream, Tally.add(10), act());
        untilLost();
        wire.mend();

        assertThat(done(answer)).isInstanceOf(Outcome.Committed.class);
        assertThat(node.events(stream)).isEqualTo(2);
    }

    @Test
    void commands_decided_on_top_of_a_batch_in_doubt_keep_their_order() throws Exception {
        wire.loseAnswers();
        List<Future<Outcome>> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            answers.add(node.submit(stream, Tally.add(1), act()));
        }
        answers.add(node.submit(stream, Tally.add(-11), act()));
        answers.add(node.submit(stream, Tally.add(-1), act()));
        untilLost();
        wire.mend();

        for (Future<Outcome> answer : answers.subList(0, 11)) {
            assertThat(done(answer)).isInstanceOf(Outcome.Committed.class);
        }
        assertThat(done(answers.getLast())).isInstanceOf(Outcome.Refused.class);
        assertThat(node.total(stream).integer("total")).isZero();
        assertThat(node.events(stream)).isEqualTo(12);
    }

    @Test
    void a_silent_database_turns_commands_away_in_time_and_marks_flow_again_afterwards() throws Exception {
        Act act = act();
        wire.silence();
        assertThatThrownBy(() -> node.put(stream, Tally.add(10), act)).isInstanceOf(UnavailableException.class);
        wire.cut();
        wire.mend();

        Outcome again = keepTrying(Tally.add(10), act);

        assertThat(again).isInstanceOf(Outcome.Committed.class);
        assertThat(node.total(stream).integer("total")).isEqualTo(11);
        assertThat(node.events(stream)).isEqualTo(2);
    }

    @Test
    void questions_are_answered_from_memory_while_the_database_is_away() throws Exception {
        wire.cut();
        assertThatThrownBy(() -> node.put(stream, Tally.add(10), act())).isInstanceOf(UnavailableException.class);

        assertThat(node.total(stream).integer("total")).isEqualTo(1);
        wire.mend();
    }

    @Test
    void a_stream_that_is_not_loaded_waits_for_the_database_no_longer_than_its_time() throws Exception {
        StreamId other = node.open();
        wire.cut();

        assertThatThrownBy(() -> node.put(other, Tally.add(10), act())).isInstanceOf(UnavailableException.class);
        wire.mend();

        assertThat(node.keepTrying(other, Tally.add(10), act())).isInstanceOf(Outcome.Committed.class);
    }

    @Test
    void a_database_killed_and_started_again_loses_nothing() throws Exception {
        List<Act> acts = new ArrayList<>();
        List<Future<Outcome>> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            acts.add(act());
            answers.add(node.submit(stream, Tally.add(1), acts.getLast()));
        }
        SERVERS.killPostgres();
        SERVERS.startPostgres();
        done(Future.join(answers).otherwiseEmpty());

        for (Act act : acts) {
            assertThat(keepTrying(Tally.add(1), act)).isInstanceOf(Outcome.Committed.class);
        }
        assertThat(node.total(stream).integer("total")).isEqualTo(201);
        assertThat(node.events(stream)).isEqualTo(201);
    }

    @Test
    void a_command_that_the_database_refuses_falls_out_alone() throws Exception {
        StreamId other = node.open();
        List<Future<Outcome>> innocent = new ArrayList<>();
        List<Future<Outcome>> guilty = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            innocent.add(node.submit(stream, Tally.add(1), act()));
            innocent.add(node.submit(other, Tally.add(1), act()));
            guilty.add(node.submit(stream, new Tally.Poison(), act()));
        }

        for (Future<Outcome> answer : innocent) {
            assertThat(done(answer)).isInstanceOf(Outcome.Committed.class);
        }
        for (Future<Outcome> answer : guilty) {
            assertThat(done(answer))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.refusal().code()).isEqualTo("not-storable"));
        }
        assertThat(node.total(stream).integer("total")).isEqualTo(6);
        assertThat(node.total(other).integer("total")).isEqualTo(5);
    }

    @Test
    void a_keeper_whose_stream_was_taken_records_nothing_more(Vertx vertx) throws Exception {
        LedgerNode other = LedgerNode.start(vertx, SERVERS.appPgUri());
        other.add(stream, 2);
        Act act = act();

        assertThatThrownBy(() -> node.put(stream, Tally.add(4), act)).isInstanceOf(UnavailableException.class);
        assertThat(other.events(stream)).isEqualTo(2);

        Outcome again = keepTrying(Tally.add(4), act);
        assertThat(again).isInstanceOf(Outcome.Committed.class);
        assertThat(node.total(stream).integer("followed")).isEqualTo(7);
    }

    @Test
    void a_keeper_that_is_only_asked_finds_out_that_its_stream_was_taken(Vertx vertx) throws Exception {
        LedgerNode other = LedgerNode.start(vertx, SERVERS.appPgUri());
        other.add(stream, 2);

        Await.until(
                "it answers with what the other recorded",
                () -> node.total(stream).integer("total") == 3);
    }

    @Test
    void a_clock_that_goes_back_does_not_turn_recorded_time_back(Vertx vertx) throws Exception {
        Outcome.Committed first = node.add(stream, 1);
        Clock slow = Clock.fixed(Instant.parse("2020-01-01T00:00:00Z"), ZoneOffset.UTC);
        LedgerNode late =
                LedgerNode.start(vertx, SERVERS.appPgUri(), KeeperSettings.standard(), AppendSettings.standard(), slow);

        Outcome.Committed second = late.add(stream, 1);

        assertThat(second.recordedMicros()).isEqualTo(first.recordedMicros());
    }

    @Test
    void an_idle_stream_is_let_go_and_loaded_again(Vertx vertx) throws Exception {
        LedgerNode idle = LedgerNode.start(
                vertx,
                SERVERS.appPgUri(),
                KeeperSettings.standard().withIdleMillis(1),
                AppendSettings.standard(),
                Clock.systemUTC());
        idle.add(stream, 2);
        while (!idle.keepers().loaded().isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(idle.total(stream).integer("followed")).isEqualTo(3);
        assertThat(idle.add(stream, 4).seq()).isEqualTo(3);
    }

    private void untilLost() {
        while (wire.lost() == 0) {
            Thread.onSpinWait();
        }
    }

    private Outcome keepTrying(Tally.Change change, Act act) throws Exception {
        return node.keepTrying(stream, change, act);
    }
}
