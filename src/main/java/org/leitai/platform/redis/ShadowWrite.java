package org.leitai.platform.redis;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a board on their way into the keys of a new generation, chunk after chunk: while Redis takes in one, the next is
 * encoded.
 */
final class ShadowWrite {
    private static final int ROWS_A_CHUNK = 500;
    private static final long SHADOW_SECONDS = 600;

    /** Chunks under way at a time, where there are turns for so many. */
    private static final int UNDER_WAY = 4;

    private final RedisLink link;
    private final Turns turns;
    private final @Nullable Context context = Vertx.currentContext();
    private final String base;
    private final List<RankedRow> rows;
    private final Set<String> divisions = new TreeSet<>();
    private int taken;

    /**
     * @param turns shared by all boards, so that many large ones do not take every connection from those who read
     * @param base begins the generation's keys
     * @param rows each is read once, in order, when its chunk is written
     */
    ShadowWrite(RedisLink link, Turns turns, String base, List<RankedRow> rows) {
        this.link = link;
        this.turns = turns;
        this.base = base;
        this.rows = rows;
    }

    /** Writes all of them; which divisions they have. */
    Future<Set<String>> all() {
        List<Promise<Void>> hands =
                Stream.generate(Promise::<Void>promise).limit(UNDER_WAY).toList();
        hands.forEach(this::writeNext);
        return Future.all(hands.stream().map(Promise::future).toList()).map(written -> divisions);
    }

    /** A loop over one promise: futures composed in a row would hand an outcome on from one to the next until the stack is full. */
    private void writeNext(Promise<Void> hand) {
        turns.take()
                .onSuccess(turn -> onOwnLoop(() -> writeOne().onComplete(more -> {
                    turns.done();
                    if (more.succeeded() && more.result()) {
                        writeNext(hand);
                    } else {
                        leaveTheRest();
                        hand.handle(more.mapEmpty());
                    }
                })));
    }

    /** Each chunk in a turn of its own, so that the loop serves its other keepers between them. */
    private void onOwnLoop(Runnable work) {
        Context own = context;
        if (own == null) {
            work.run();
        } else {
            own.runOnContext(turn -> work.run());
        }
    }

    /** Whether there was one. */
    private Future<Boolean> writeOne() {
        return Future.succeededFuture().compose(here -> {
            List<RankedRow> chunk = take();
            return chunk.isEmpty()
                    ? Future.succeededFuture(false)
                    : write(chunk).map(written -> true);
        });
    }

    private synchronized List<RankedRow> take() {
        int to = Math.min(rows.size(), taken + ROWS_A_CHUNK);
        List<RankedRow> chunk = List.copyOf(rows.subList(taken, to));
        chunk.forEach(row -> divisions.add(row.division()));
        taken = to;
        return chunk;
    }

    private synchronized void leaveTheRest() {
        taken = rows.size();
    }

    private Future<Void> write(List<RankedRow> chunk) {
        Request all = Request.cmd(Command.HSET).arg(base + ":rows");
        Request terms = Request.cmd(Command.ZADD).arg(base + ":terms");
        var orders = new TreeMap<String, Request>();
        for (RankedRow row : chunk) {
            all.arg(row.id()).arg(row.stored());
            row.terms().forEach(term -> terms.arg("0").arg(term + "\n" + row.id()));
            String order = base + ":order:" + row.division();
            orders.computeIfAbsent(order, key -> Request.cmd(Command.ZADD).arg(key))
                    .arg("0")
                    .arg(row.key() + "!" + row.id());
        }
        var requests = new ArrayList<>(orders.values());
        requests.add(all);
        // A rebuild that dies half way leaves nothing behind; the switch lifts the time limit.
        orders.keySet().forEach(key -> requests.add(expiring(key)));
        requests.add(expiring(base + ":rows"));
        if (chunk.stream().anyMatch(row -> !row.terms().isEmpty())) {
            requests.add(terms);
            requests.add(expiring(base + ":terms"));
        }
        return link.batch(requests).mapEmpty();
    }

    private static Request expiring(String key) {
        return Request.cmd(Command.EXPIRE).arg(key).arg(SHADOW_SECONDS);
    }
}
