package org.leitai;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.leitai.platform.embedded.CannotStart;
import org.leitai.platform.embedded.PgAddress;

/** A node whose clock is far from PostgreSQL's does not start: it would record times that have not come, or are long past. */
final class ServerClock {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private ServerClock() {}

    /**
     * Asks PostgreSQL for its time; blocks.
     *
     * @throws CannotStart with one line when the clocks differ
     */
    static void check(PgAddress server, Clock clock) {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select (extract(epoch from clock_timestamp()) * 1000)::bigint as millis")) {
            rows.next();
            Duration off = Duration.between(Instant.ofEpochMilli(rows.getLong(1)), clock.instant());
            if (off.abs().compareTo(LIMIT) > 0) {
                throw new CannotStart("this machine's clock is %d ms %s PostgreSQL's; set the clocks (NTP)."
                        .formatted(off.abs().toMillis(), off.isNegative() ? "behind" : "ahead of"));
            }
        } catch (SQLException e) {
            throw new CannotStart("PostgreSQL cannot be asked for its time: " + e.getMessage(), e);
        }
    }
}
