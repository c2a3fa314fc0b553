package org.leitai.platform.arena;

/** Pauses between tries, each twice as long as the one before, up to a bound. One thread at a time. */
final class Pauses {
    private static final long FIRST_MILLIS = 50;
    private static final long LONGEST_MILLIS = 1_000;

    private long nextMillis = FIRST_MILLIS;

    long next() {
        long now = nextMillis;
        nextMillis = Math.min(LONGEST_MILLIS, 2 * now);
        return now;
    }

    void reset() {
        nextMillis = FIRST_MILLIS;
    }
}
