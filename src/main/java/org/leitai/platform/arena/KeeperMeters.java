package org.leitai.platform.arena;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What keepers tell about themselves; safe on any thread. */
final class KeeperMeters {
    private final AtomicInteger loaded;
    private final AtomicInteger waiting;
    private final Timer loading;
    private final Counter fenced;
    private final Counter inDoubt;
    private final Counter damaged;
    private final Counter disbelieved;

    KeeperMeters(MeterRegistry registry) {
        loaded = registry.gauge("leitai.keepers.loaded", new AtomicInteger());
        waiting = registry.gauge("leitai.keepers.waiting", new AtomicInteger());
        loading = Timer.builder("leitai.keepers.loading")
                .description("time to load a stream")
                .register(registry);
        fenced = registry.counter("leitai.keepers.fenced");
        inDoubt = registry.counter("leitai.keepers.in.doubt");
        damaged = registry.counter("leitai.keepers.damaged");
        disbelieved = registry.counter("leitai.packs.disbelieved");
    }

    /** Commands without an answer on this node. */
    int waiting() {
        return waiting.get();
    }

    void arrived() {
        waiting.incrementAndGet();
    }

    void answered() {
        waiting.decrementAndGet();
    }

    void loaded(long nanos) {
        loaded.incrementAndGet();
        loading.record(nanos, TimeUnit.NANOSECONDS);
    }

    void unloaded() {
        loaded.decrementAndGet();
    }

    void fenced() {
        fenced.increment();
    }

    void inDoubt() {
        inDoubt.increment();
    }

    /** A pack was not what the ledger holds. */
    void disbelieved() {
        disbelieved.increment();
    }

    void damaged() {
        damaged.increment();
    }
}
