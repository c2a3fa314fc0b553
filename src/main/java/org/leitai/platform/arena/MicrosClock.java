package org.leitai.platform.arena;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/**
 * A clock in whole microseconds since 1970, the unit of every time in the ledger. It does not believe jumps: a clock that is set by
 * more than a second while the program runs is followed only when it was found to agree with PostgreSQL's, else time goes on from
 * where it was. So a clock that somebody sets wrong marks no event with a time to come. Safe on any thread.
 */
final class MicrosClock {
    private static final long JUMP_MICROS = TimeUnit.SECONDS.toMicros(1);

    private final Clock clock;
    private volatile Anchor anchor;

    MicrosClock(Clock clock) {
        this.clock = clock;
        this.anchor = now();
    }

    long micros() {
        Anchor read = now();
        long expected = anchor.micros() + TimeUnit.NANOSECONDS.toMicros(read.nanos() - anchor.nanos());
        if (Math.abs(read.micros() - expected) > JUMP_MICROS) {
            return expected;
        }
        anchor = read;
        return read.micros();
    }

    /** What the clock shows now is right. */
    void agrees() {
        anchor = now();
    }

    private Anchor now() {
        return new Anchor(ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()), System.nanoTime());
    }

    private record Anchor(long micros, long nanos) {}
}
