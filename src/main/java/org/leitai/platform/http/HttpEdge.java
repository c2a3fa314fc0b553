package org.leitai.platform.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The HTTP and HTTPS servers of one node. Build it with {@link #router}, then {@link #listen} once per event loop that should serve.
 */
public final class HttpEdge {
    private final Vertx vertx;
    private final Contract contract;
    private final Bindings bindings;
    private final Authenticator authenticator;
    private final Consumer<Router> extra;
    private final List<HttpServer> servers = new ArrayList<>();

    /**
     * An edge that is not listening yet.
     *
     * @param extra mounts what stands outside the contract: health, metrics, the CA's certificate
     */
    public HttpEdge(
            Vertx vertx, Contract contract, Bindings bindings, Authenticator authenticator, Consumer<Router> extra) {
        this.vertx = vertx;
        this.contract = contract;
        this.bindings = bindings;
        this.authenticator = authenticator;
        this.extra = extra;
    }

    /** Builds the router; fails when contract and bindings differ. */
    public Future<Router> router() {
        List<Contract.Operation> operations = contract.operations();
        try {
            bindings.check(operations);
        } catch (IllegalStateException e) {
            return Future.failedFuture(e);
        }
        return OpenAPIContract.from(vertx, contract.validated()).map(checked -> assemble(operations, checked));
    }

    private Router assemble(List<Contract.Operation> operations, OpenAPIContract checked) {
        Router router = Router.router(vertx);
        var problems = new Problems();
        router.route().handler(new SecurityHeaders()).failureHandler(problems);
        for (int status : List.of(400, 404, 405, 413, 415)) {
            router.errorHandler(status, problems);
        }
        extra.accept(router);
        router.get("/openapi.yaml")
                .handler(routing -> routing.response()
                        .putHeader("Content-Type", "application/yaml")
                        .end(contract.published()));
        router.route(Contract.PREFIX + "/*").handler(new SessionGate(authenticator));
        operations.stream().filter(Contract.Operation::raw).forEach(operation -> mountRaw(router, operation));
        router.route(Contract.PREFIX + "/*").subRouter(validated(operations, checked, problems));
        router.route(Contract.PREFIX + "/*").handler(routing -> routing.fail(404));
        WebFiles.mount(router);
        return router;
    }

    private void mountRaw(Router router, Contract.Operation operation) {
        router.route(operation.method(), operation.routePath())
                .handler(BodyHandler.create(false).setBodyLimit(operation.maxBytes()))
                .handler(bindings.handler(operation.id()));
    }

    private Router validated(List<Contract.Operation> operations, OpenAPIContract checked, Problems problems) {
        RouterBuilder builder = RouterBuilder.create(vertx, checked, RequestExtractor.withBodyHandler());
        builder.rootHandler(BodyHandler.create(false).setBodyLimit(Contract.Operation.DEFAULT_MAX_BYTES));
        for (Contract.Operation operation : operations) {
            if (!operation.raw()) {
                builder.getRoute(operation.id())
                        .addHandler(bindings.handler(operation.id()))
                        .addFailureHandler(problems);
            }
        }
        return builder.createRouter();
    }

    /**
     * Listens on one address.
     *
     * @param port 0 for a free one
     * @param certificate null for plain HTTP
     */
    public Future<HttpServer> listen(
            Router router, String host, int port, @org.jspecify.annotations.Nullable KeyCertOptions certificate) {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setTcpNoDelay(true)
                .setCompressionSupported(true)
                .setIdleTimeout(75)
                .setMaxInitialLineLength(8192)
                .setMaxHeaderSize(16384);
        if (certificate != null) {
            options.setSsl(true).setKeyCertOptions(certificate).setUseAlpn(true);
        }
        return vertx.createHttpServer(options).requestHandler(router).listen().onSuccess(servers::add);
    }

    /** Stops listening; open requests are cut after the servers' own grace. */
    public Future<Void> close() {
        return Future.all(servers.stream().map(HttpServer::close).toList()).mapEmpty();
    }
}
