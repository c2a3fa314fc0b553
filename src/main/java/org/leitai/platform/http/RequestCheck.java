package org.leitai.platform.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.RequestUtils;
import io.vertx.openapi.validation.ValidatableRequest;
import io.vertx.openapi.validation.ValidatorException;
import io.vertx.openapi.validation.impl.RequestValidatorImpl;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds requests against the contract, small ones where they arrive. Vert.x 5.0 sends every request to a worker and back for that,
 * which takes longer than the check itself; large bodies still go there.
 */
final class RequestCheck extends RequestValidatorImpl {
    /** About a form of forty marks, less than half a millisecond. */
    private static final int SMALL_BYTES = 8_192;

    private static final Pattern UUID = Pattern.compile(Contract.UUID_PATTERN);

    RequestCheck(Vertx vertx, OpenAPIContract contract) {
        super(vertx, contract);
    }

    /** To stand before an operation's handler. */
    Handler<RoutingContext> before(String operationId) {
        Operation operation = Objects.requireNonNull(contract.operation(operationId), operationId);
        return routing -> RequestUtils.extract(
                        routing.request(),
                        operation,
                        () -> Future.succeededFuture(routing.body().buffer()))
                .compose(request -> check(operation, request))
                .onComplete(checked -> routing.next(), routing::fail);
    }

    private Future<?> check(Operation operation, ValidatableRequest request) {
        RequestParameter body = request.getBody();
        if (body != null && !body.isEmpty() && body.getBuffer().length() > SMALL_BYTES) {
            return validate(request, operation.getOperationId());
        }
        try {
            for (Parameter parameter : operation.getParameters()) {
                check(parameter, given(request, parameter));
            }
            return Future.succeededFuture(validateBody(operation.getRequestBody(), request));
        } catch (ValidatorException invalid) {
            return Future.failedFuture(invalid);
        }
    }

    private static @Nullable RequestParameter given(ValidatableRequest request, Parameter parameter) {
        String name = parameter.getName();
        return switch (parameter.getIn()) {
            case COOKIE -> request.getCookies().get(name);
            case HEADER -> request.getHeaders().get(name);
            case PATH -> request.getPathParameters().get(name);
            case QUERY -> request.getQuery().get(name);
        };
    }

    private void check(Parameter parameter, @Nullable RequestParameter value) {
        if (value == null || !isUuid(parameter, value)) {
            validateParameter(parameter, value);
        }
    }

    /** Nearly every parameter is one; the library tries each as a number, an exception a time, before it is a text. */
    private static boolean isUuid(Parameter parameter, RequestParameter value) {
        return Contract.UUID_PATTERN.equals(parameter.getSchema().get("pattern"))
                && UUID.matcher(String.valueOf(value.get())).matches();
    }
}
