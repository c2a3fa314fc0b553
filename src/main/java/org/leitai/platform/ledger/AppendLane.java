package org.leitai.platform.ledger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of the appender, with one group under way at a time; connects when needed, on the appender's event loop.
 *
 * <p>An error that the server reports for this statement says definitely "not recorded" when its class is one of
 * {@link #DEFINITE}. Everything else (a lost connection, a deadline, a server going down) is in doubt, and the connection is
 * dropped.
 */
final class AppendLane {
    private static final Logger LOG = LoggerFactory.getLogger(AppendLane.class);

    /** Data exception, integrity, program limit: these very values are refused. */
    private static final Set<String> VALUES_REFUSED = Set.of("22", "23", "54");

    /** Also rolled back for sure: serialization and deadlock, resources (disk full), access rule. */
    private static final Set<String> DEFINITE = Set.of("40", "53", "42");

    private final Vertx vertx;
    private final PgConnectOptions database;
    private final long deadlineMillis;
    private @Nullable PgConnection connection;

    AppendLane(Vertx vertx, PgConnectOptions database, long deadlineMillis) {
        this.vertx = vertx;
        this.database = new PgConnectOptions(database).setCachePreparedStatements(true);
        this.deadlineMillis = deadlineMillis;
    }

    /** One result per batch, in the same order; never fails. */
    Future<List<AppendResult>> append(List<AppendBatch> batches) {
        return connect().transform(connected -> {
            if (connected.failed()) {
                String why = String.valueOf(connected.cause().getMessage());
                return same(batches, new AppendResult.NotTried("the database cannot be reached: " + why));
            }
            return execute(connected.result(), batches);
        });
    }

    Future<Void> close() {
        PgConnection open = connection;
        connection = null;
        return open == null ? Future.succeededFuture() : open.close();
    }

    private Future<PgConnection> connect() {
        PgConnection open = connection;
        if (open != null) {
            return Future.succeededFuture(open);
        }
        Future<PgConnection> attempt = PgConnection.connect(vertx, database);
        return attempt.timeout(deadlineMillis, TimeUnit.MILLISECONDS)
                .onSuccess(this::connected)
                .onFailure(givenUp -> attempt.onSuccess(PgConnection::close));
    }

    private void connected(PgConnection fresh) {
        connection = fresh;
        fresh.closeHandler(closed -> forget(fresh));
    }

    /** This very connection, not one that took its place meanwhile. */
    @SuppressWarnings("ReferenceEquality")
    private void forget(PgConnection gone) {
        if (connection == gone) {
            connection = null;
        }
    }

    private Future<List<AppendResult>> execute(PgConnection on, List<AppendBatch> batches) {
        return on.preparedQuery(AppendStatement.SQL)
                .execute(AppendStatement.bind(batches))
                .timeout(deadlineMillis, TimeUnit.MILLISECONDS)
                .map(rows -> results(batches, AppendStatement.moved(rows)))
                .recover(failure -> failed(on, batches, failure));
    }

    private static List<AppendResult> results(List<AppendBatch> batches, Set<UUID> moved) {
        List<AppendResult> results = new ArrayList<>(batches.size());
        for (AppendBatch batch : batches) {
            boolean written = moved.contains(batch.stream().value());
            results.add(written ? new AppendResult.Written() : new AppendResult.Fenced());
        }
        return results;
    }

    private Future<List<AppendResult>> failed(PgConnection on, List<AppendBatch> batches, Throwable failure) {
        String state = failure instanceof PgException refused ? String.valueOf(refused.getSqlState()) : "";
        String stateClass = state.length() == 5 ? state.substring(0, 2) : "";
        boolean valuesRefused = VALUES_REFUSED.contains(stateClass);
        String why = state + " " + failure.getMessage();
        if (valuesRefused && batches.size() == 1) {
            return same(batches, new AppendResult.Unstorable(state, String.valueOf(failure.getMessage())));
        }
        if (valuesRefused || (stateClass.equals("40") && batches.size() > 1)) {
            return oneByOne(batches);
        }
        LOG.atWarn()
                .addKeyValue("request", AppendBatch.traces(batches))
                .log("{} batches were not recorded: {}", batches.size(), why);
        if (DEFINITE.contains(stateClass)) {
            return same(batches, new AppendResult.NotTried(why));
        }
        drop(on);
        return same(batches, new AppendResult.InDoubt(why));
    }

    /** The innocent must not suffer for the guilty: each stream on its own. */
    private Future<List<AppendResult>> oneByOne(List<AppendBatch> batches) {
        Future<List<AppendResult>> results = Future.succeededFuture(new ArrayList<>());
        for (AppendBatch batch : batches) {
            results = results.compose(done -> append(List.of(batch)).map(one -> {
                done.addAll(one);
                return done;
            }));
        }
        return results;
    }

    private void drop(PgConnection on) {
        forget(on);
        on.close().onFailure(alreadyGone -> LOG.debug("closing a lost connection: {}", alreadyGone.getMessage()));
    }

    private static Future<List<AppendResult>> same(List<AppendBatch> batches, AppendResult result) {
        return Future.succeededFuture(Collections.nCopies(batches.size(), result));
    }
}
