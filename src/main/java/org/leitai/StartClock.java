package org.leitai;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Where the time of a start goes, step by step, from the birth of the process on; on the main thread. */
final class StartClock {
    private final long bornMillis = ManagementFactory.getRuntimeMXBean().getStartTime();
    private final List<String> steps = new ArrayList<>();
    private long lastMillis = bornMillis;

    StartClock() {
        step("java");
    }

    /** What was done since the last step. */
    void step(String name) {
        long now = System.currentTimeMillis();
        steps.add(name + " " + (now - lastMillis));
        lastMillis = now;
    }

    /** The whole, and its parts in order; milliseconds. */
    String report() {
        return "ready after %d ms (%s)".formatted(lastMillis - bornMillis, String.join(", ", steps));
    }
}
