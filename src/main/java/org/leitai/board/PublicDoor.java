package org.leitai.board;

import io.vertx.core.Future;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.leitai.kernel.StreamId;

/**
 * Whether the public may know of a discipline: its contest must be published. Publishing is not taken back, so a yes is kept; a no is
 * asked again. Safe on any thread.
 */
final class PublicDoor {
    private static final int MOST_KEPT = 10_000;

    private final Directory directory;
    private final Set<StreamId> open = ConcurrentHashMap.newKeySet();

    PublicDoor(Directory directory) {
        this.directory = directory;
    }

    boolean isKnownOpen(StreamId discipline) {
        return open.contains(discipline);
    }

    Future<Boolean> isOpen(StreamId discipline, StreamId contest) {
        return isKnownOpen(discipline)
                ? Future.succeededFuture(true)
                : directory.isPublic(contest).onSuccess(published -> {
                    if (published) {
                        keep(discipline);
                    }
                });
    }

    private void keep(StreamId discipline) {
        if (open.size() >= MOST_KEPT) {
            open.clear();
        }
        open.add(discipline);
    }
}
