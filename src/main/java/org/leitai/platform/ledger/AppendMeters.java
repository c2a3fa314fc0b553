package org.leitai.platform.ledger;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What the appender tells about itself. */
final class AppendMeters {
    private final Timer latency;
    private final DistributionSummary groupStreams;
    private final DistributionSummary groupEvents;
    private final AtomicInteger waiting;

    AppendMeters(MeterRegistry registry) {
        latency = Timer.builder("leitai.ledger.append")
                .description("time of one group commit")
                .publishPercentileHistogram()
                .register(registry);
        groupStreams = DistributionSummary.builder("leitai.ledger.group.streams")
                .description("streams in one group commit")
                .register(registry);
        groupEvents = DistributionSummary.builder("leitai.ledger.group.events")
                .description("events in one group commit")
                .register(registry);
        waiting = registry.gauge("leitai.ledger.waiting", new AtomicInteger());
    }

    void appended(long nanos) {
        latency.record(nanos, TimeUnit.NANOSECONDS);
    }

    void group(int streams, int events) {
        groupStreams.record(streams);
        groupEvents.record(events);
    }

    void waiting(int batches) {
        waiting.set(batches);
    }
}
