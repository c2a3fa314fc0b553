package org.leitai.access;

import io.vertx.core.Future;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.leitai.access.store.Grants;
import org.leitai.access.store.Sessions;
import org.leitai.kernel.Principal;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.http.Authenticator;

/**
 * Sessions to principals, through a cache of two seconds. Who fills a seat, and as what, is asked of the discipline's keeper, so that
 * a replaced judge loses the seat at once.
 */
final class SessionPrincipals implements Authenticator {
    private static final long CACHE_MICROS = 2_000_000L;
    private static final int CACHE_SESSIONS = 20_000;

    private final Sessions sessions;
    private final Grants grants;
    private final Gateway gateway;
    private final LongSupplier nowMicros;
    private final Map<String, Cached> cache = new ConcurrentHashMap<>();

    SessionPrincipals(Sessions sessions, Grants grants, Gateway gateway, LongSupplier nowMicros) {
        this.sessions = sessions;
        this.grants = grants;
        this.gateway = gateway;
        this.nowMicros = nowMicros;
    }

    private record Cached(Session session, long untilMicros) {}

    @Override
    public Future<Session> authenticate(String token) {
        long now = nowMicros.getAsLong();
        Cached cached = cache.get(token);
        if (cached != null && cached.untilMicros() > now) {
            return Future.succeededFuture(cached.session());
        }
        return sessions.live(token, now)
                .compose(found -> found.map(this::session).orElse(Future.succeededFuture(NOBODY)))
                .onSuccess(session -> remember(token, session, now));
    }

    /** Forgets a session on this node, so that signing out acts at once here. */
    void forget(String token) {
        cache.remove(token);
    }

    private void remember(String token, Session session, long now) {
        if (cache.size() >= CACHE_SESSIONS) {
            cache.values().removeIf(entry -> entry.untilMicros() <= now);
        }
        if (cache.size() < CACHE_SESSIONS) {
            cache.put(token, new Cached(session, now + CACHE_MICROS));
        }
    }

    private Future<Session> session(Sessions.Stored stored) {
        return switch (stored.kind()) {
            case STAFF ->
                grants.of(stored.holder())
                        .map(held ->
                                new Session(new Principal.Staff(stored.holder(), stored.id(), held), stored.csrf()));
            case SEAT -> seat(stored);
            case CONTESTANT ->
                Future.succeededFuture(new Session(
                        new Principal.Contestant(stored.holder(), stored.id(), contest(stored), discipline(stored)),
                        stored.csrf()));
        };
    }

    private Future<Session> seat(Sessions.Stored stored) {
        var question = Doc.obj().put("seat", stored.holder()).build();
        return gateway.ask(StreamKind.DISCIPLINE, discipline(stored), "seat", question)
                .map(seat -> {
                    String person = seat.textOrNull("person");
                    if (person == null) {
                        return NOBODY;
                    }
                    return new Session(
                            new Principal.SeatHolder(
                                    stored.holder(),
                                    java.util.UUID.fromString(person),
                                    stored.device(),
                                    stored.id(),
                                    contest(stored),
                                    discipline(stored),
                                    Role.ofCode(seat.text("role"))),
                            stored.csrf());
                });
    }

    private static StreamId contest(Sessions.Stored stored) {
        return new StreamId(java.util.Objects.requireNonNull(stored.contest(), "session without contest"));
    }

    private static StreamId discipline(Sessions.Stored stored) {
        return new StreamId(java.util.Objects.requireNonNull(stored.discipline(), "session without discipline"));
    }
}
