package org.leitai.platform.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP and HTTPS servers of one node.
 */
public final class HttpEdge {
    /* Longer than the heartbeat of event streams, shorter than what proxies cut. */
    private static final int IDLE_S = 75;
    private static final int FINISH_S = 5;

    private final Vertx vertx;
    private final Contract contract;
    private final Bindings bindings;
    private final Authenticator authenticator;
    private final Consumer<Router> extra;
    private final List<String> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean draining;
    private @Nullable Future<OpenAPIContract> checked;

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
    Future<Router> router() {
        List<Contract.Operation> operations = contract.operations();
        try {
            bindings.check(operations);
        } catch (IllegalStateException e) {
            return Future.failedFuture(e);
        }
        return checked().map(checked -> assemble(operations, checked));
    }

    /** Read once for all loops: checking it against OpenAPI's own schema takes a good part of a start. */
    private synchronized Future<OpenAPIContract> checked() {
        if (checked == null) {
            checked = OpenAPIContract.from(vertx, contract.validated()).map(KeptContract::of);
        }
        return checked;
    }

    private Router assemble(List<Contract.Operation> operations, OpenAPIContract checked) {
        Router router = Router.router(vertx);
        var problems = new Problems(() -> draining);
        router.route().handler(this::sayGoodbye).failureHandler(problems);
        router.route().handler(new SecurityHeaders());
        for (int status : List.of(400, 404, 405, 413, 415)) {
            router.errorHandler(status, problems);
        }
        extra.accept(router);
        router.get("/openapi.yaml")
                .handler(routing -> routing.response()
                        .putHeader("Content-Type", "application/yaml")
                        .end(contract.published()));
        Route operation = router.route(Contract.PREFIX + "/*").handler(new SessionGate(authenticator));
        new OperationDoor(operations, new RequestCheck(vertx, checked), bindings).mount(operation);
        WebFiles.mount(router);
        return router;
    }

    /**
     * Listens on one address, on several event loops.
     *
     * @param port 0 for a free one
     * @param certificate null for plain HTTP
     * @param loops how many event loops share the address, each with a router of its own
     * @return the port
     */
    public Future<Integer> listen(String host, int port, @Nullable KeyCertOptions certificate, int loops) {
        HttpServerOptions options = options(host, certificate);
        // A negative port is a free one that servers of one Vert.x asking for the same number share.
        int shared = port == 0 ? -ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE) : port;
        List<Future<Integer>> ports = new ArrayList<>();
        for (int i = 0; i < loops; i++) {
            var listener = new Listener(options, shared);
            ports.add(vertx.deployVerticle(listener).onSuccess(listeners::add).map(id -> listener.actualPort));
        }
        return Future.all(ports)
                .map(all -> all.<Integer>resultAt(0))
                .recover(failure -> Future.failedFuture(
                        new IOException("%s:%d: %s".formatted(host, port, failure.getMessage()), failure)));
    }

    private static HttpServerOptions options(String host, @Nullable KeyCertOptions certificate) {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(host)
                .setTcpNoDelay(true)
                .setCompressionSupported(true)
                // No WebSockets here: connections carry nothing for them.
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setIdleTimeout(IDLE_S)
                // HTTP/1.1 on purpose: of connections upgraded to HTTP/2 without TLS, one in some fifty never got
                // the end of its first long answer (Vert.x 5.0.10, java.net.http). Browsers do not ask for it.
                .setHttp2ClearTextEnabled(false)
                .setMaxInitialLineLength(8192)
                .setMaxHeaderSize(16384);
        if (certificate != null) {
            // HTTP/1.1 on purpose: over HTTP/2, compressed answers beside an open event stream on the same
            // connection reach browsers damaged (ERR_CONTENT_DECODING_FAILED, Vert.x 5.0.10). One stream a
            // browser keeps us below its six connections.
            options.setSsl(true).setKeyCertOptions(certificate).setUseAlpn(false);
        }
        return options;
    }

    /** From now on each answer is the last on its connection, so that clients go elsewhere before this node closes. */
    public void drain() {
        draining = true;
    }

    private void sayGoodbye(RoutingContext routing) {
        if (draining) {
            routing.response().putHeader("Connection", "close");
        }
        routing.next();
    }

    /** Stops listening; answers what is under way, for a while. */
    public Future<Void> close() {
        return Future.all(listeners.stream().map(vertx::undeploy).toList()).mapEmpty();
    }

    /** One event loop's server and router. */
    private final class Listener extends VerticleBase {
        private final HttpServerOptions options;
        private final int port;
        private int actualPort;
        private @Nullable HttpServer server;

        Listener(HttpServerOptions options, int port) {
            this.options = options;
            this.port = port;
        }

        @Override
        public Future<?> start() {
            return router().compose(this::onOwnLoop).onSuccess(listening -> {
                server = listening;
                actualPort = listening.actualPort();
            });
        }

        /** A server's connections run where it was told to listen, and the router is ready on the loop that read the contract. */
        private Future<HttpServer> onOwnLoop(Router router) {
            Promise<HttpServer> listening = Promise.promise();
            // With a port alone, Vert.x 5 would listen on all addresses whatever the options say.
            context.runOnContext(own -> vertx.createHttpServer(options)
                    .requestHandler(router)
                    .listen(port, options.getHost())
                    .onComplete(listening));
            return listening.future();
        }

        @Override
        public Future<?> stop() {
            return server == null ? Future.succeededFuture() : server.shutdown(FINISH_S, TimeUnit.SECONDS);
        }
    }
}
