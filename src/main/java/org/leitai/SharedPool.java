package org.leitai;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.concurrent.TimeUnit;

/** The connections that all reads and small writes of a node share; the appender has its own. */
final class SharedPool {
    private static final int CONNECTIONS = 8;
    private static final int WAITING_MOST = 2_000;
    private static final int DEADLINE_S = 5;

    private SharedPool() {}

    static Pool open(Vertx vertx, String pgUri) {
        return PgBuilder.pool()
                .connectingTo(PgConnectOptions.fromUri(pgUri).setCachePreparedStatements(true))
                .with(new PoolOptions()
                        .setMaxSize(CONNECTIONS)
                        .setMaxWaitQueueSize(WAITING_MOST)
                        .setConnectionTimeout(DEADLINE_S)
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .using(vertx)
                .build();
    }
}
