package org.leitai.platform.redis;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Lets so many work at a time; the others wait in the order in which they came. Safe on any thread. */
final class Turns {
    private final Queue<Promise<Void>> waiting = new ArrayDeque<>();
    private int free;

    Turns(int most) {
        free = most;
    }

    /** Complete when it is the caller's turn, who gives it back with {@link #done}. */
    synchronized Future<Void> take() {
        if (free > 0) {
            free--;
            return Future.succeededFuture();
        }
        Promise<Void> turn = Promise.promise();
        waiting.add(turn);
        return turn.future();
    }

    void done() {
        Promise<Void> next = next();
        if (next != null) {
            next.complete();
        }
    }

    private synchronized @Nullable Promise<Void> next() {
        Promise<Void> next = waiting.poll();
        if (next == null) {
            free++;
        }
        return next;
    }
}
