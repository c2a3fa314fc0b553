package org.leitai.judging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** How many marks this node has answered, and how; on any thread. */
final class MarkMeters {
    /** Known by its key: recorded before, and now no second time. */
    static final String AGAIN = "again";

    private static final List<String> STATES = List.of("confirmed", "disputed", "late", "refused", AGAIN);

    private final MeterProvider<Counter> answered;

    MarkMeters(MeterRegistry registry) {
        answered = Counter.builder("leitai.marks")
                .description("marks that were answered, by what became of them")
                .withRegistry(registry);
        // Each is told from the start, as nothing.
        STATES.forEach(this::of);
    }

    void answered(String state) {
        of(state).increment();
    }

    private Counter of(String state) {
        return answered.withTag("state", state);
    }
}
