package org.leitai.board;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.leitai.platform.live.HubCounts;

/** What boards and their viewers have to tell; on any thread. */
final class BoardMeters {
    private final DistributionSummary frames;
    private final Timer lag;
    private final Counter conflated;
    private final Counter rebuilds;

    BoardMeters(MeterRegistry registry) {
        frames = DistributionSummary.builder("leitai.board.frames")
                .description("frames made, each once for all viewers, and their bytes")
                .baseUnit("bytes")
                .register(registry);
        lag = Timer.builder("leitai.board.lag")
                .description("from an event's recorded time to the frame that shows it")
                .publishPercentileHistogram()
                .register(registry);
        conflated = Counter.builder("leitai.board.conflated")
                .description("commits that shared a later frame instead of having their own")
                .register(registry);
        rebuilds = Counter.builder("leitai.board.rebuilds")
                .description("boards written to Redis as a whole")
                .register(registry);
    }

    /** The same for the streams of this node's viewers. */
    static void ofViewers(MeterRegistry registry, HubCounts counts) {
        Gauge.builder("leitai.viewers", counts, HubCounts::viewers)
                .description("open event streams")
                .register(registry);
        FunctionCounter.builder("leitai.viewers.frames", counts, HubCounts::frames)
                .description("frames handed to viewers' event loops")
                .register(registry);
        FunctionCounter.builder("leitai.viewers.shared", counts, HubCounts::sharedWrites)
                .description("frames written to viewers as the same bytes, not copied for each")
                .register(registry);
        FunctionCounter.builder("leitai.viewers.grouped", counts, HubCounts::groupedWrites)
                .description("those of them that went to the kernel in one call with others")
                .register(registry);
        FunctionCounter.builder("leitai.viewers.skipped", counts, HubCounts::skippedDeltas)
                .description("deltas that slow viewers missed; each gets the whole board instead")
                .register(registry);
        FunctionCounter.builder("leitai.viewers.dropped", counts, HubCounts::droppedViewers)
                .description("viewers closed because they never read")
                .register(registry);
    }

    void frame(int bytes, long lagMicros) {
        frames.record(bytes);
        lag.record(Math.max(0, lagMicros), TimeUnit.MICROSECONDS);
    }

    void conflated() {
        conflated.increment();
    }

    void rebuilt() {
        rebuilds.increment();
    }
}
