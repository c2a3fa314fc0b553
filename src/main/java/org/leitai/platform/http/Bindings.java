package org.leitai.platform.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The handlers by operation, complete: an operation without handler, or a handler without operation, stops the start. */
public final class Bindings implements Operations {
    private static final Logger LOG = LoggerFactory.getLogger(Bindings.class);

    /** Under which a request carries the id of its operation, once that is known. */
    static final String OPERATION = "leitai.operation";

    private final Map<String, Function<Call, Future<Reply>>> handlers = new HashMap<>();

    @Override
    public Operations on(String operationId, Function<Call, Future<Reply>> handler) {
        if (handlers.put(operationId, handler) != null) {
            throw new IllegalStateException("operation " + operationId + " is bound twice");
        }
        return this;
    }

    void check(List<Contract.Operation> operations) {
        List<String> ids = operations.stream().map(Contract.Operation::id).toList();
        List<String> unbound =
                ids.stream().filter(id -> !handlers.containsKey(id)).toList();
        List<String> unknown = handlers.keySet().stream()
                .filter(id -> !ids.contains(id))
                .sorted()
                .toList();
        if (!unbound.isEmpty() || !unknown.isEmpty()) {
            throw new IllegalStateException(
                    "contract and handlers differ: without handler " + unbound + ", not in the contract " + unknown);
        }
    }

    Handler<RoutingContext> handler(String operationId) {
        Function<Call, Future<Reply>> bound = java.util.Objects.requireNonNull(handlers.get(operationId), operationId);
        return routing -> {
            logEnd(operationId, routing);
            answer(bound, routing.put(OPERATION, operationId));
        };
    }

    /** By operation, never by address: nothing that somebody typed gets into the log. */
    private static void logEnd(String operationId, RoutingContext routing) {
        if (LOG.isDebugEnabled()) {
            long startNanos = System.nanoTime();
            routing.addEndHandler(ended -> LOG.debug(
                    "{} answered {} in {} ms",
                    operationId,
                    routing.response().getStatusCode(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos)));
        }
    }

    private static void answer(Function<Call, Future<Reply>> bound, RoutingContext routing) {
        Future<Reply> reply;
        try {
            reply = bound.apply(new Call(routing, SessionGate.principal(routing)));
        } catch (RuntimeException e) {
            reply = Future.failedFuture(e);
        }
        reply.onComplete(ready -> write(routing, ready), routing::fail);
    }

    private static void write(RoutingContext routing, Reply reply) {
        if (reply.status() == 0 || routing.response().ended()) {
            return;
        }
        var response = routing.response().setStatusCode(reply.status());
        reply.headers().forEach(response::putHeader);
        if (!response.headers().contains("Cache-Control")) {
            response.putHeader("Cache-Control", "no-store");
        }
        if (reply.body() == null) {
            response.end();
        } else {
            response.putHeader("Content-Type", reply.contentType()).end(reply.body());
        }
    }
}
