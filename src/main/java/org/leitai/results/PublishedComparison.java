package org.leitai.results;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Clock;
import org.leitai.kernel.StreamKind;
import org.leitai.platform.ledger.Head;
import org.leitai.platform.ledger.Ledger;
import org.leitai.platform.ledger.Streams;
import org.leitai.results.store.PublishedResults;

/**
 * Folds every discipline again from the ledger alone and compares what was published with what the fold gives at that very place.
 * For the commands that verify and restore.
 */
public final class PublishedComparison {
    private static final int PAGE_EVENTS = 2_000;

    private final Ledger ledger;
    private final Streams streams;
    private final PublishedResults published;

    private PublishedComparison(Pool pool) {
        this.ledger = new Ledger(pool);
        this.streams = new Streams(pool, Clock.systemUTC());
        this.published = new PublishedResults(pool, () -> 0);
    }

    /** Compares everything in a database, blocking, on a Vert.x of its own; fails when it cannot be read. */
    public static PublishedReport run(String pgUri) {
        Vertx vertx = Vertx.vertx();
        Pool pool = PgBuilder.pool()
                .connectingTo(PgConnectOptions.fromUri(pgUri))
                .with(new PoolOptions().setMaxSize(2))
                .using(vertx)
                .build();
        try {
            return new PublishedComparison(pool).compare().await();
        } finally {
            vertx.close().await();
        }
    }

    private Future<PublishedReport> compare() {
        return streams.ofKind(StreamKind.DISCIPLINE, null).compose(heads -> {
            Future<PublishedReport> sum = Future.succeededFuture(PublishedReport.EMPTY);
            for (Head head : heads) {
                sum = sum.compose(before -> discipline(head).map(before::plus));
            }
            return sum;
        });
    }

    private Future<PublishedReport> discipline(Head head) {
        return published
                .all(head.stream())
                .compose(records -> read(head, new PublishedFold(head.stream(), records), 0))
                .map(PublishedFold::report);
    }

    private Future<PublishedFold> read(Head head, PublishedFold fold, long after) {
        if (after >= head.seq()) {
            return Future.succeededFuture(fold);
        }
        return ledger.page(head.stream(), after, head.seq(), PAGE_EVENTS).compose(page -> {
            if (page.isEmpty()) {
                return Future.failedFuture("events after " + after + " of " + head.stream() + " are missing");
            }
            page.forEach(stored -> fold.next(stored.event()));
            return read(head, fold, page.getLast().event().seq());
        });
    }
}
