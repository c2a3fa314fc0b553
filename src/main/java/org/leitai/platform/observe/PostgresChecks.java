package org.leitai.platform.observe;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** What must hold of PostgreSQL before this node is ready: it answers, it keeps what it acknowledges, and its clock agrees. */
public final class PostgresChecks {
    /** Beyond it, recorded times of two nodes could cross. */
    private static final long CLOCK_LIMIT_MICROS = 1_000_000;

    private static final int DEADLINE_S = 2;
    private static final List<String> DURABLE = List.of("fsync", "full_page_writes", "synchronous_commit");
    private static final String QUERY = """
            select current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
                   current_setting('synchronous_commit') as synchronous_commit,
                   (extract(epoch from clock_timestamp()) * 1000000)::bigint as micros""";

    private final Pool pool;
    private final LongSupplier nowMicros;

    public PostgresChecks(Pool pool, LongSupplier nowMicros) {
        this.pool = pool;
        this.nowMicros = nowMicros;
    }

    /** Fails with a sentence when one of them does not hold. */
    public Future<Void> check() {
        return pool.query(QUERY)
                .execute()
                .timeout(DEADLINE_S, TimeUnit.SECONDS)
                .map(rows -> rows.iterator().next())
                .compose(row -> {
                    String fault = fault(row);
                    return fault.isEmpty() ? Future.succeededFuture() : Future.failedFuture(fault);
                });
    }

    /** Whether this node's clock agrees with PostgreSQL's; fails when that cannot be asked. */
    public Future<Boolean> clockAgrees() {
        return pool.query(QUERY)
                .execute()
                .timeout(DEADLINE_S, TimeUnit.SECONDS)
                .map(rows -> offsetMicros(rows.iterator().next()) <= CLOCK_LIMIT_MICROS);
    }

    /** Which promise holds, for the start's report. */
    public Future<String> promise() {
        return check().map("an acknowledged mark is on disk (fsync, full_page_writes, synchronous_commit are on)");
    }

    private long offsetMicros(Row row) {
        return Math.abs(row.getLong("micros") - nowMicros.getAsLong());
    }

    private String fault(Row row) {
        for (String setting : DURABLE) {
            if (row.getString(setting).equals("off")) {
                return "PostgreSQL runs with " + setting + " = off: a crash could lose acknowledged marks; turn it on";
            }
        }
        long offset = offsetMicros(row);
        return offset > CLOCK_LIMIT_MICROS
                ? "this node's clock is " + offset / 1000 + " ms away from PostgreSQL's; set the clocks"
                : "";
    }
}
