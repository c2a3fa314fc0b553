package org.leitai.platform.live;

import io.netty.channel.EventLoop;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.doc.DocException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Live boards for this node's viewers; see the package's description for threads, order and bounds. Public methods may be called on
 * any event loop; their futures complete on the caller's context.
 */
public final class Hub {
    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);
    private static final int MAX_RETRY_MILLIS = 3_000;

    private final Vertx vertx;
    private final ContextInternal context;
    private final UnaryOperator<String> address;
    private final SnapshotSource source;
    private final HubLimits limits;
    private final HubCounts counts = new HubCounts();
    private final Map<String, Followed> topics = new LinkedHashMap<>();
    private final Map<EventLoop, Shard> shards = new LinkedHashMap<>();
    private final long ticker;
    private boolean closing;

    /** A topic with its consumer on the bus and when it was last of use. */
    private static final class Followed {
        private final Topic topic;
        private final MessageConsumer<Buffer> consumer;
        private final Future<Void> subscribed;
        private long usedMillis = millis();

        private Followed(Topic topic, MessageConsumer<Buffer> consumer, Future<Void> subscribed) {
            this.topic = topic;
            this.consumer = consumer;
            this.subscribed = subscribed;
        }
    }

    /**
     * @param address the bus address of a board's frames
     * @param source where a board's whole is read
     */
    public Hub(Vertx vertx, UnaryOperator<String> address, SnapshotSource source, HubLimits limits) {
        this.vertx = vertx;
        this.context = ((VertxInternal) vertx).createEventLoopContext();
        this.address = address;
        this.source = source;
        this.limits = limits;
        this.ticker = context.setPeriodic(limits.tickMillis(), ignored -> tick());
    }

    public HubCounts counts() {
        return counts;
    }

    public HubLimits limits() {
        return limits;
    }

    /**
     * Answers a request with an event stream of these boards and keeps it open. Never answers anything but 200: EventSource would give
     * up for good.
     *
     * @param since what the viewer holds of each board, in the order in which boards are sent; null for nothing
     * @param stillAllowed asked every tick; the stream ends when it answers false; null for public streams
     */
    public void stream(
            HttpServerRequest request,
            Map<String, @Nullable FrameId> since,
            @Nullable Supplier<Future<Boolean>> stillAllowed) {
        // Each request runs on a duplicate of its connection's context; viewers are grouped by the loop beneath.
        HttpServerResponse response = request.response();
        ContextInternal viewerContext = ((ContextInternal) vertx.getOrCreateContext()).unwrap();
        response.setChunked(true)
                .setWriteQueueMaxSize(limits.queueBytes())
                .putHeader("Content-Type", EventStream.CONTENT_TYPE)
                .putHeader("Content-Encoding", "identity")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
        if (closing || since.size() > limits.boardsPerStream() || !counts.admit(limits.viewers())) {
            response.end(EventStream.retry(pauseBeforeRetry()));
            return;
        }
        var viewer = new Viewer(Outlet.of(request), viewerContext, since, stillAllowed);
        viewer.write(EventStream.retry(pauseBeforeRetry()));
        response.exceptionHandler(failure -> LOG.debug("a viewer's connection failed: {}", failure.toString()));
        context.runOnContext(ignored -> admit(viewer, response));
    }

    /**
     * The whole of a board as this node knows it, kept current for a while after the call.
     *
     * @return empty when no such board exists
     */
    public Future<Optional<Frame>> snapshot(String board) {
        Promise<Optional<Frame>> answer = ((ContextInternal) vertx.getOrCreateContext()).promise();
        context.runOnContext(
                ignored -> image(board).map(image -> image.map(Image::snapshot)).onComplete(answer));
        return answer.future();
    }

    /** Ends every stream and leaves the bus; later streams are ended at once. */
    public Future<Void> close() {
        Promise<Void> done = Promise.promise();
        context.runOnContext(ignored -> {
            closing = true;
            vertx.cancelTimer(ticker);
            var leaving = new ArrayList<Future<Void>>();
            shards.values().forEach(shard -> leaving.add(ended(shard)));
            topics.values().forEach(followed -> leaving.add(leave(followed)));
            topics.clear();
            Future.join(leaving).<Void>mapEmpty().onComplete(done);
        });
        return done.future();
    }

    private static Future<Void> ended(Shard shard) {
        Promise<Void> done = Promise.promise();
        shard.post(() -> {
            shard.endAll();
            done.complete();
        });
        return done.future();
    }

    private void admit(Viewer viewer, HttpServerResponse response) {
        Shard shard = shards.computeIfAbsent(
                viewer.loop(), loop -> new Shard(viewer.context(), limits, this::catchUp, counts));
        shard.post(() -> {
            shard.add(viewer);
            response.closeHandler(ignored -> shard.left(viewer));
            response.drainHandler(ignored -> shard.drained(viewer));
            if (response.closed()) {
                shard.left(viewer);
            }
        });
        if (closing) {
            shard.post(() -> shard.end(viewer));
            return;
        }
        for (String board : viewer.boards()) {
            image(board)
                    .onSuccess(image -> begin(shard, viewer, board, image))
                    .onFailure(failure -> shard.post(() -> shard.end(viewer)));
        }
    }

    private static void begin(Shard shard, Viewer viewer, String board, Optional<Image> image) {
        if (image.isEmpty()) {
            shard.post(() -> viewer.write(EventStream.absent(board)));
            return;
        }
        Frame frame = image.get().snapshot();
        Buffer event = EventStream.event(frame);
        shard.post(() -> shard.follow(viewer, board, frame.id(), event));
    }

    private void catchUp(Viewer viewer, String board) {
        context.runOnContext(ignored -> {
            Shard shard = shards.get(viewer.loop());
            if (shard != null) {
                image(board)
                        .onSuccess(image -> image.ifPresent(found -> {
                            Buffer event = EventStream.event(found.snapshot());
                            shard.post(() -> viewer.write(event));
                        }));
            }
        });
    }

    private Future<Optional<Image>> image(String board) {
        Followed followed = topics.get(board);
        if (followed == null) {
            if (closing || topics.size() >= limits.topics()) {
                return Future.failedFuture("this node follows as many boards as it may: " + limits.topics());
            }
            followed = follow(board);
            topics.put(board, followed);
        }
        followed.usedMillis = millis();
        Topic topic = followed.topic;
        return followed.subscribed.compose(ignored -> topic.image()).onSuccess(image -> {
            if (image.isEmpty()) {
                forget(board);
            }
        });
    }

    private Followed follow(String board) {
        Topic topic = new Topic(board, vertx, new Here(), limits, frame -> broadcast(board, frame), counts);
        MessageConsumer<Buffer> consumer = vertx.eventBus().consumer(address.apply(board));
        consumer.handler(message -> arrived(topic, message));
        Promise<Void> subscribed = context.promise();
        consumer.completion().onComplete(subscribed);
        return new Followed(topic, consumer, subscribed.future());
    }

    /** The bus may deliver on another loop than the hub's. */
    private void arrived(Topic topic, Message<Buffer> message) {
        context.runOnContext(ignored -> {
            try {
                topic.arrived(Frame.fromWire(message.body()));
            } catch (DocException e) {
                LOG.warn("unreadable frame on {}: {}", message.address(), e.getMessage());
            }
        });
    }

    private void broadcast(String board, Frame frame) {
        counts.frame();
        Buffer event = EventStream.event(frame);
        shards.values().forEach(shard -> shard.post(() -> shard.broadcast(board, event)));
    }

    private void tick() {
        shards.values().forEach(shard -> shard.post(shard::tick));
        long now = millis();
        topics.forEach((board, followed) -> {
            followed.topic.look();
            if (now - followed.usedMillis > limits.idleMillis()) {
                askForUse(board, followed);
            }
        });
    }

    /** Lets go of a board that no shard shows any more. */
    private void askForUse(String board, Followed followed) {
        followed.usedMillis = millis();
        List<Future<Boolean>> answers = shards.values().stream()
                .map(shard -> {
                    Promise<Boolean> shown = Promise.promise();
                    shard.post(() -> shown.complete(shard.shows(board)));
                    return shown.future();
                })
                .toList();
        long asked = followed.usedMillis;
        Future.all(answers)
                .onSuccess(all -> context.runOnContext(ignored -> {
                    boolean shown = answers.stream().anyMatch(Future::result);
                    if (!shown && followed.usedMillis == asked && topics.get(board) == followed) {
                        forget(board);
                    }
                }));
    }

    private void forget(String board) {
        Followed followed = topics.remove(board);
        if (followed != null) {
            leave(followed);
        }
    }

    private static Future<Void> leave(Followed followed) {
        followed.topic.close();
        return followed.consumer.unregister();
    }

    private static long pauseBeforeRetry() {
        return ThreadLocalRandom.current().nextLong(MAX_RETRY_MILLIS / 6, MAX_RETRY_MILLIS);
    }

    private static long millis() {
        return System.nanoTime() / 1_000_000;
    }

    /** The source, answering on the hub's loop. */
    private final class Here implements SnapshotSource {
        @Override
        public Future<Optional<Frame>> snapshot(String board) {
            Promise<Optional<Frame>> here = context.promise();
            source.snapshot(board).onComplete((AsyncResult<Optional<Frame>> answer) -> here.handle(answer));
            return here.future();
        }

        @Override
        public Future<Void> follow(String board) {
            return source.follow(board);
        }
    }
}
