package org.leitai.platform.live;

import io.vertx.core.Future;
import java.util.Optional;

/** Where a hub reads the whole of a board when it begins or has missed something. */
@FunctionalInterface
public interface SnapshotSource {
    /**
     * The newest snapshot; read after the hub has subscribed, so it may be newer than frames already waiting.
     *
     * @return empty when no such board exists; fails when nobody can answer now (the hub asks again)
     */
    Future<Optional<Frame>> snapshot(String board);
}
