package org.leitai.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.leitai.testkit.RealServers;

/** Signs of its own tell a link that Redis lost what it held without going away. */
class RedisLinkIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    private final Vertx vertx = Vertx.vertx();
    private final RedisLink link = new RedisLink(vertx, new RedisSettings(SERVERS.redisUri(), 4, 64, 2_000, 50));

    @BeforeEach
    void connect() {
        await(link.start());
    }

    @AfterEach
    void close() {
        await(link.close());
        await(vertx.close());
    }

    @Test
    void a_redis_that_was_emptied_without_going_away_is_told() {
        signLeft();
        Promise<Void> told = Promise.promise();
        link.onRestored(told::tryComplete);

        await(link.send(Request.cmd(Command.FLUSHALL)));

        await(told.future());
    }

    @Test
    void a_redis_that_was_set_back_to_an_older_file_without_going_away_is_told() {
        String sign = signLeft();
        Promise<Void> told = Promise.promise();
        link.onRestored(told::tryComplete);

        await(link.send(Request.cmd(Command.SET).arg(sign).arg("-1")));

        await(told.future());
    }

    @Test
    void who_looks_no_more_is_not_told() {
        signLeft();
        Promise<Void> told = Promise.promise();
        Promise<Void> other = Promise.promise();
        Runnable closed = told::tryComplete;
        link.onRestored(closed);
        link.onRestored(other::tryComplete);
        link.offRestored(closed);

        await(link.send(Request.cmd(Command.FLUSHALL)));

        await(other.future());
        assertThat(told.future().isComplete()).isFalse();
    }

    /** The key of the link's sign, once the link knows that it is there. */
    private String signLeft() {
        await(link.send(Request.cmd(Command.FLUSHALL)));
        List<String> signs = new ArrayList<>();
        while (signs.isEmpty()) {
            await(link.send(Request.cmd(Command.KEYS).arg("leitai:sign:*"))).forEach(key -> signs.add(key.toString()));
        }
        String first = sign(signs.getFirst());
        while (sign(signs.getFirst()).equals(first)) {
            Thread.onSpinWait();
        }
        return signs.getFirst();
    }

    private String sign(String key) {
        return String.valueOf(await(link.send(Request.cmd(Command.GET).arg(key))));
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
