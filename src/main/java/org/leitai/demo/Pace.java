package org.leitai.demo;

import java.util.concurrent.ThreadLocalRandom;

/**
 * How fast the simulated people are.
 *
 * @param times 1 is a pace a person can watch; 100 is a rehearsal
 */
record Pace(double times) {
    private static final long THINK_MS = 1_800;
    private static final long GLANCE_MS = 1_200;
    private static final long DWELL_MS = 6_000;
    private static final long LAP_MS = 12_000;
    private static final long IDLE_MS = 120_000;
    private static final long LEAST_MS = 5;

    /** Before a mark is entered. */
    void think() throws InterruptedException {
        pause((long) (THINK_MS * ThreadLocalRandom.current().nextDouble(0.4, 1.6)));
    }

    /** Between two looks at the tablet. */
    void glance() throws InterruptedException {
        pause(GLANCE_MS);
    }

    /** While the hall looks at a result. */
    void dwell() throws InterruptedException {
        pause(DWELL_MS);
    }

    /** Until the next team in the field is done. */
    void lap() throws InterruptedException {
        pause(LAP_MS);
    }

    long lapMillis() {
        return (long) (LAP_MS / times);
    }

    /** How long somebody who took a seat may leave it idle before its simulated judge comes back, in nanoseconds. */
    long idleNanos() {
        return (long) (IDLE_MS * 1_000_000L / times);
    }

    /** The same for the person who watches: minutes at a pace that lets somebody watch, else seconds. */
    String idleWords() {
        long seconds = Math.max(1, Math.round(IDLE_MS / 1_000.0 / times));
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }

    private void pause(long millis) throws InterruptedException {
        Thread.sleep(Math.max(LEAST_MS, (long) (millis / times)));
    }
}
