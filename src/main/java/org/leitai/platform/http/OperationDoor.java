package org.leitai.platform.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.internal.net.RFC3986;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes a request to the operation of the contract that it asks for: finds it, reads the body, holds both against the contract, answers. */
final class OperationDoor {
    private static final String STEPS = "leitai.steps";

    private final Signpost<Steps> signpost = new Signpost<>();

    /**
     * What happens to a request of one operation, one after the other.
     *
     * @param path of the contract, under which it is counted
     * @param body reads it; null when the operation does so itself
     */
    private record Steps(
            String path,
            @Nullable Handler<RoutingContext> body,
            Handler<RoutingContext> check,
            Handler<RoutingContext> answer) {}

    OperationDoor(List<Contract.Operation> operations, RequestCheck check, Bindings bindings) {
        for (Contract.Operation operation : operations) {
            signpost.add(
                    operation.method(),
                    operation.path(),
                    new Steps(
                            operation.path(),
                            operation.streamed()
                                    ? null
                                    : BodyHandler.create(false).setBodyLimit(operation.maxBytes()),
                            operation.raw() ? operation.lengths() : check.before(operation.id()),
                            bindings.handler(operation.id())));
        }
    }

    void mount(Route route) {
        route.handler(this::find)
                .handler(OperationDoor::readBody)
                .handler(routing -> steps(routing).check().handle(routing))
                .handler(routing -> steps(routing).answer().handle(routing));
    }

    private void find(RoutingContext routing) {
        switch (signpost.find(routing.request().method(), routing.normalizedPath())) {
            case Signpost.Way.To<Steps> to -> {
                to.parameters()
                        .forEach((name, value) ->
                                routing.pathParams().put(name, RFC3986.decodeURIComponent(value, false)));
                routing.request().routed(to.target().path());
                routing.put(STEPS, to.target()).next();
            }
            case Signpost.Way.OtherMethods<Steps> others -> {
                routing.response()
                        .putHeader(
                                HttpHeaders.ALLOW,
                                others.offered().stream().map(Object::toString).collect(Collectors.joining(", ")));
                routing.fail(405);
            }
            case Signpost.Way.Nowhere<Steps> ignored -> routing.fail(404);
        }
    }

    private static void readBody(RoutingContext routing) {
        Handler<RoutingContext> body = steps(routing).body();
        if (body == null) {
            routing.next();
        } else {
            body.handle(routing);
        }
    }

    private static Steps steps(RoutingContext routing) {
        return Objects.requireNonNull(routing.<Steps>get(STEPS));
    }
}
