package org.leitai.platform.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.pgclient.PgConnectOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records batches of all keepers of a node, many streams in one statement (group commit).
 *
 * <p>While the lanes are busy, batches gather; the next free lane takes as many as a group holds, first come, first served,
 * so no stream waits longer than the batches before it. A keeper keeps at most one batch here, which bounds the queue by the
 * number of keepers. Deployed as a verticle: everything runs on its event loop, {@link #append} may be called on any thread.
 */
public final class Appender extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);

    private final PgConnectOptions database;
    private final AppendSettings settings;
    private final AppendMeters meters;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private final Deque<AppendLane> idle = new ArrayDeque<>();
    private final List<AppendLane> lanes = new ArrayList<>();
    private boolean drainPlanned;

    public Appender(PgConnectOptions database, AppendSettings settings, MeterRegistry registry) {
        this.database = database;
        this.settings = settings;
        this.meters = new AppendMeters(registry);
    }

    @Override
    public Future<?> start() {
        for (int i = 0; i < settings.lanes(); i++) {
            lanes.add(new AppendLane(vertx, database, settings.deadlineMillis()));
        }
        idle.addAll(lanes);
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        return Future.join(lanes.stream().map(AppendLane::close).toList());
    }

    /**
     * Records one batch; never fails, see {@link AppendResult}. A stream's next batch must wait for the end of this one.
     */
    public Future<AppendResult> append(AppendBatch batch) {
        Promise<AppendResult> result = Promise.promise();
        context.runOnContext(ready -> {
            queue.add(new Waiting(batch, result));
            meters.waiting(queue.size());
            planDrain();
        });
        return result.future();
    }

    /** One turn later, so that batches that became ready in the same turn share a group. */
    private void planDrain() {
        if (!drainPlanned && !idle.isEmpty()) {
            drainPlanned = true;
            context.runOnContext(turn -> {
                drainPlanned = false;
                drain();
            });
        }
    }

    private void drain() {
        while (!queue.isEmpty() && !idle.isEmpty()) {
            record(idle.removeFirst(), nextGroup());
        }
        meters.waiting(queue.size());
    }

    private List<Waiting> nextGroup() {
        List<Waiting> group = new ArrayList<>();
        int events = 0;
        int bytes = 0;
        while (!queue.isEmpty() && events < settings.groupEvents() && bytes < settings.groupBytes()) {
            Waiting waiting = queue.removeFirst();
            events += waiting.batch().events().size();
            bytes += waiting.batch().bodyBytes();
            group.add(waiting);
        }
        meters.group(group.size(), events);
        return group;
    }

    private void record(AppendLane lane, List<Waiting> group) {
        long startNanos = System.nanoTime();
        List<AppendBatch> batches = group.stream().map(Waiting::batch).toList();
        lane.append(batches).onSuccess(results -> {
            meters.appended(System.nanoTime() - startNanos);
            told(batches, startNanos);
            for (int i = 0; i < group.size(); i++) {
                group.get(i).result().complete(results.get(i));
            }
            // The lane used last is the one that is connected and warm.
            idle.addFirst(lane);
            planDrain();
        });
    }

    private static void told(List<AppendBatch> group, long startNanos) {
        if (LOG.isDebugEnabled()) {
            LOG.atDebug()
                    .addKeyValue("request", AppendBatch.traces(group))
                    .log(
                            "a group of {} batches was answered in {} µs",
                            group.size(),
                            TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - startNanos));
        }
    }

    private record Waiting(AppendBatch batch, Promise<AppendResult> result) {}
}
