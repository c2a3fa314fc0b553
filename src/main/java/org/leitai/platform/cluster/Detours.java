package org.leitai.platform.cluster;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.leitai.kernel.StreamId;
import org.leitai.platform.gateway.Placement;

/** Streams that another node took from us, and until when we leave them to it. Safe on any thread. */
final class Detours {
    private static final long FIRST_PAUSE_MILLIS = 1_000;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    private static final int MOST = 10_000;

    private final Placement placement;
    private final Map<StreamId, Detour> detours = new ConcurrentHashMap<>();

    Detours(Placement placement) {
        this.placement = placement;
        placement.onChange(detours::clear);
    }

    /** The node to ask for a stream now. */
    UUID target(StreamId stream) {
        Detour detour = detours.get(stream);
        List<UUID> candidates = placement.candidates(stream);
        if (detour != null && detour.isOpen() && candidates.contains(detour.owner())) {
            return detour.owner();
        }
        return candidates.getFirst();
    }

    /** Leaves a stream to its new owner; every time for longer, so that two views of the cluster do not fight. */
    void stepAside(StreamId stream, UUID owner) {
        if (detours.size() >= MOST) {
            detours.clear();
        }
        detours.merge(
                stream,
                Detour.of(owner, FIRST_PAUSE_MILLIS),
                (before, first) -> Detour.of(owner, Math.min(LONGEST_PAUSE_MILLIS, 2 * before.pauseMillis())));
    }

    /** The stream is this node's again. */
    void forget(StreamId stream) {
        detours.remove(stream);
    }

    private record Detour(UUID owner, long pauseMillis, long untilNanos) {
        boolean isOpen() {
            return untilNanos - System.nanoTime() > 0;
        }

        static Detour of(UUID owner, long pauseMillis) {
            return new Detour(owner, pauseMillis, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pauseMillis));
        }
    }
}
