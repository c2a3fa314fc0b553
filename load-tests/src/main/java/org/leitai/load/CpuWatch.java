package org.leitai.load;

import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Processor time that a process has used, noted ten times a second. */
final class CpuWatch implements AutoCloseable {
    private static final int LOOK_MILLIS = 100;

    private final NavigableMap<Long, Long> nanosAt = new ConcurrentSkipListMap<>();
    private final Thread watch;

    CpuWatch(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        watch = Thread.ofPlatform().daemon().start(() -> {
            while (!Thread.interrupted()) {
                process.info().totalCpuDuration().ifPresent(used -> nanosAt.put(System.nanoTime() / 1_000_000, used.toNanos()));
                try {
                    Thread.sleep(LOOK_MILLIS);
                } catch (InterruptedException ended) {
                    return;
                }
            }
        });
    }

    /**
     * Milliseconds of one processor, on average, for each of so many equal spans that ended one span ago.
     *
     * @param spanMillis length of a span
     */
    double millisEach(int spans, int spanMillis) {
        long end = nanosAt.lastKey() - spanMillis;
        var to = nanosAt.floorEntry(end);
        var from = nanosAt.ceilingEntry(end - (long) spans * spanMillis);
        double millis = (to.getValue() - from.getValue()) / 1e6;
        return millis * spanMillis / (to.getKey() - from.getKey());
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
