package org.leitai.platform.redis;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Has the owner of a board look at Redis: every now and then, and soon after Redis came back or turned out to hold something else than
 * it did. Boards of a node do not all look at once.
 */
public final class Lookout implements AutoCloseable {
    private static final long EVERY_MILLIS = 2_000;
    private static final long SPREAD_MILLIS = 100;

    private final Vertx vertx;
    private final RedisLink link;
    private final Runnable look;
    private final Runnable onRestored = this::soon;
    private final Context context;
    private final long timer;
    private volatile boolean closed;

    /** @param look runs on the context of the caller */
    Lookout(RedisLink link, Runnable look) {
        this.vertx = link.vertx();
        this.link = link;
        this.look = look;
        this.context = vertx.getOrCreateContext();
        this.timer = vertx.setPeriodic(EVERY_MILLIS + random(EVERY_MILLIS / 4), ignored -> look());
        link.onRestored(onRestored);
    }

    @Override
    public void close() {
        closed = true;
        vertx.cancelTimer(timer);
        link.offRestored(onRestored);
    }

    private void soon() {
        context.runOnContext(here -> vertx.setTimer(1 + random(SPREAD_MILLIS), ignored -> look()));
    }

    private void look() {
        if (!closed) {
            look.run();
        }
    }

    private static long random(long below) {
        return ThreadLocalRandom.current().nextLong(below);
    }
}
