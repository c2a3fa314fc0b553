package org.leitai.paper;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.function.LongSupplier;
import org.leitai.contest.ContestReads;
import org.leitai.paper.store.Evidence;
import org.leitai.platform.arena.KeeperKind;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.http.Operations;
import org.leitai.platform.ledger.Streams;
import org.leitai.platform.redis.RankedBoards;

/** The feature's wiring. */
public final class Papers {
    /** Scoring takes a core; one is left for the hall. */
    private static final int WORKERS = 1;
    /** Half a million rows take one of them a third of a second. */
    private static final int SORTING_WORKERS = 1;

    private final PaperRoutes routes;

    public Papers(
            Vertx vertx,
            Pool pool,
            Gateway gateway,
            Streams streams,
            ContestReads contests,
            RankedBoards ranked,
            LongSupplier nowMicros) {
        this.routes = new PaperRoutes(
                contests,
                new PaperStream(gateway, streams),
                new Evidence(pool, nowMicros),
                ranked,
                vertx.createSharedWorkerExecutor("answers", WORKERS));
    }

    /** The keeper of papers, with their boards. */
    public static KeeperKind<?, ?, ?> keeper(Vertx vertx, RankedBoards ranked) {
        var sorting = vertx.createSharedWorkerExecutor("paper-boards", SORTING_WORKERS);
        return new PaperKeeper(paper -> new PaperBoard(vertx, sorting, ranked, paper));
    }

    public void bind(Operations operations) {
        routes.bind(operations);
    }

    /** The contract's fragments of this feature. */
    public static List<String> contract() {
        return List.of("paper");
    }
}
