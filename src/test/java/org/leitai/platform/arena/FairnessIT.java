package org.leitai.platform.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.testkit.LedgerNode.act;
import static org.leitai.testkit.LedgerNode.done;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.leitai.kernel.StreamId;
import org.leitai.platform.gateway.Outcome;
import org.leitai.testkit.LedgerNode;
import org.leitai.testkit.RealServers;
import org.leitai.testkit.Tally;

/** Group commit is fair: what one discipline sends in a rush does not go before what others send after it. */
@ExtendWith(VertxExtension.class)
class FairnessIT {
    /** A dozen batches, and below what a stream lets wait. */
    private static final int RUSH = 3_000;

    private static final int OTHERS = 8;

    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    @Test
    void a_rush_in_one_stream_does_not_hold_up_the_others(Vertx vertx) throws Exception {
        LedgerNode node = LedgerNode.start(vertx, SERVERS.appPgUri());
        StreamId rushed = node.open();
        node.add(rushed, 1);
        List<StreamId> others = new ArrayList<>();
        for (int i = 0; i < OTHERS; i++) {
            others.add(node.open());
            node.add(others.getLast(), 1);
        }

        var answered = new AtomicInteger();
        List<Future<Outcome>> rush = new ArrayList<>();
        for (int i = 0; i < RUSH; i++) {
            rush.add(node.submit(rushed, Tally.add(1), act()).onSuccess(ignored -> answered.incrementAndGet()));
        }
        // On a busy machine part of the rush is over before the others come.
        int over = answered.get();
        List<Future<Integer>> before = others.stream()
                .map(other -> node.submit(other, Tally.add(1), act()).map(ignored -> answered.get()))
                .toList();

        for (Future<Integer> one : before) {
            assertThat(done(one)).as("answers of the rush that came first").isLessThan(over + RUSH / 2);
        }
        assertThat(done(Future.all(rush)).size()).isEqualTo(RUSH);
        assertThat(node.total(rushed).integer("total")).isEqualTo(RUSH + 1);
    }
}
