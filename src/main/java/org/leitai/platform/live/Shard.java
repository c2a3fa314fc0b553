package org.leitai.platform.live;

import io.netty.channel.IoEventLoop;
import io.netty.channel.uring.IoUringIoHandler;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.ContextInternal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The viewers of one event loop. Everything but {@link #post} runs on that loop. */
final class Shard {
    private static final int GROUP = 256;

    private final Context context;
    private final HubLimits limits;
    private final BiConsumer<Viewer, String> catchUp;
    private final HubCounts counts;
    private final Set<Viewer> viewers = new LinkedHashSet<>();
    private final Map<String, Set<Viewer>> byBoard = new LinkedHashMap<>();
    private @Nullable SendRing ring;
    private boolean hasRing;

    /**
     * @param catchUp asks the hub for a board's snapshot for a viewer that missed deltas
     */
    Shard(Context context, HubLimits limits, BiConsumer<Viewer, String> catchUp, HubCounts counts) {
        this.context = context;
        this.limits = limits;
        this.catchUp = catchUp;
        this.counts = counts;
        this.hasRing = ((ContextInternal) context).nettyEventLoop() instanceof IoEventLoop loop
                && loop.isIoType(IoUringIoHandler.class);
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

    /** Ends the stream in order; the connection may live on, so nobody else says that the viewer left. */
    void end(Viewer viewer) {
        viewer.end();
        left(viewer);
    }

    void left(Viewer viewer) {
        viewer.markClosed();
        for (String board : viewer.boards()) {
            Set<Viewer> followers = byBoard.get(board);
            if (followers != null && followers.remove(viewer) && followers.isEmpty()) {
                byBoard.remove(board);
            }
        }
        if (viewers.remove(viewer)) {
            counts.left();
        }
    }

    boolean shows(String board) {
        return byBoard.containsKey(board);
    }

    void broadcast(String board, Buffer event) {
        Salvo salvo = new Salvo(event, ring());
        try (salvo) {
            for (Viewer viewer : byBoard.getOrDefault(board, Set.of())) {
                if (!viewer.offer(board, salvo)) {
                    counts.skipped();
                }
            }
        }
        counts.shared(salvo.shares());
        counts.grouped(salvo.grouped());
    }

    /** For as many viewers as share a system call; null on a loop that has none. */
    private @Nullable SendRing ring() {
        if (hasRing && (ring == null || ring.isBroken())) {
            ring = SendRing.open(GROUP);
            hasRing = ring != null;
        }
        return ring;
    }

    void drained(Viewer viewer) {
        viewer.takeBehind().forEach(board -> catchUp.accept(viewer, board));
    }

    void tick() {
        List<Viewer> all = List.copyOf(viewers);
        try (Salvo heartbeat = new Salvo(EventStream.HEARTBEAT, ring())) {
            for (Viewer viewer : all) {
                if (viewer.isStuck(limits.stuckTicks())) {
                    counts.dropped();
                    viewer.drop();
                    left(viewer);
                    continue;
                }
                drained(viewer);
                viewer.heartbeat(heartbeat);
            }
        }
        all.stream().filter(Viewer::isGuarded).forEach(this::guard);
    }

    /** Ends the viewer's stream unless its session is known to be good: not knowing for once is not a revocation. */
    private void guard(Viewer viewer) {
        viewer.stillAllowed().onSuccess(allowed -> {
            if (!allowed) {
                post(() -> end(viewer));
            }
        });
    }

    void endAll() {
        List.copyOf(viewers).forEach(this::end);
        hasRing = false;
        if (ring != null) {
            ring.close();
            ring = null;
        }
    }
}
