package org.leitai.access.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import org.leitai.access.domain.Attempts;

/** Table {@code sign_in_failure}: wrong tries in the window, by subject. */
public final class Failures {
    private final Pool pool;

    public Failures(Pool pool) {
        this.pool = pool;
    }

    public Future<Long> count(String subject, long nowMicros) {
        return pool.preparedQuery("select count(*) from sign_in_failure where subject = $1 and at_micros > $2")
                .execute(Tuple.of(subject, nowMicros - Attempts.WINDOW_MICROS))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Adds one and forgets those outside the window. */
    public Future<Void> add(String subject, long nowMicros) {
        return pool.preparedQuery("""
                        with forgotten as (delete from sign_in_failure where subject = $1 and at_micros <= $3)
                        insert into sign_in_failure (subject, at_micros) values ($1, $2)""")
                .execute(Tuple.of(subject, nowMicros, nowMicros - Attempts.WINDOW_MICROS))
                .mapEmpty();
    }

    /** A right try clears the count. */
    public Future<Void> clear(String subject) {
        return pool.preparedQuery("delete from sign_in_failure where subject = $1")
                .execute(Tuple.of(subject))
                .mapEmpty();
    }
}
