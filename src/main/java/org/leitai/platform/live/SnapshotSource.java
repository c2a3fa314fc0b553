package org.leitai.platform.live;

import io.vertx.core.Future;
import java.util.Optional;

/** Where a hub reads the whole of a board when it begins or has missed something, and says that it follows it. */
public interface SnapshotSource {
    /**
     * The newest snapshot; read after the hub has subscribed, so it may be newer than frames already waiting.
     *
     * @return empty when no such board exists; fails when nobody can answer now (the hub asks again)
     */
    Future<Optional<Frame>> snapshot(String board);

    /**
     * Says that this node still shows a board: a source may stop to send frames a minute after it last heard so, or was last read.
     * A failure matters no more than a lost question: the hub says it again.
     */
    Future<Void> follow(String board);
}
