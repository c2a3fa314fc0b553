package org.leitai.platform.live;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The viewers of one event loop. Everything but {@link #post} runs on that loop. */
final class Shard {
    private final Context context;
    private final HubLimits limits;
    private final BiConsumer<Viewer, String> catchUp;
    private final HubCounts counts;
    private final Set<Viewer> viewers = new LinkedHashSet<>();
    private final Map<String, Set<Viewer>> byBoard = new LinkedHashMap<>();

    /**
     * @param catchUp asks the hub for a board's snapshot for a viewer that missed deltas
     */
    Shard(Context context, HubLimits limits, BiConsumer<Viewer, String> catchUp, HubCounts counts) {
        this.context = context;
        this.limits = limits;
        this.catchUp = catchUp;
        this.counts = counts;
    }

    /** Runs something on this shard's loop, after everything posted before. */
    void post(Runnable work) {
        context.runOnContext(ignored -> work.run());
    }

    void add(Viewer viewer) {
        viewers.add(viewer);
    }

    void follow(Viewer viewer, String board, FrameId current, Buffer snapshotEvent) {
        if (viewers.contains(viewer)) {
            byBoard.computeIfAbsent(board, ignored -> new LinkedHashSet<>()).add(viewer);
            viewer.begin(board, current, snapshotEvent);
        }
    }

    /** Returns false when the viewer had left before. */
    boolean remove(Viewer viewer) {
        viewer.markClosed();
        for (String board : viewer.boards()) {
            Set<Viewer> followers = byBoard.get(board);
            if (followers != null && followers.remove(viewer) && followers.isEmpty()) {
                byBoard.remove(board);
            }
        }
        return viewers.remove(viewer);
    }

    boolean shows(String board) {
        return byBoard.containsKey(board);
    }

    void broadcast(String board, Buffer event) {
        try (Chunk chunk = new Chunk(event)) {
            for (Viewer viewer : byBoard.getOrDefault(board, Set.of())) {
                if (!viewer.offer(board, chunk)) {
                    counts.skipped();
                }
            }
            counts.shared(chunk.shares());
        }
    }

    void drained(Viewer viewer) {
        viewer.takeBehind().forEach(board -> catchUp.accept(viewer, board));
    }

    void tick() {
        for (Viewer viewer : List.copyOf(viewers)) {
            if (viewer.isStuck(limits.stuckTicks())) {
                counts.dropped();
                viewer.drop();
                continue;
            }
            drained(viewer);
            viewer.heartbeat(EventStream.HEARTBEAT);
            if (viewer.isGuarded()) {
                guard(viewer);
            }
        }
    }

    /** Ends the viewer's stream unless its session is known to be good: not knowing for once is not a revocation. */
    private void guard(Viewer viewer) {
        viewer.stillAllowed().onSuccess(allowed -> {
            if (!allowed) {
                post(viewer::end);
            }
        });
    }

    void endAll() {
        new HashSet<>(viewers).forEach(Viewer::end);
    }
}
