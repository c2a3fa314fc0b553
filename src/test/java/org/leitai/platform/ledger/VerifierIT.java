package org.leitai.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.testkit.LedgerNode.act;
import static org.leitai.testkit.LedgerNode.done;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.leitai.kernel.StreamId;
import org.leitai.testkit.LedgerNode;
import org.leitai.testkit.RealServers;
import org.leitai.testkit.Tally;

/** A ledger edited by hand, by somebody who may do everything in the database. */
@ExtendWith(VertxExtension.class)
class VerifierIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    private Vertx vertx;
    private StreamId touched;
    private StreamId other;

    @BeforeEach
    void twoStreamsOfFiveEvents(Vertx vertx) throws Exception {
        this.vertx = vertx;
        asSuperuser("truncate stream_head, ledger_event");
        LedgerNode node = LedgerNode.start(vertx, SERVERS.appPgUri());
        touched = node.open();
        other = node.open();
        node.open();
        for (StreamId stream : List.of(touched, other)) {
            node.put(stream, new Tally.AddEach(List.of(1L, 2L, 3L, 4L, 5L)), act());
        }
    }

    @Test
    void an_untouched_ledger_is_clean() throws Exception {
        List<Long> progress = new ArrayList<>();

        VerifierReport report = done(Verifier.verify(vertx, SERVERS.appPgUri(), progress::add));

        assertThat(report.isClean()).isTrue();
        assertThat(report.streams()).isEqualTo(3);
        assertThat(report.events()).isEqualTo(10);
        assertThat(progress).last().isEqualTo(10L);
    }

    @Test
    void a_changed_body_is_found() throws Exception {
        asSuperuser("update ledger_event set body = '{\"amount\":9,\"note\":\"\"}' where seq = 3 and stream = '%s'"
                .formatted(touched));

        assertFirstDifference(3, "changed");
    }

    @Test
    void another_author_is_found() throws Exception {
        asSuperuser(
                "update ledger_event set actor = gen_random_uuid() where seq = 4 and stream = '%s'".formatted(touched));

        assertFirstDifference(4, "changed");
    }

    @Test
    void a_removed_event_is_found() throws Exception {
        asSuperuser("delete from ledger_event where seq = 2 and stream = '%s'".formatted(touched));

        assertFirstDifference(2, "missing");
    }

    @Test
    void a_cut_off_end_is_found() throws Exception {
        asSuperuser("delete from ledger_event where seq = 5 and stream = '%s'".formatted(touched));

        assertFirstDifference(5, "head stands at 5, the events end at 4");
    }

    @Test
    void an_event_taken_from_another_stream_is_found() throws Exception {
        asSuperuser("""
                update ledger_event t set body = o.body, leaf = o.leaf, actor = o.actor
                from ledger_event o where t.stream = '%s' and o.stream = '%s' and t.seq = 1 and o.seq = 5
                """.formatted(touched, other));

        assertFirstDifference(1, "changed");
    }

    @Test
    void a_head_that_was_moved_back_is_found() throws Exception {
        asSuperuser("update stream_head set seq = 4 where stream = '%s'".formatted(touched));

        assertFirstDifference(5, "head stands at 4, the events end at 5");
    }

    @Test
    void a_stream_given_to_another_contest_is_found() throws Exception {
        asSuperuser("update stream_head set parent = gen_random_uuid() where stream = '%s'".formatted(touched));

        assertFirstDifference(1, "chain");
    }

    private void assertFirstDifference(long seq, String what) {
        VerifierReport report = Verifier.run(SERVERS.appPgUri(), events -> {});
        assertThat(report.isClean()).isFalse();
        assertThat(report.damaged()).isEqualTo(1);
        assertThat(report.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.stream()).isEqualTo(touched);
            assertThat(difference.seq()).isEqualTo(seq);
            assertThat(difference.what()).contains(what);
        });
    }

    /** As somebody who switches the triggers off first. */
    private void asSuperuser(String sql) throws Exception {
        PgConnection connection = done(PgConnection.connect(
                vertx, PgConnectOptions.fromUri(SERVERS.superuser().uri())));
        done(connection.query("set session_replication_role = replica").execute());
        done(connection.query(sql).execute());
        done(connection.close());
    }
}
