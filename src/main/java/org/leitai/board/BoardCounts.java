package org.leitai.board;

import java.util.concurrent.atomic.LongAdder;

/** What boards have to tell the meters; readable on any thread. */
public final class BoardCounts {
    private final LongAdder frames = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder conflated = new LongAdder();
    private final LongAdder rebuilds = new LongAdder();

    /** Frames made, each once for all viewers. */
    public long frames() {
        return frames.sum();
    }

    public long frameBytes() {
        return bytes.sum();
    }

    /** Commits that shared a later frame instead of having their own. */
    public long conflatedCommits() {
        return conflated.sum();
    }

    /** Boards written to Redis as a whole, at first and after Redis had forgotten or remembered something else. */
    public long rebuilds() {
        return rebuilds.sum();
    }

    void frame(int length) {
        frames.increment();
        bytes.add(length);
    }

    void conflated() {
        conflated.increment();
    }

    void rebuilt() {
        rebuilds.increment();
    }
}
