package org.leitai.platform.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.testkit.LedgerNode.act;
import static org.leitai.testkit.LedgerNode.done;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.leitai.kernel.StreamId;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.ledger.AppendSettings;
import org.leitai.testkit.Await;
import org.leitai.testkit.LedgerNode;
import org.leitai.testkit.RealServers;
import org.leitai.testkit.Tally;

/** Group commit is fair: what one discipline sends in a rush does not go before what others send after it. */
@ExtendWith(VertxExtension.class)
class FairnessIT {
    /** A dozen batches, and below what a stream lets wait. */
    private static final int RUSH = 3_000;

    private static final int OTHERS = 8;

    /** As long as the ledger may be held. */
    private static final long PATIENCE_MILLIS = 20_000;

    private static final KeeperSettings KEEPERS = KeeperSettings.standard().withAnswerMillis(PATIENCE_MILLIS);

    /** One lane: the others find it taken by the rush, and groups are recorded one after the other. */
    private static final AppendSettings ONE_LANE = new AppendSettings(1, 2_000, 2_000_000, PATIENCE_MILLIS);

    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    @Test
    void a_rush_in_one_stream_does_not_hold_up_the_others(Vertx vertx) throws Exception {
        LedgerNode node = LedgerNode.start(vertx, SERVERS.appPgUri(), KEEPERS, ONE_LANE, Clock.systemUTC());
        StreamId rushed = node.open();
        node.add(rushed, 1);
        List<StreamId> others = new ArrayList<>();
        for (int i = 0; i < OTHERS; i++) {
            others.add(node.open());
            node.add(others.getLast(), 1);
        }

        List<Future<Outcome>> sent;
        SqlConnection holder = done(node.pool().getConnection());
        Transaction held = done(holder.begin());
        done(holder.preparedQuery("select seq from stream_head where stream = $1 for update")
                .execute(Tuple.of(rushed.value())));
        try {
            List<Future<Outcome>> rush =
                    Stream.generate(() -> one(node, rushed)).limit(RUSH).toList();
            Await.until("the whole rush waits", () -> waiting(node) == RUSH);
            List<Future<Outcome>> after =
                    others.stream().map(other -> one(node, other)).toList();
            Await.until("the others wait for the lane", () -> batchesWaiting(node) == OTHERS);
            sent = Stream.concat(rush.stream(), after.stream()).toList();
        } finally {
            done(held.rollback());
            done(holder.close());
        }

        assertThat(done(Future.all(sent)).size()).isEqualTo(RUSH + OTHERS);
        for (StreamId other : others) {
            assertThat(recordedBefore(node, rushed, other))
                    .as("of the rush, recorded before what came after it")
                    .isBetween(1L, (long) KEEPERS.batchCommands());
        }
        assertThat(node.total(rushed).integer("total")).isEqualTo(RUSH + 1);
    }

    private static Future<Outcome> one(LedgerNode node, StreamId stream) {
        return node.submit(stream, Tally.add(1), act());
    }

    private static long waiting(LedgerNode node) {
        return Math.round(node.meters().get("leitai.keepers.waiting").gauge().value());
    }

    private static long batchesWaiting(LedgerNode node) {
        return Math.round(node.meters().get("leitai.ledger.waiting").gauge().value());
    }

    /** Events of the rush in transactions before the other's last one; without the one event that began its stream. */
    private static long recordedBefore(LedgerNode node, StreamId rushed, StreamId other) throws Exception {
        String sql = """
                select count(*) from ledger_event
                where stream = $1 and seq > 1
                  and xmin::text::bigint < (
                    select max(xmin::text::bigint) from ledger_event where stream = $2)
                """;
        Tuple both = Tuple.of(rushed.value(), other.value());
        return Objects.requireNonNull(done(node.pool().preparedQuery(sql).execute(both))
                .iterator()
                .next()
                .getLong(0));
    }
}
