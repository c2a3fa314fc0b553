package org.leitai.platform.live;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A viewer that reads an event stream and can wait for what it should see. */
final class Streams {
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final Promise<Void> ended = Promise.promise();
    private final HttpClientResponse response;
    private String rest = "";

    private record Waiting(Predicate<String> wanted, Promise<String> found) {}

    private Streams(HttpClientResponse response) {
        this.response = response;
        response.handler(this::read);
        response.endHandler(ignored -> ended.tryComplete());
        response.exceptionHandler(ignored -> ended.tryComplete());
    }

    static Future<Streams> open(HttpClient client, int port, String path) {
        Promise<Streams> opened = Promise.promise();
        client.request(HttpMethod.GET, port, "127.0.0.1", path)
                .onFailure(opened::fail)
                .onSuccess(request -> {
                    // Listening begins with the head: a short stream may be over a moment later.
                    request.response()
                            .onFailure(opened::fail)
                            .onSuccess(response -> opened.complete(new Streams(response)));
                    request.end();
                });
        return opened.future();
    }

    static HttpClient client(Vertx vertx, int connections) {
        return vertx.createHttpClient(
                new io.vertx.core.http.HttpClientOptions(),
                new io.vertx.core.http.PoolOptions().setHttp1MaxSize(connections));
    }

    /** The first event, past or future, that contains this text. */
    Future<String> event(String containing) {
        return event(event -> event.contains(containing));
    }

    /** The first event, past or future, that is wanted. */
    synchronized Future<String> event(Predicate<String> wanted) {
        for (String event : events) {
            if (wanted.test(event)) {
                return Future.succeededFuture(event);
            }
        }
        Promise<String> found = Promise.promise();
        waiting.add(new Waiting(wanted, found));
        return found.future();
    }

    List<String> events() {
        return List.copyOf(events);
    }

    Future<Void> ended() {
        return ended.future();
    }

    void stopReading() {
        response.pause();
    }

    void readAgain() {
        response.resume();
    }

    private synchronized void read(Buffer bytes) {
        rest += bytes.toString();
        int end = rest.indexOf("\n\n");
        while (end >= 0) {
            take(rest.substring(0, end));
            rest = rest.substring(end + 2);
            end = rest.indexOf("\n\n");
        }
    }

    private void take(String event) {
        events.add(event);
        var done = waiting.stream().filter(each -> each.wanted.test(event)).toList();
        waiting.removeAll(done);
        done.forEach(each -> each.found.complete(event));
    }
}
