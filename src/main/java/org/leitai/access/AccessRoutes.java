package org.leitai.access;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.leitai.access.domain.Codes;
import org.leitai.access.store.Accounts;
import org.leitai.access.store.Cards;
import org.leitai.access.store.Grants;
import org.leitai.access.store.Sessions;
import org.leitai.contest.domain.ContestCommand;
import org.leitai.kernel.Act;
import org.leitai.kernel.Principal;
import org.leitai.kernel.Refusal;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Operations;
import org.leitai.platform.http.Problem;
import org.leitai.platform.http.Reply;

/** Access' operations. */
final class AccessRoutes {
    private final Accounts accounts;
    private final Grants grants;
    private final Cards cards;
    private final Sessions sessions;
    private final Passwords passwords;
    private final SignIns signIns;
    private final SessionPrincipals principals;
    private final Gateway gateway;
    private final LongSupplier nowMicros;
    private final SecureRandom random = new SecureRandom();

    AccessRoutes(
            Accounts accounts,
            Grants grants,
            Cards cards,
            Sessions sessions,
            Passwords passwords,
            SignIns signIns,
            SessionPrincipals principals,
            Gateway gateway,
            LongSupplier nowMicros) {
        this.accounts = accounts;
        this.grants = grants;
        this.cards = cards;
        this.sessions = sessions;
        this.passwords = passwords;
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
                .on("listAccounts", this::listAccounts)
                .on("addAccount", this::addAccount)
                .on("listRoles", this::listRoles)
                .on("grantRole", this::grantRole)
                .on("revokeRole", this::revokeRole)
                .on("issueSeatCard", this::issueSeatCard);
    }

    private Future<Reply> signIn(Call call) {
        Doc.Obj body = call.body();
        return signIns.byPassword(body.text("login"), body.text("password"), call.device())
                .compose(opened -> opened(call, opened));
    }

    private Future<Reply> openSeat(Call call) {
        Doc.Obj body = call.body();
        return signIns.bySeatCode(body.text("code"), body.uuid("device"), body.bool("takeover", false))
                .compose(opened -> opened(call, opened));
    }

    private Future<Reply> openEntry(Call call) {
        Doc.Obj body = call.body();
        return signIns.byEntryCode(body.text("number"), body.text("code"), call.device())
                .compose(opened -> opened(call, opened));
    }

