package org.leitai.platform.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.security.MessageDigest;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Principal;

/**
 * Establishes who asks: session cookie to principal, and for writes by a signed-in principal the CSRF token.
 *
 * <p>Also gives a browser that signs in or applies a random device id, which lives as long as the browser keeps cookies: failed
 * attempts are counted by it, because a whole hall shares one address. Who only looks gets no cookie, and no cache is kept from it.
 */
public final class SessionGate implements Handler<RoutingContext> {
    public static final String SESSION_COOKIE = "leitai_session";
    public static final String CSRF_COOKIE = "leitai_csrf";
    static final String SEAT_HEADER = "X-Leitai-Seat";
    private static final String DEVICE_COOKIE = "leitai_device";
    private static final String SESSION = "leitai.session";
    private static final String GATE = "leitai.gate";
    private static final String DEVICE = "leitai.device";
    private static final long TEN_YEARS_S = 10L * 365 * 24 * 3600;
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Authenticator authenticator;

    public SessionGate(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    @Override
    public void handle(RoutingContext routing) {
        routing.put(GATE, this);
        routing.request().pause();
        session(routing)
                .onComplete(
                        session -> {
                            routing.request().resume();
                            admit(routing, session);
                        },
                        error -> {
                            routing.request().resume();
                            routing.fail(error);
                        });
    }

    private void admit(RoutingContext routing, Authenticator.Session session) {
        routing.put(SESSION, session);
        boolean write = !READS.contains(routing.request().method());
        if (write && !(session.principal() instanceof Principal.Anonymous) && !csrfMatches(routing, session)) {
            routing.fail(
                    Problem.of(
                            403,
                            org.leitai.kernel.Refusal.of(
                                    "csrf",
                                    "header X-CSRF-Token must repeat the session's csrf value; read it from GET /api/v1/session")));
            return;
        }
        routing.next();
    }

    private static boolean csrfMatches(RoutingContext routing, Authenticator.Session session) {
        String header = routing.request().getHeader("X-CSRF-Token");
        return header != null
                && MessageDigest.isEqual(
                        header.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        session.csrf().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private Future<Authenticator.Session> session(RoutingContext routing) {
        String token = token(routing);
        return token == null ? Future.succeededFuture(Authenticator.NOBODY) : authenticator.authenticate(token);
    }

    /** The token of the session that the request speaks for: the cookie's, or that of a seat beside it; null without a cookie. */
    static @Nullable String token(RoutingContext routing) {
        Cookie cookie = routing.request().getCookie(SESSION_COOKIE);
        String seat = routing.request().getHeader(SEAT_HEADER);
        return cookie == null ? null : seat == null ? cookie.getValue() : Authenticator.beside(cookie.getValue(), seat);
    }

    /** Of the browser that asks: what its cookie says, else a new one, which the answer brings it. */
    static UUID device(RoutingContext routing) {
        UUID known = routing.get(DEVICE);
        if (known == null) {
            known = deviceOrNew(routing);
            routing.put(DEVICE, known);
        }
        return known;
    }

    private static UUID deviceOrNew(RoutingContext routing) {
        Cookie cookie = routing.request().getCookie(DEVICE_COOKIE);
        if (cookie != null) {
            try {
                return UUID.fromString(cookie.getValue());
            } catch (IllegalArgumentException e) {
                // Not ours: replaced below.
            }
        }
        UUID fresh = UUID.randomUUID();
        routing.response()
                .addCookie(
                        cookie(routing, DEVICE_COOKIE, fresh.toString(), true).setMaxAge(TEN_YEARS_S));
        return fresh;
    }

    /** A cookie for the whole site; Secure whenever the request came over TLS. */
    static Cookie cookie(RoutingContext routing, String name, String value, boolean httpOnly) {
        return Cookie.cookie(name, value)
                .setPath("/")
                .setHttpOnly(httpOnly)
                .setSecure(routing.request().isSSL())
                .setSameSite(CookieSameSite.LAX);
    }

    static Principal principal(RoutingContext routing) {
        Authenticator.Session session = routing.get(SESSION);
        return session == null ? Authenticator.NOBODY.principal() : session.principal();
    }

    static Future<Boolean> stillSignedIn(RoutingContext routing) {
        SessionGate gate = routing.get(GATE);
        Principal before = principal(routing);
        if (gate == null || before instanceof Principal.Anonymous) {
            return Future.succeededFuture(true);
        }
        return gate.session(routing).map(now -> now.principal().getClass() == before.getClass());
    }
}
