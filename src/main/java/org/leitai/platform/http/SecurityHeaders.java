package org.leitai.platform.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import org.leitai.platform.trace.RequestId;
import org.leitai.platform.trace.Trace;

/** Headers every answer carries, and the request's id: the caller's own or a new one. */
final class SecurityHeaders implements Handler<RoutingContext> {
    static final String REQUEST_ID = "X-Request-Id";
    /* style-src allows inline because Vue's transitions and Element Plus set style attributes; scripts stay strict. */
    private static final String POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
                    + "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; "
                    + "form-action 'self'; frame-ancestors 'self'";

    @Override
    public void handle(RoutingContext routing) {
        String id = RequestId.of(
                routing.request().getHeader("traceparent"), routing.request().getHeader(REQUEST_ID));
        Trace.begin(id);
        routing.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader(REQUEST_ID, id);
        // Elsewhere browsers do not heed it and write an error into their console at every page.
        if (Call.Asked.of(routing).isTrustworthy()) {
            routing.response().putHeader("Cross-Origin-Opener-Policy", "same-origin");
        }
        routing.next();
    }
}
