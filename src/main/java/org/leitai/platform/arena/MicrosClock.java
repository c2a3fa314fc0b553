package org.leitai.platform.arena;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A clock in whole microseconds since 1970, the unit of every time in the ledger. */
record MicrosClock(Clock clock) {
    long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }
}
