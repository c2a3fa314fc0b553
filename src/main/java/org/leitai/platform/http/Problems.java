package org.leitai.platform.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.json.schema.JsonSchemaValidationException;
import io.vertx.openapi.validation.ValidatorException;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Refusal;
import org.leitai.kernel.doc.Doc;
import org.leitai.kernel.doc.DocException;
import org.leitai.platform.gateway.UnavailableException;
import org.leitai.platform.gateway.UnknownStreamException;
import org.leitai.platform.trace.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that turns failures into {@code application/problem+json}. */
public final class Problems implements Handler<RoutingContext> {
    static final String CONTENT_TYPE = "application/problem+json";
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** Every problem that is answered, one line each: operation (or -), status, code. The build holds it against the contract. */
    private static final Logger ANSWERED = LoggerFactory.getLogger("org.leitai.answered");

    private final BooleanSupplier stops;

    /**
     * @param stops whether this node is stopping: parts of it are gone, Vert.x' copies of the web client's files at once (by a hook of
     *     its own), so that what fails is worth another try, elsewhere
     */
    Problems(BooleanSupplier stops) {
        this.stops = stops;
    }

    @Override
    public void handle(RoutingContext routing) {
        if (routing.response().ended() || routing.response().headWritten()) {
            routing.response().reset();
            return;
        }
        Problem problem = problem(routing);
        if (problem.status() == 503) {
            routing.response().putHeader("Retry-After", Integer.toString(pauseSeconds(routing.failure())));
        } else if (problem.status() >= 500 && routing.failure() != null) {
            LOG.error("{} {} failed", routing.request().method(), routing.normalizedPath(), routing.failure());
        }
        write(routing, problem);
    }

    private static int pauseSeconds(@Nullable Throwable failure) {
        return failure instanceof UnavailableException away ? away.retryAfterSeconds() : 1;
    }

    static void write(RoutingContext routing, Problem problem) {
        Object operation = routing.get(Bindings.OPERATION);
        ANSWERED.debug("{} {} {}", operation == null ? "-" : operation, problem.status(), problem.code());
        routing.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", CONTENT_TYPE)
                .putHeader("Cache-Control", "no-store")
                .end(Json.buffer(document(problem)));
    }

    private static Doc.Obj document(Problem problem) {
        Doc.Builder values = Doc.obj();
        problem.values().forEach(values::put);
        return Doc.obj()
                .put("type", "urn:leitai:problem:" + problem.code())
                .put("title", problem.code().replace('-', ' '))
                .put("status", problem.status())
                .put("code", problem.code())
                .put("detail", problem.detail())
                .put("values", values.build())
                .put("request", Trace.current())
                .build();
    }

    private Problem problem(RoutingContext routing) {
        return switch (routing.failure()) {
            case null -> ofStatus(routing);
            case Problem problem -> problem;
            case UnknownStreamException unknown -> Problem.of(404, Refusal.of("not-found", orEmpty(unknown)));
            case UnavailableException away -> Problem.of(503, Refusal.of("try-again", orEmpty(away)));
            case ValidatorException invalid -> invalid(invalid);
            case DocException malformed ->
                Problem.of(400, new Refusal("malformed-body", orEmpty(malformed), Map.of("field", malformed.field())));
            case Throwable away when Away.is(away) -> Problem.of(503, Refusal.of("try-again", orEmpty(away)));
            case HttpException router when router.getCause() instanceof ValidatorException invalid -> invalid(invalid);
            default -> routing.statusCode() >= 400 && routing.statusCode() < 500 ? ofStatus(routing) : failed(routing);
        };
    }

    private Problem failed(RoutingContext routing) {
        if (stops.getAsBoolean()) {
            LOG.warn(
                    "{} {} failed while this node stops",
                    routing.request().method(),
                    routing.normalizedPath(),
                    routing.failure());
            return Problem.of(503, Refusal.of("try-again", "this node stops"));
        }
        return Problem.of(
                500, Refusal.of("internal", "the server failed; the log has the cause under this request's id"));
    }

    private static Problem invalid(ValidatorException invalid) {
        String detail = orEmpty(invalid);
        // Of a parameter there is no place in a body; what the validator itself says names it.
        if (invalid.getCause() instanceof JsonSchemaValidationException schema && schema.location() != null) {
            detail = orEmpty(schema) + " at " + schema.location();
        }
        return switch (invalid.type()) {
            case MISSING_OPERATION -> Problem.notFound("this address");
            case UNSUPPORTED_VALUE_FORMAT -> mediaType();
            default -> Problem.badRequest("invalid-request", detail);
        };
    }

    private static Problem mediaType() {
        return Problem.of(415, Refusal.of("media-type", "this media type is not accepted here"));
    }

    private static Problem ofStatus(RoutingContext routing) {
        int status = routing.statusCode() > 0 ? routing.statusCode() : 500;
        return switch (status) {
            case 400 -> Problem.badRequest("invalid-request", "the request cannot be read");
            case 404 -> Problem.notFound(routing.normalizedPath());
            case 405 ->
                Problem.of(
                        405, Refusal.of("method-not-allowed", routing.request().method() + " is not offered here"));
            case 413 -> Problem.of(413, Refusal.of("body-too-large", "the body is larger than this address accepts"));
            case 415 -> mediaType();
            default -> Problem.of(status, Refusal.of("internal", "the request failed with status " + status));
        };
    }

    private static String orEmpty(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
