package org.leitai.platform.http;

import io.vertx.core.Future;
import java.util.function.Function;

/** Binds handlers to operations of the contract; start fails when an operation of the contract has none. */
public interface Operations {
    /**
     * Binds one operation.
     *
     * @param operationId as in the contract
     * @param handler parse, authorise, submit, render; failures become problems
     */
    Operations on(String operationId, Function<Call, Future<Reply>> handler);
}
