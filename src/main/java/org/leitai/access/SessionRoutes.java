package org.leitai.access;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.leitai.access.domain.Codes;
import org.leitai.access.store.Accounts;
import org.leitai.access.store.Cards;
import org.leitai.access.store.Sessions;
import org.leitai.kernel.Principal;
import org.leitai.kernel.Refusal;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Operations;
import org.leitai.platform.http.Problem;
import org.leitai.platform.http.Reply;

/** Signing in and out: staff, seats with their cards, contestants. */
final class SessionRoutes {
    private final Accounts accounts;
    private final Cards cards;
    private final Sessions sessions;
    private final SignIns signIns;
    private final SessionPrincipals principals;
    private final Gateway gateway;
    private final LongSupplier nowMicros;
    private final SecureRandom random = new SecureRandom();

    SessionRoutes(
            Accounts accounts,
            Cards cards,
            Sessions sessions,
            SignIns signIns,
            SessionPrincipals principals,
            Gateway gateway,
            LongSupplier nowMicros) {
        this.accounts = accounts;
        this.cards = cards;
        this.sessions = sessions;
        this.signIns = signIns;
        this.principals = principals;
        this.gateway = gateway;
        this.nowMicros = nowMicros;
    }

    void bind(Operations operations) {
        operations
                .on("signIn", this::signIn)
                .on("getSession", this::session)
                .on("signOut", this::signOut)
                .on("openSeat", this::openSeat)
                .on("openEntry", this::openEntry)
                .on("issueSeatCard", this::issueSeatCard);
    }

    private Future<Reply> signIn(Call call) {
        Doc.Obj body = call.body();
        return signIns.byPassword(body.text("login"), body.text("password"), call.device())
                .compose(opened -> opened(call, opened));
    }

    private Future<Reply> openSeat(Call call) {
        Doc.Obj body = call.body();
        boolean takeover = body.bool("takeover", false);
        if (body.bool("beside", false)) {
            return openBeside(call, AccessRules.mayCarryMore(call.principal()), body.text("code"), takeover);
        }
        return signIns.bySeatCode(body.text("code"), body.uuid("device"), takeover)
                .compose(opened -> opened(call, opened));
    }

    private Future<Reply> openBeside(Call call, Principal.SeatHolder first, String code, boolean takeover) {
        String token = Objects.requireNonNull(call.sessionToken(), "a seat without a session");
        return principals
                .authenticate(token)
                .compose(session -> signIns.bySeatCodeBeside(code, first, token, session.csrf(), takeover))
                .compose(opened -> {
                    principals.forget(opened.token()); // it may have been asked for before it was there
                    return described(opened);
                })
                .map(Reply::created);
    }

    private Future<Reply> openEntry(Call call) {
        Doc.Obj body = call.body();
        return signIns.byEntryCode(body.text("number"), body.text("code"), call.device())
                .compose(opened -> opened(call, opened));
    }

    private Future<Reply> opened(Call call, SignIns.Opened opened) {
        return described(opened).map(about -> {
            call.setSession(opened.token(), opened.csrf(), opened.maxAgeSeconds());
            return Reply.created(about);
        });
    }

    private Future<Doc.Obj> described(SignIns.Opened opened) {
        return principals.authenticate(opened.token()).compose(session -> {
            if (session.principal() instanceof Principal.Anonymous) {
                return sessions.revoke(opened.token(), nowMicros.getAsLong())
                        .compose(revoked -> Future.failedFuture(Problem.refused(Refusal.of(
                                "seat-empty", "nobody fills this seat yet; the organisers must say who does"))));
            }
            return describe(session.principal()).map(about -> withCsrf(about, session.csrf()));
        });
    }

    private Future<Reply> session(Call call) {
        String token = call.sessionToken();
        return (token == null ? Future.succeededFuture(SessionPrincipals.NOBODY) : principals.authenticate(token))
                .compose(session ->
                        describe(session.principal()).map(about -> Reply.ok(withCsrf(about, session.csrf()))));
    }

    private static Doc.Obj withCsrf(Doc.Builder about, String csrf) {
        return about.put("csrf", csrf).build();
    }

    private Future<Doc.Builder> describe(Principal principal) {
        return switch (principal) {
            case Principal.Anonymous ignored -> Future.succeededFuture(Doc.obj().put("kind", "none"));
            case Principal.Staff staff -> accounts.all().map(all -> describe(staff, all));
            case Principal.SeatHolder holder ->
                seatView(holder.discipline(), holder.seat())
                        .map(seat -> Doc.obj()
                                .put("kind", "seat")
                                .put("contest", holder.contest().value())
                                .put("discipline", holder.discipline().value())
                                .put("device", holder.device())
                                .put("seat", seat));
            case Principal.Contestant contestant ->
                Future.succeededFuture(Doc.obj()
                        .put("kind", "contestant")
                        .put("contest", contestant.contest().value())
                        .put("discipline", contestant.discipline().value())
                        .put("entry", contestant.entry()));
        };
    }

    private static Doc.Builder describe(Principal.Staff staff, List<Accounts.Account> all) {
        Doc.Builder about = Doc.obj().put("kind", "staff");
        all.stream()
                .filter(account -> account.id().equals(staff.account()))
                .findFirst()
                .ifPresent(account -> about.put("account", AccountRoutes.account(account)));
        return about.put(
                "grants",
                staff.grants().stream()
                        .map(grant -> AccountRoutes.grant(grant).build())
                        .toList());
    }

    private Future<Reply> signOut(Call call) {
        String token = call.sessionToken();
        if (!call.forSeatBeside()) {
            call.setSession("", "", 0);
        }
        if (token == null) {
            return Future.succeededFuture(Reply.noContent());
        }
        principals.forget(token);
        return sessions.revoke(token, nowMicros.getAsLong()).map(ignored -> Reply.noContent());
    }

    private Future<Reply> issueSeatCard(Call call) {
        StreamId discipline = call.stream("disciplineId");
        UUID seat = call.uuid("seatId");
        String code = Codes.code(random);
        String pin = Codes.pin(random);
        return seatView(discipline, seat)
                .compose(found -> {
                    StreamId contest = StreamId.parse(found.text("contest"));
                    AccessRules.mayPrintSeatCards(call.principal(), contest, discipline);
                    return cards.putSeat(seat, contest, discipline, code, pin, nowMicros.getAsLong());
                })
                .compose(ignored -> sessions.revokeAll(seat, nowMicros.getAsLong()))
                .map(ignored -> Reply.created(
                        Doc.obj().put("code", code).put("pin", pin).build()));
    }

    private Future<Doc.Obj> seatView(StreamId discipline, UUID seat) {
        return gateway.ask(
                        StreamKind.DISCIPLINE,
                        discipline,
                        "seat",
                        Doc.obj().put("seat", seat).build())
                .map(found -> {
                    if (found.get("role") == null) {
                        throw Problem.notFound("this seat");
                    }
                    return found;
                });
    }
}
