package org.leitai.access;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.leitai.access.domain.Codes;
import org.leitai.access.store.Accounts;
import org.leitai.access.store.Cards;
import org.leitai.access.store.Failures;
import org.leitai.access.store.Grants;
import org.leitai.access.store.Sessions;
import org.leitai.kernel.Act;
import org.leitai.kernel.Principal;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.http.Authenticator;
import org.leitai.platform.http.Operations;
import org.leitai.platform.secret.InstallationKey;

/** The feature's wiring, and what other features ask of it. */
public final class Access {
    private final Accounts accounts;
    private final Grants grants;
    private final Cards cards;
    private final Passwords passwords;
    private final SignIns signIns;
    private final SessionPrincipals principals;
    private final SessionRoutes sessionRoutes;
    private final AccountRoutes accountRoutes;
    private final LongSupplier nowMicros;
    private final SecureRandom random = new SecureRandom();

    public Access(Vertx vertx, Pool pool, Gateway gateway, InstallationKey key, LongSupplier nowMicros) {
        this.accounts = new Accounts(pool);
        this.grants = new Grants(pool);
        this.cards = new Cards(pool, key);
        this.passwords = new Passwords(vertx);
        this.nowMicros = nowMicros;
        Sessions sessions = new Sessions(pool);
        this.signIns = new SignIns(accounts, passwords, cards, sessions, new Failures(pool), nowMicros);
        this.principals = new SessionPrincipals(sessions, grants, gateway, nowMicros);
        this.sessionRoutes = new SessionRoutes(accounts, cards, sessions, signIns, principals, gateway, nowMicros);
        this.accountRoutes = new AccountRoutes(accounts, grants, passwords, gateway, nowMicros);
    }

    public Authenticator authenticator() {
        return principals;
    }

    public void bind(Operations operations) {
        sessionRoutes.bind(operations);
        accountRoutes.bind(operations);
    }

    /** Whether that is the PIN on the seat's card; ten wrong ones lock the seat's signing on that device for ten minutes. */
    public Future<Boolean> pinMatches(Principal.SeatHolder holder, String pin) {
        return signIns.pinMatches(holder.seat(), holder.device(), pin);
    }

    /** Makes a contestant's code, replacing an older one; the answer is the only time it can be read. */
    public Future<String> issueEntryCode(StreamId contest, StreamId discipline, UUID entry, String number) {
        String code = Codes.code(random);
        return cards.putEntry(entry, contest, discipline, number, code, nowMicros.getAsLong())
                .map(code);
    }

    /**
     * On an installation without accounts, makes the first organiser.
     *
     * @return the password, or an empty text when accounts exist already
     */
    public Future<String> firstOrganiser(String login) {
        String password = Codes.code(random) + Codes.code(random);
        var account = new Accounts.Account(UUID.randomUUID(), login, login);
        return accounts.all().compose(all -> all.isEmpty() ? add(account, password) : Future.succeededFuture(""));
    }

    private Future<String> add(Accounts.Account account, String password) {
        var everywhere = new Principal.Grant(Role.ORGANISER, null, null);
        return passwords
                .hash(password)
                .compose(hash -> accounts.add(account, hash, Act.NOBODY, nowMicros.getAsLong()))
                .compose(added ->
                        grants.add(UUID.randomUUID(), account.id(), everywhere, Act.NOBODY, nowMicros.getAsLong()))
                .map(password);
    }

    /** The contract's fragments of this feature. */
    public static List<String> contract() {
        return List.of("access");
    }
}
