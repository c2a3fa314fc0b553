package org.leitai.platform.redis;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Single rows with their places, which a crowd asks for one by one. An event loop has one question to a board under way; what is
 * asked meanwhile goes with its next one, all together. So nobody waits for company while few ask, and Redis and the connection
 * carry a fraction of the messages when many do.
 */
final class PlaceReader {
    /** Ids in one question: their rows are counted in about a millisecond, in which Redis does nothing else. */
    private static final int MOST_TOGETHER = 64;

    private static final int PARTS = 3;

    private final RedisLink link;
    /** Of each event loop, by the board's key; what is an event loop's, only its own thread sees. */
    private final Map<Thread, Map<String, Asking>> loops = new ConcurrentHashMap<>();

    PlaceReader(RedisLink link) {
        this.link = link;
    }

    /** The row's place; empty when there is no such row. */
    Future<Optional<RankedPage.Place>> place(String head, String id) {
        if (!Context.isOnEventLoopThread()) {
            return ask(head, List.of(id)).map(List::getFirst);
        }
        var own = loops.computeIfAbsent(Thread.currentThread(), loop -> new HashMap<>());
        return own.computeIfAbsent(head, key -> new Asking(key, own)).place(id);
    }

    private Future<List<Optional<RankedPage.Place>>> ask(String head, List<String> ids) {
        return BoardScripts.PLACES.call(link, head, ids).map(answer -> places(ids, answer));
    }

    private static List<Optional<RankedPage.Place>> places(List<String> ids, @Nullable Response answer) {
        if (answer == null || answer.size() == 0) {
            return Collections.nCopies(ids.size(), Optional.empty());
        }
        var places = new ArrayList<Optional<RankedPage.Place>>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            long better = answer.get(i * PARTS).toLong();
            long equal = answer.get(i * PARTS + 1).toLong();
            String body = answer.get(i * PARTS + 2).toString();
            places.add(
                    better < 0 ? Optional.empty() : Optional.of(new RankedPage.Place(ids.get(i), better, equal, body)));
        }
        return places;
    }

    /** What one event loop asks of one board; forgotten when nobody waits any more. */
    private final class Asking {
        private final String head;
        private final Map<String, Asking> all;
        private List<Waiting> waiting = new ArrayList<>();
        private boolean underWay;

        private record Waiting(String id, Promise<Optional<RankedPage.Place>> promise) {}

        private Asking(String head, Map<String, Asking> all) {
            this.head = head;
            this.all = all;
        }

        private Future<Optional<RankedPage.Place>> place(String id) {
            var one = new Waiting(id, Promise.promise());
            waiting.add(one);
            if (!underWay) {
                ask();
            }
            return one.promise.future();
        }

        private void ask() {
            underWay = true;
            List<Waiting> together = waiting.subList(0, Math.min(waiting.size(), MOST_TOGETHER));
            List<Waiting> asked = List.copyOf(together);
            together.clear();
            PlaceReader.this.ask(head, asked.stream().map(Waiting::id).toList()).onComplete(answer -> {
                next();
                for (int i = 0; i < asked.size(); i++) {
                    var promise = asked.get(i).promise;
                    if (answer.succeeded()) {
                        promise.complete(answer.result().get(i));
                    } else {
                        promise.fail(answer.cause());
                    }
                }
            });
        }

        /** Those who came meanwhile first, so that Redis counts while the answers are written. */
        private void next() {
            underWay = false;
            if (waiting.isEmpty()) {
                all.remove(head);
            } else {
                ask();
            }
        }
    }
}
