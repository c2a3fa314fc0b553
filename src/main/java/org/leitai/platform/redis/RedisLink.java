package org.leitai.platform.redis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pool of connections, and one more that watches: a pooled connection that breaks is only noticed by its next user, the watching
 * one notices at once and tells those who must look at what Redis still holds when it is back.
 */
public final class RedisLink {
    private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);
    private static final int LONGEST_PAUSE_MILLIS = 2_000;
    private static final int FIRST_PAUSE_MILLIS = 50;
    private static final int SIGN_SECONDS = 60;

    private final Vertx vertx;
    private final RedisSettings settings;
    private final Redis pool;
    private final Redis watchClient;
    private final List<Runnable> restored = new CopyOnWriteArrayList<>();
    private volatile @Nullable RedisConnection watch;
    private volatile boolean closed;
    private int pauseMillis = FIRST_PAUSE_MILLIS;

    public RedisLink(Vertx vertx, RedisSettings settings) {
        this.vertx = vertx;
        this.settings = settings;
        this.pool = Redis.createClient(vertx, options(settings, settings.connections(), settings.waiting()));
        this.watchClient = Redis.createClient(vertx, options(settings, 1, 1));
    }

    private static RedisOptions options(RedisSettings settings, int connections, int waiting) {
        return new RedisOptions()
                .setConnectionString(settings.uri())
                .setMaxPoolSize(connections)
                .setMaxPoolWaiting(waiting)
                .setMaxWaitingHandlers(waiting * 4)
                .setNetClientOptions(new NetClientOptions()
                        .setConnectTimeout((int) settings.deadlineMillis())
                        .setTcpNoDelay(true));
    }

    /** Begins to watch; completes with the first connection, or when it is clear that Redis is away for now. */
    public Future<Void> start() {
        return connect().otherwiseEmpty();
    }

    /** Whether Redis answered the last sign of life. */
    public boolean isUp() {
        return watch != null;
    }

    /**
     * Something to do, on any thread, each time Redis is there (again) with whatever it holds then, and when it was emptied or
     * restored from an older file without going away.
     */
    public void onRestored(Runnable listener) {
        restored.add(listener);
    }

    /** No longer for that one. */
    public void offRestored(Runnable listener) {
        restored.remove(listener);
    }

    /** One command; fails after the deadline, when too many wait, or with Redis' own error. */
    public Future<@Nullable Response> send(Request request) {
        return pool.send(request).timeout(settings.deadlineMillis(), TimeUnit.MILLISECONDS);
    }

    Vertx vertx() {
        return vertx;
    }

    /** How many commands can be under way at a time. */
    int connections() {
        return settings.connections();
    }

    /** Several commands on one connection, in order. */
    public Future<List<Response>> batch(List<Request> requests) {
        return pool.batch(requests).timeout(settings.deadlineMillis(), TimeUnit.MILLISECONDS);
    }

    public Future<Void> close() {
        closed = true;
        return Future.join(pool.close(), watchClient.close()).mapEmpty();
    }

    private Future<Void> connect() {
        return watchClient
                .connect()
                .timeout(settings.deadlineMillis(), TimeUnit.MILLISECONDS)
                .<Void>map(connection -> {
                    watching(connection);
                    return null;
                })
                .onFailure(failure -> connectLater());
    }

    private void watching(RedisConnection connection) {
        pauseMillis = FIRST_PAUSE_MILLIS;
        watch = connection;
        connection.exceptionHandler(failure -> lost(connection));
        connection.endHandler(ignored -> lost(connection));
        signsOfLife(connection, new Sign());
        LOG.info("Redis is there");
        restored.forEach(Runnable::run);
    }

    private void signsOfLife(RedisConnection connection, Sign sign) {
        if (!connection.equals(watch) || closed) {
            return;
        }
        sign.leave(connection)
                .timeout(settings.deadlineMillis(), TimeUnit.MILLISECONDS)
                .onSuccess(kept -> {
                    vertx.setTimer(settings.watchMillis(), ignored -> signsOfLife(connection, sign));
                    if (!kept) {
                        LOG.warn("Redis does not hold what it held; boards are looked at");
                        restored.forEach(Runnable::run);
                    }
                })
                .onFailure(failure -> lost(connection));
    }

    /** A number of our own in Redis, another one each time: a Redis that was emptied or restored does not have the one before. */
    private static final class Sign {
        private final String key = "leitai:sign:" + UUID.randomUUID();
        private String left = "";
        private long next;
        private boolean refused;

        /** Whether Redis has what was left there last; fails when it does not answer. */
        Future<Boolean> leave(RedisConnection connection) {
            String before = left;
            String now = Long.toString(next++);
            return connection
                    .send(Request.cmd(Command.SET)
                            .arg(key)
                            .arg(now)
                            .arg("EX")
                            .arg(SIGN_SECONDS)
                            .arg("GET"))
                    .map(answer -> {
                        left = now;
                        refused = false;
                        return before.isEmpty() || (answer != null && before.equals(answer.toString()));
                    })
                    // It may not write at the moment, its disk being full or itself a replica, and yet be there.
                    .recover(why -> connection.send(Request.cmd(Command.PING)).map(pong -> {
                        if (!refused) {
                            LOG.warn("Redis takes no sign; that it was emptied shows later: {}", why.getMessage());
                        }
                        refused = true;
                        left = "";
                        return true;
                    }));
        }
    }

    private void lost(RedisConnection connection) {
        if (connection.equals(watch) && !closed) {
            watch = null;
            connection.close();
            LOG.warn("Redis is away; boards go on from memory");
            connectLater();
        }
    }

    private void connectLater() {
        if (closed) {
            return;
        }
        int pause = pauseMillis;
        pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
        long jittered = pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1);
        vertx.setTimer(jittered, ignored -> {
            if (!closed) {
                connect();
            }
        });
    }
}
