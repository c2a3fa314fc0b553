package org.leitai.platform.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Act;
import org.leitai.kernel.Principal;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.kernel.doc.DocException;

/**
 * One request, already matched to its operation, validated against the contract and authenticated.
 *
 * @param principal from the session; {@link Principal.Anonymous} without one
 */
public record Call(RoutingContext routing, Principal principal) {
    /** A path parameter that the contract declares. */
    public String path(String name) {
        String value = routing.pathParam(name);
        if (value == null) {
            throw new IllegalStateException("the contract has no path parameter " + name);
        }
        return value;
    }

    public StreamId stream(String name) {
        return new StreamId(uuid(name));
    }

    public UUID uuid(String name) {
        try {
            return UUID.fromString(path(name));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("not-an-id", "path parameter '" + name + "' must be a UUID");
        }
    }

    public @Nullable String query(String name) {
        return routing.queryParams().get(name);
    }

    /** The JSON body. */
    public Doc.Obj body() {
        try {
            return Json.obj(rawBody());
        } catch (DocException e) {
            throw Problem.badRequest(
                    "malformed-body", e.getMessage() == null ? "the body is not JSON" : e.getMessage());
        }
    }

    /** The body's bytes; empty when there is none. */
    public Buffer rawBody() {
        Buffer body = routing.body().buffer();
        return body == null ? Buffer.buffer() : body;
    }

    /** How this request came; behind a trusted proxy, how it came to the proxy. */
    public Asked asked() {
        return Asked.of(routing);
    }

    /**
     * The address that the caller used.
     *
     * @param host a name, or an address; of version 6 with or without brackets
     * @param port 0 or less when it was left out
     * @param secure over HTTPS
     */
    public record Asked(String host, int port, boolean secure) {
        static Asked of(RoutingContext routing) {
            HostAndPort authority = routing.request().authority();
            boolean secure = routing.request().isSSL();
            return authority == null
                    ? new Asked("localhost", -1, secure)
                    : new Asked(authority.host(), authority.port(), secure);
        }

        /** Whether browsers trust what comes from there: nobody can have changed it on the way. */
        boolean isTrustworthy() {
            return secure || isLoopback();
        }

        /** Whether it means this machine to itself alone. */
        public boolean isLoopback() {
            return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]") || host.equals("::1");
        }
    }

    /** The browser's own random id, by which failed sign-ins are counted. */
    public UUID device() {
        return SessionGate.device(routing);
    }

    /** Whether the session that made this call still holds; a stream asks every few seconds and ends when it does not. */
    public Future<Boolean> stillSignedIn() {
        return SessionGate.stillSignedIn(routing);
    }

    /** Sets or, with an empty token, removes the session's cookies on the answer. */
    public void setSession(String token, String csrf, long maxAgeSeconds) {
        long age = token.isEmpty() ? 0 : maxAgeSeconds;
        routing.response()
                .addCookie(SessionGate.cookie(routing, SessionGate.SESSION_COOKIE, token, true)
                        .setMaxAge(age))
                .addCookie(SessionGate.cookie(routing, SessionGate.CSRF_COOKIE, csrf, false)
                        .setMaxAge(age));
    }

    /** The token of the session that made this call, or null without one. */
    public @Nullable String sessionToken() {
        return SessionGate.token(routing);
    }

    /** Whether this call speaks for a seat that its device carries beside the one it was signed in with. */
    public boolean forSeatBeside() {
        return routing.request().getHeader(SessionGate.SEAT_HEADER) != null;
    }

    /**
     * The act of the signed-in principal under the request's {@code Idempotency-Key}, or a fresh key without one.
     */
    public Act act() {
        return switch (principal) {
            case Principal.Staff staff -> Act.by(staff.account(), staff.session(), key());
            case Principal.SeatHolder holder -> new Act(holder.person(), holder.seat(), holder.device(), 0, 0, key());
            case Principal.Contestant contestant -> Act.by(contestant.entry(), contestant.session(), key());
            case Principal.Anonymous ignored -> Act.by(Act.NOBODY, Act.NOBODY, key());
        };
    }

    private UUID key() {
        String header = routing.request().getHeader("Idempotency-Key");
        if (header == null) {
            return UUID.randomUUID();
        }
        try {
            return UUID.fromString(header);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("not-a-key", "header Idempotency-Key must be a UUID");
        }
    }
}