    private Future<Reply> opened(Call call, SignIns.Opened opened) {
        return principals.authenticate(opened.token()).compose(session -> {
            if (session.principal() instanceof Principal.Anonymous) {
                return sessions.revoke(opened.token(), nowMicros.getAsLong())
                        .compose(revoked -> Future.failedFuture(Problem.refused(Refusal.of(
                                "seat-empty", "nobody fills this seat yet; the organisers must say who does"))));
            }
            call.setSession(opened.token(), opened.csrf(), opened.maxAgeSeconds());
            return describe(session.principal()).map(about -> Reply.created(withCsrf(about, session.csrf())));
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
                .ifPresent(account -> about.put("account", account(account)));
        return about.put(
                "grants",
                staff.grants().stream().map(grant -> grant(grant).build()).toList());
    }

    private Future<Reply> signOut(Call call) {
        String token = call.sessionToken();
        call.setSession("", "", 0);
        if (token == null) {
            return Future.succeededFuture(Reply.noContent());
        }
        principals.forget(token);
        return sessions.revoke(token, nowMicros.getAsLong()).map(ignored -> Reply.noContent());
    }

    private Future<Reply> listAccounts(Call call) {
        Principal.Staff staff = AccessRules.mayKeepAccounts(call.principal());
        Future<List<Accounts.Account>> known = AccessRules.seesAllAccounts(staff)
                ? accounts.all()
                : accounts.near(staff.account(), AccessRules.organised(staff));
        return known.map(all -> Reply.ok(Doc.obj()
                .put("accounts", all.stream().map(AccessRoutes::account).toList())
                .build()));
    }

    private Future<Reply> addAccount(Call call) {
        Principal.Staff staff = AccessRules.mayKeepAccounts(call.principal());
        Doc.Obj body = call.body();
        var account = new Accounts.Account(UUID.randomUUID(), body.text("login"), body.text("name"));
        return passwords
                .hash(body.text("password"))
                .compose(hash -> accounts.add(account, hash, staff.account(), nowMicros.getAsLong()))
                .map(added -> {
                    if (!added) {
                        throw Problem.refused(
                                Refusal.of("login-taken", "an account named '" + account.login() + "' exists already"));
                    }
                    return Reply.created(account(account));
                });
    }

    private Future<Reply> listRoles(Call call) {
        StreamId contest = call.stream("contestId");
        AccessRules.mayGrantRoles(call.principal(), contest);
        return grants.in(contest)
                .map(held -> Reply.ok(Doc.obj()
                        .put("roles", held.stream().map(AccessRoutes::held).toList())
                        .build()));
    }

    private Future<Reply> grantRole(Call call) {
        StreamId contest = call.stream("contestId");
        AccessRules.mayGrantRoles(call.principal(), contest);
        Doc.Obj body = call.body();
        String discipline = body.textOrNull("discipline");
        var grant = new Principal.Grant(
                Role.ofCode(body.text("role")), contest, discipline == null ? null : StreamId.parse(discipline));
        UUID id = UUID.randomUUID();
        Act act = call.act();
        return appointed(body)
                .compose(account -> recorded(
                                contest,
                                new ContestCommand.GrantRole(id, account, grant.role(), grant.discipline()),
                                act)
                        .compose(ignored -> grants.add(id, account, grant, act.actor(), nowMicros.getAsLong())))
                .map(ignored -> Reply.noContent());
    }

    /** By id, or by the login that a colleague of another contest told. */
    private Future<UUID> appointed(Doc.Obj body) {
        String login = body.textOrNull("login");
        Future<Optional<Accounts.Account>> found = login == null
                ? accounts.byId(body.uuid("account"))
                : accounts.byLogin(login).map(known -> known.map(Accounts.Login::account));
        return found.map(account -> account.map(Accounts.Account::id)
                .orElseThrow(() ->
                        Problem.refused(Refusal.of("account-unknown", "there is no such account; add it first"))));
    }

    private Future<Reply> revokeRole(Call call) {
        StreamId contest = call.stream("contestId");
        AccessRules.mayGrantRoles(call.principal(), contest);
        UUID grant = call.uuid("grantId");
        return grants.remove(contest, grant)
                .compose(removed -> removed
                        ? recorded(contest, new ContestCommand.RevokeRole(grant), call.act())
                        : Future.failedFuture(Problem.notFound("this grant")))
                .map(ignored -> Reply.noContent());
    }

    /** Roles are facts of the contest: granting and revoking them stands in its stream, the table serves the look-ups. */
    private Future<Outcome> recorded(StreamId contest, ContestCommand command, Act act) {
        return gateway.submit(StreamKind.CONTEST, contest, command, act).map(outcome -> switch (outcome) {
            case Outcome.Committed committed -> committed;
            case Outcome.Refused refused -> throw Problem.refused(refused.refusal());
        });
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

    private static Doc.Obj account(Accounts.Account account) {
        return Doc.obj()
                .put("id", account.id())
                .put("login", account.login())
                .put("name", account.name())
                .build();
    }

    private static Doc.Obj held(Grants.Held held) {
        return grant(held.grant())
                .put("id", held.id())
                .put("account", held.account())
                .put("login", held.login())
                .put("name", held.name())
                .build();
    }

    private static Doc.Builder grant(Principal.Grant grant) {
        return Doc.obj()
                .put("role", grant.role().code())
                .put("contest", id(grant.contest()))
                .put("discipline", id(grant.discipline()));
    }

    private static @Nullable UUID id(@Nullable StreamId stream) {
        return stream == null ? null : stream.value();
    }
}
