package org.leitai.installation;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What all tablets together have not sent; every node tells the same, so take one, or the greatest. */
final class TabletMeters {
    /** Longer silent than this, a tablet is put away, not in use. */
    private static final long IN_USE_MICROS = TimeUnit.MINUTES.toMicros(2);

    private final AtomicLong inUse;
    private final AtomicLong unsent;
    private final AtomicLong oldestSeconds;

    TabletMeters(MeterRegistry registry) {
        inUse = registry.gauge("leitai.tablets", new AtomicLong());
        unsent = registry.gauge("leitai.tablets.unsent.marks", new AtomicLong());
        oldestSeconds = registry.gauge("leitai.tablets.oldest.unsent.seconds", new AtomicLong());
    }

    /** A silent tablet's marks grow old too. */
    void seen(List<TabletReport> tablets, long nowMicros) {
        inUse.set(tablets.stream()
                .filter(tablet -> nowMicros - tablet.seenMicros() < IN_USE_MICROS)
                .count());
        unsent.set(tablets.stream().mapToLong(TabletReport::unsent).sum());
        oldestSeconds.set(tablets.stream()
                .filter(tablet -> tablet.unsent() > 0)
                .mapToLong(tablet -> tablet.unsentSeconds()
                        + TimeUnit.MICROSECONDS.toSeconds(Math.max(0, nowMicros - tablet.seenMicros())))
                .max()
                .orElse(0));
    }
}
