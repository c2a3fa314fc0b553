package org.leitai.access.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Table {@code account}. */
public final class Accounts {
    private final Pool pool;

    public Accounts(Pool pool) {
        this.pool = pool;
    }

    /** An account without its secret. */
    public record Account(UUID id, String login, String name) {}

    /** An account with what its password is checked against. */
    public record Login(Account account, String passwordHash) {}

    /** Adds an account; false when the login is taken. */
    public Future<Boolean> add(Account account, String passwordHash, UUID by, long nowMicros) {
        return pool.preparedQuery("""
                        insert into account (id, login, name, password_hash, added_by, created_micros)
                        values ($1, $2, $3, $4, $5, $6)
                        on conflict (login) do nothing""")
                .execute(Tuple.of(account.id(), account.login(), account.name(), passwordHash, by, nowMicros))
                .map(result -> result.rowCount() == 1);
    }

    public Future<Optional<Login>> byLogin(String login) {
        return pool.preparedQuery(
                        "select id, login, name, password_hash from account where login = $1 and not disabled")
                .execute(Tuple.of(login))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> new Login(account(row), row.getString("password_hash"))));
    }

    public Future<List<Account>> all() {
        return pool.preparedQuery("select id, login, name from account where not disabled order by login")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Accounts::account)
                        .toList());
    }

    /** Those that hold a role in one of these contests, and those that this account added; by login. */
    public Future<List<Account>> near(UUID organiser, Collection<UUID> contests) {
        return pool.preparedQuery("""
                        select id, login, name from account a
                        where not disabled
                          and (a.id = $1 or a.added_by = $1
                               or exists (select 1 from role_grant g where g.account = a.id and g.contest = any ($2)))
                        order by login""")
                .execute(Tuple.tuple().addUUID(organiser).addArrayOfUUID(contests.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Accounts::account)
                        .toList());
    }

    /** The account of that id. */
    public Future<Optional<Account>> byId(UUID id) {
        return pool.preparedQuery("select id, login, name from account where id = $1 and not disabled")
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(Accounts::account));
    }

    private static Account account(Row row) {
        return new Account(row.getUUID("id"), row.getString("login"), row.getString("name"));
    }
}
