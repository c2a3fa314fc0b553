package org.leitai.platform.live;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One board on this node: its newest image. Lives on the hub's loop only. */
final class Topic {
    private static final Logger LOG = LoggerFactory.getLogger(Topic.class);
    /** A gap is read after a breath, so that a source that lags behind the bus is not asked in a tight loop. */
    private static final long GAP_PAUSE_MILLIS = 20;

    /** The bus may lose the last frame before a pause, and then nothing shows that it is missing. */
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final String board;
    private final Vertx vertx;
    private final SnapshotSource source;
    private final HubLimits limits;
    private final Consumer<Frame> broadcast;
    private final HubCounts counts;
    private final ArrayDeque<Frame> waiting = new ArrayDeque<>();
    private @Nullable Image image;
    private @Nullable Promise<Optional<Image>> reading;
    private long pauseMillis = FIRST_PAUSE_MILLIS;
    private boolean closed;
    private long heardNanos = System.nanoTime();
    private long askedNanos = System.nanoTime();

    Topic(
            String board,
            Vertx vertx,
            SnapshotSource source,
            HubLimits limits,
            Consumer<Frame> broadcast,
            HubCounts counts) {
        this.board = board;
        this.vertx = vertx;
        this.source = source;
        this.limits = limits;
        this.broadcast = broadcast;
        this.counts = counts;
    }

    /** The image, once there is one; empty when the board does not exist. */
    Future<Optional<Image>> image() {
        Image known = image;
        return known != null ? Future.succeededFuture(Optional.of(known)) : read(0);
    }

    /** Now and then: a board of which nothing was heard for long is read again; of any other it is told that it is still shown. */
    void look() {
        long now = System.nanoTime();
        if (image == null) {
            return;
        }
        if (now - heardNanos > QUIET_NANOS) {
            heardNanos = now;
            read(0);
        } else if (now - askedNanos > TimeUnit.MILLISECONDS.toNanos(limits.followMillis())) {
            askedNanos = now;
            source.follow(board)
                    .onFailure(failure -> LOG.debug("{}: not told that it is shown: {}", board, failure.toString()));
        }
    }

    /** A frame from the bus. */
    void arrived(Frame frame) {
        heardNanos = System.nanoTime();
        if (reading != null) {
            keepWaiting(frame);
        } else {
            take(frame);
        }
    }

    void close() {
        closed = true;
    }

    private void keepWaiting(Frame frame) {
        if (waiting.size() == limits.framesWaiting()) {
            waiting.removeFirst();
        }
        waiting.addLast(frame);
    }

    private void take(Frame frame) {
        Image known = image;
        if (known == null) {
            if (frame.snapshot()) {
                image = Image.of(frame);
                broadcast.accept(frame);
            } else {
                read(0);
            }
            return;
        }
        switch (known.fit(frame)) {
            case OLD -> LOG.debug("{}: dropped frame {}, holding {}", board, frame.id(), known.id());
            case NEXT -> {
                known.apply(frame);
                broadcast.accept(frame);
            }
            case GAP -> {
                LOG.debug("{}: frame {} after {} does not follow {}", board, frame.id(), frame.prev(), known.id());
                keepWaiting(frame);
                read(GAP_PAUSE_MILLIS);
            }
        }
    }

    private Future<Optional<Image>> read(long pause) {
        Promise<Optional<Image>> running = reading;
        if (running != null) {
            return running.future();
        }
        Promise<Optional<Image>> begun = Promise.promise();
        reading = begun;
        if (pause == 0) {
            ask(begun);
        } else {
            vertx.setTimer(pause, ignored -> ask(begun));
        }
        return begun.future();
    }

    private void ask(Promise<Optional<Image>> promise) {
        counts.reread();
        askedNanos = System.nanoTime();
        source.snapshot(board).onComplete(answer -> {
            if (answer.succeeded()) {
                pauseMillis = FIRST_PAUSE_MILLIS;
                finish(promise, answer.result());
            } else if (closed) {
                promise.fail(answer.cause());
            } else {
                LOG.debug("{}: no snapshot yet: {}", board, answer.cause().toString());
                vertx.setTimer(pauseWithJitter(), ignored -> ask(promise));
            }
        });
    }

    private void finish(Promise<Optional<Image>> promise, Optional<Frame> snapshot) {
        reading = null;
        snapshot.ifPresent(this::takeSnapshot);
        var frames = new ArrayList<>(waiting);
        waiting.clear();
        if (snapshot.isPresent()) {
            frames.forEach(this::arrived);
        }
        promise.complete(Optional.ofNullable(image));
    }

    private void takeSnapshot(Frame snapshot) {
        Image known = image;
        if (known == null) {
            image = Image.of(snapshot);
        } else if (known.fit(snapshot) == Image.Fit.NEXT) {
            known.apply(snapshot);
            broadcast.accept(snapshot);
        }
    }

    private long pauseWithJitter() {
        long pause = pauseMillis;
        pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, pauseMillis * 2);
        return pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1);
    }
}
