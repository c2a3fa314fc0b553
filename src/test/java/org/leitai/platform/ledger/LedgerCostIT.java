package org.leitai.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.testkit.LedgerNode.done;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.sqlclient.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.leitai.kernel.StreamId;
import org.leitai.testkit.Await;
import org.leitai.testkit.LedgerNode;
import org.leitai.testkit.RealServers;

/** What recording costs the database, in what it reads: counted by PostgreSQL, not timed. */
@ExtendWith(VertxExtension.class)
class LedgerCostIT {
    private static final int EVENTS = 200;

    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    /** On connections that planned their statements while the ledger was young, as on the morning of a contest. */
    @Test
    void an_event_is_recorded_without_reading_the_others(Vertx vertx) throws Exception {
        LedgerNode node = LedgerNode.start(vertx, SERVERS.appPgUri());
        StreamId stream = node.open();
        for (int i = 0; i < EVENTS; i++) {
            node.add(stream, 1);
        }

        Await.until("connections told what they read", () -> counted(node).getLong("added") >= EVENTS);
        assertThat(counted(node).getLong("whole_reads"))
                .as("reads of the whole ledger for %d events", EVENTS)
                .isZero();
    }

    private static Row counted(LedgerNode node) throws Exception {
        return done(node.pool()
                        .query("select seq_scan as whole_reads, n_tup_ins as added from pg_stat_user_tables"
                                + " where relname = 'ledger_event'")
                        .execute())
                .iterator()
                .next();
    }
}
