package org.leitai.platform.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;

/**
 * The web client's files from the class path. Files under {@code /assets/} carry their hash in the name and are kept for a year;
 * a page address without file gets {@code index.html}, whose router takes over.
 */
final class WebFiles {
    private static final String ROOT = "web";
    private static final long YEAR_S = 365L * 24 * 3600;

    private WebFiles() {}

    static void mount(Router router) {
        router.get("/assets/*")
                .handler(StaticHandler.create(FileSystemAccess.RELATIVE, ROOT + "/assets")
                        .setMaxAgeSeconds(YEAR_S)
                        .setCachingEnabled(true)
                        .setIncludeHidden(false));
        router.get("/assets/*").handler(routing -> routing.fail(404));
        router.get("/*")
                .handler(StaticHandler.create(FileSystemAccess.RELATIVE, ROOT)
                        .setMaxAgeSeconds(0)
                        .setIndexPage("index.html")
                        .setIncludeHidden(false));
        router.get("/*").handler(page());
    }

    private static Handler<RoutingContext> page() {
        return routing -> {
            String last =
                    routing.normalizedPath().substring(routing.normalizedPath().lastIndexOf('/') + 1);
            if (!routing.request().method().equals(HttpMethod.GET) || last.contains(".")) {
                routing.fail(404);
                return;
            }
            routing.response()
                    .putHeader("Cache-Control", "no-cache")
                    .putHeader("Content-Type", "text/html; charset=utf-8");
            routing.response().sendFile(ROOT + "/index.html").onFailure(missing -> routing.fail(404, missing));
        };
    }
}
