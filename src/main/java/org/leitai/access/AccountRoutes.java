package org.leitai.access;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.leitai.access.store.Accounts;
import org.leitai.access.store.Grants;
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

/** Staff accounts and the roles they hold. */
final class AccountRoutes {
    private final Accounts accounts;
    private final Grants grants;
    private final Passwords passwords;
    private final Gateway gateway;
    private final LongSupplier nowMicros;

    AccountRoutes(Accounts accounts, Grants grants, Passwords passwords, Gateway gateway, LongSupplier nowMicros) {
        this.accounts = accounts;
        this.grants = grants;
        this.passwords = passwords;
        this.gateway = gateway;
        this.nowMicros = nowMicros;
    }

    void bind(Operations operations) {
        operations
                .on("listAccounts", this::listAccounts)
                .on("addAccount", this::addAccount)
                .on("listRoles", this::listRoles)
                .on("grantRole", this::grantRole)
                .on("revokeRole", this::revokeRole);
    }

    private Future<Reply> listAccounts(Call call) {
        Principal.Staff staff = AccessRules.mayKeepAccounts(call.principal());
        Future<List<Accounts.Account>> known = AccessRules.seesAllAccounts(staff)
                ? accounts.all()
                : accounts.near(staff.account(), AccessRules.organised(staff));
        return known.map(all -> Reply.ok(Doc.obj()
                .put("accounts", all.stream().map(AccountRoutes::account).toList())
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
                        .put("roles", held.stream().map(AccountRoutes::held).toList())
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

    static Doc.Obj account(Accounts.Account account) {
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

    static Doc.Builder grant(Principal.Grant grant) {
        return Doc.obj()
                .put("role", grant.role().code())
                .put("contest", id(grant.contest()))
                .put("discipline", id(grant.discipline()));
    }

    private static @Nullable UUID id(@Nullable StreamId stream) {
        return stream == null ? null : stream.value();
    }
}
