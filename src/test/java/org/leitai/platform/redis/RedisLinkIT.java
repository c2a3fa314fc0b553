package org.leitai.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.leitai.testkit.RealServers;

/** Signs of its own tell a link that Redis lost what it held without going away. */
class RedisLinkIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    private static final Pattern PINGS = Pattern.compile("cmdstat_ping:calls=([0-9]+)");

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

    /** As a full one, or one whose user may not write there. */
    @Test
    void a_redis_that_takes_no_sign_is_there_all_the_same() {
        await(link.send(Request.cmd(Command.ACL)
                .arg("SETUSER")
                .arg("reader")
                .arg("on")
                .arg(">secret")
                .arg("+@all")
                .arg("~other:*")));
        var refused = new RedisLink(
                vertx,
                new RedisSettings(SERVERS.redisUri().replaceFirst("//.*@", "//reader:secret@"), 1, 1, 2_000, 20));
        List<String> told = new CopyOnWriteArrayList<>();
        refused.onRestored(() -> told.add("there"));
        await(refused.start());

        long before = pings();
        while (pings() < before + 5) {
            Thread.onSpinWait();
        }

        assertThat(refused.isUp()).isTrue();
        assertThat(told).containsExactly("there");
        await(refused.close());
    }

    /** How often somebody asked whether Redis is there, who could leave no sign. */
    private long pings() {
        Matcher calls = PINGS.matcher(
                String.valueOf(await(link.send(Request.cmd(Command.INFO).arg("commandstats")))));
        return calls.find() ? Long.parseLong(calls.group(1)) : 0;
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
