package org.leitai.platform.live;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What the hub has to tell the meters; readable on any thread. */
public final class HubCounts {
    private final AtomicInteger viewers = new AtomicInteger();
    private final LongAdder frames = new LongAdder();
    private final LongAdder shared = new LongAdder();
    private final LongAdder grouped = new LongAdder();
    private final LongAdder skipped = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder rereadings = new LongAdder();

    /** Open event streams. */
    public int viewers() {
        return viewers.get();
    }

    /** Frames handed to viewers' loops, each counted once however many viewers see it. */
    public long frames() {
        return frames.sum();
    }

    /** Writes to viewers of bytes that all viewers of their event loop share; others were copied into their response. */
    public long sharedWrites() {
        return shared.sum();
    }

    /** Those of them that went to the kernel in one call with others. */
    public long groupedWrites() {
        return grouped.sum();
    }

    /** Deltas a viewer missed because it did not keep up. */
    public long skippedDeltas() {
        return skipped.sum();
    }

    /** Viewers closed because they never read. */
    public long droppedViewers() {
        return dropped.sum();
    }

    /** Snapshots read, at a topic's beginning and after each gap. */
    public long rereadings() {
        return rereadings.sum();
    }

    boolean admit(int limit) {
        if (viewers.incrementAndGet() <= limit) {
            return true;
        }
        viewers.decrementAndGet();
        return false;
    }

    void left() {
        viewers.decrementAndGet();
    }

    void frame() {
        frames.increment();
    }

    void shared(int writes) {
        shared.add(writes);
    }

    void grouped(int writes) {
        grouped.add(writes);
    }

    void skipped() {
        skipped.increment();
    }

    void dropped() {
        dropped.increment();
    }

    void reread() {
        rereadings.increment();
    }
}
