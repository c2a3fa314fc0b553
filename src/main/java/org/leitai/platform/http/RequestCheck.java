package org.leitai.platform.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.handler.InputTrustHandler;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatableRequest;
import io.vertx.openapi.validation.ValidatedRequest;
import io.vertx.openapi.validation.ValidatorException;
import io.vertx.openapi.validation.impl.RequestValidatorImpl;
import io.vertx.openapi.validation.impl.ValidatedRequestImpl;
import java.util.HashMap;
import java.util.Map;
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

    private final RequestExtractor extractor = RequestExtractor.withBodyHandler();

    RequestCheck(Vertx vertx, OpenAPIContract contract) {
        super(vertx, contract);
    }

    /** To stand before an operation's handlers. */
    InputTrustHandler before(String operationId) {
        Operation operation = Objects.requireNonNull(contract.operation(operationId), operationId);
        return routing -> extractor
                .extractValidatableRequest(routing, operation)
                .compose(request -> check(operation, request))
                .onComplete(
                        checked -> routing.put(RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST, checked)
                                .next(),
                        routing::fail);
    }

    private Future<ValidatedRequest> check(Operation operation, ValidatableRequest request) {
        RequestParameter body = request.getBody();
        if (body != null && !body.isEmpty() && body.getBuffer().length() > SMALL_BYTES) {
            return validate(request, operation.getOperationId());
        }
        try {
            return Future.succeededFuture(checked(operation, request));
        } catch (ValidatorException invalid) {
            return Future.failedFuture(invalid);
        }
    }

    private ValidatedRequest checked(Operation operation, ValidatableRequest request) {
        Map<String, RequestParameter> cookies = new HashMap<>();
        Map<String, RequestParameter> headers = new HashMap<>();
        Map<String, RequestParameter> path = new HashMap<>();
        Map<String, RequestParameter> query = new HashMap<>();
        for (Parameter parameter : operation.getParameters()) {
            switch (parameter.getIn()) {
                case COOKIE -> check(parameter, request.getCookies(), cookies);
                case HEADER -> check(parameter, request.getHeaders(), headers);
                case PATH -> check(parameter, request.getPathParameters(), path);
                case QUERY -> check(parameter, request.getQuery(), query);
            }
        }
        RequestParameter body = validateBody(operation.getRequestBody(), request);
        return new ValidatedRequestImpl(cookies, headers, path, query, body);
    }

    private void check(
            Parameter parameter, Map<String, RequestParameter> given, Map<String, RequestParameter> checked) {
        @Nullable RequestParameter value = given.get(parameter.getName());
        boolean isGood = value != null && isUuid(parameter, value);
        checked.put(parameter.getName(), isGood ? value : validateParameter(parameter, value));
    }

    /** Nearly every parameter is one; the library tries each as a number, an exception a time, before it is a text. */
    private static boolean isUuid(Parameter parameter, RequestParameter value) {
        return Contract.UUID_PATTERN.equals(parameter.getSchema().get("pattern"))
                && UUID.matcher(String.valueOf(value.get())).matches();
    }
}
