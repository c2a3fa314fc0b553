package org.leitai.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for what must become true, looking often, with a deadline that no healthy run comes near. */
public final class Await {
    private static final Duration DEADLINE = Duration.ofMinutes(3);
    private static final long LOOK_EVERY_MILLIS = 20;

    private Await() {}

    /** Returns when the condition holds; fails with that description at the deadline. */
    public static void until(String what, Callable<Boolean> condition) throws Exception {
        until(what, DEADLINE, condition);
    }

    /** As above, for what takes its time. */
    public static void until(String what, Duration patience, Callable<Boolean> condition) throws Exception {
        Instant deadline = Instant.now().plus(patience);
        while (!condition.call()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("not within " + patience.toSeconds() + " s: " + what);
            }
            moment();
        }
    }

    static void moment() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MILLIS));
    }
}
