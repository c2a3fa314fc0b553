package org.leitai.platform.observe;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.leitai.platform.http.Json;

/** {@code /health/live}, {@code /health/ready} and {@code /metrics}; metrics answer this machine only, unless opened. */
public final class OperatorRoutes {
    private final Readiness readiness;
    private final PrometheusMeterRegistry metrics;
    private final boolean metricsForAll;

    public OperatorRoutes(Readiness readiness, PrometheusMeterRegistry metrics, boolean metricsForAll) {
        this.readiness = readiness;
        this.metrics = metrics;
        this.metricsForAll = metricsForAll;
    }

    /** Mounts the three. */
    public void mount(Router router) {
        router.get("/health/live")
                .handler(routing -> routing.response()
                        .putHeader("Content-Type", "application/json")
                        .end("{\"live\":true}"));
        router.get("/health/ready").handler(this::ready);
        router.get("/metrics")
                .handler(onlyHere())
                .handler(routing -> routing.response()
                        .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                        .end(metrics.scrape()));
    }

    private void ready(RoutingContext routing) {
        readiness
                .report()
                .onComplete(
                        report -> routing.response()
                                .setStatusCode(report.ready() ? 200 : 503)
                                .putHeader("Content-Type", "application/json")
                                .putHeader("Cache-Control", "no-store")
                                .end(Json.buffer(report.document())),
                        routing::fail);
    }

    private Handler<RoutingContext> onlyHere() {
        return routing -> {
            String host = routing.request().remoteAddress().hostAddress();
            if (metricsForAll
                    || host == null
                    || host.startsWith("127.")
                    || host.equals("0:0:0:0:0:0:0:1")
                    || host.equals("::1")) {
                routing.next();
            } else {
                routing.fail(404);
            }
        };
    }
}
