package org.leitai.access.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Principal;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;

/** Table {@code role_grant}. */
public final class Grants {
    private final Pool pool;

    public Grants(Pool pool) {
        this.pool = pool;
    }

    /** A grant as listed: with its id and holder. */
    public record Held(UUID id, UUID account, String login, String name, Principal.Grant grant) {}

    /** Grants a role; holding it already changes nothing. */
    public Future<Void> add(UUID id, UUID account, Principal.Grant grant, UUID by, long nowMicros) {
        return pool.preparedQuery("""
                        insert into role_grant (id, account, role, contest, discipline, granted_by, granted_micros)
                        values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing""")
                .execute(Tuple.from(java.util.Arrays.asList(
                        id, account, grant.role().code(), id(grant.contest()), id(grant.discipline()), by, nowMicros)))
                .mapEmpty();
    }

    /** Takes a grant of that contest back; false when there is none with that id. */
    public Future<Boolean> remove(StreamId contest, UUID grant) {
        return pool.preparedQuery("delete from role_grant where id = $1 and contest = $2")
                .execute(Tuple.of(grant, contest.value()))
                .map(result -> result.rowCount() == 1);
    }

    public Future<List<Principal.Grant>> of(UUID account) {
        return pool.preparedQuery("select role, contest, discipline from role_grant where account = $1")
                .execute(Tuple.of(account))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Grants::grant)
                        .toList());
    }

    /** Who holds what in a contest, by login. */
    public Future<List<Held>> in(StreamId contest) {
        return pool.preparedQuery("""
                        select g.id, g.account, a.login, a.name, g.role, g.contest, g.discipline
                        from role_grant g join account a on a.id = g.account where g.contest = $1 order by a.login, g.role""")
                .execute(Tuple.of(contest.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Held(
                                row.getUUID("id"),
                                row.getUUID("account"),
                                row.getString("login"),
                                row.getString("name"),
                                grant(row)))
                        .toList());
    }

    private static Principal.Grant grant(Row row) {
        return new Principal.Grant(
                Role.ofCode(row.getString("role")), stream(row.getUUID("contest")), stream(row.getUUID("discipline")));
    }

    private static @Nullable StreamId stream(@Nullable UUID value) {
        return value == null ? null : new StreamId(value);
    }

    private static @Nullable UUID id(@Nullable StreamId stream) {
        return stream == null ? null : stream.value();
    }
}
