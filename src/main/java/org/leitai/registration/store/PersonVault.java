package org.leitai.registration.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.leitai.kernel.StreamId;
import org.leitai.platform.secret.InstallationKey;
import org.leitai.registration.Person;
import org.leitai.registration.domain.IdNumber;
import org.leitai.registration.domain.Member;
import org.leitai.registration.domain.Unit;

/** People's data, encrypted. Safe on any thread; sealing 1,000 people takes some 20 ms, so large imports seal on a worker. */
public final class PersonVault {
    // Keeping the same people again (a repeated request) keeps the first row: its commitment may stand in the ledger.
    private static final String KEEP = """
            with kept as (
              insert into person_secret
                     (person, contest, wrapped_key, body, commitment, id_print, name_print, created_micros)
              select person, $1, wrapped_key, body, commitment, id_print, name_print, $8
                from unnest($2::uuid[], $3::bytea[], $4::bytea[], $5::text[], $6::bytea[], $7::bytea[])
                     as fresh (person, wrapped_key, body, commitment, id_print, name_print)
              on conflict (person) do nothing
              returning person, commitment)
            select person, commitment from kept
            union all
            select person, commitment from person_secret where person = any($2)
            """;

    private static final String READ =
            "select person, wrapped_key, body from person_secret where person = any($1::uuid[])";

    private static final String TWINS = """
            select person, id_print, name_print
              from person_secret
             where contest = $1
               and ((length(id_print) > 0 and id_print = any($2::bytea[])) or name_print = any($3::bytea[]))
            """;

    private static final String DESTROY = "delete from person_secret where contest = $1 and person = any($2::uuid[])";

    private final Pool pool;
    private final InstallationKey installation;
    private final PersonCipher cipher;
    private final LongSupplier nowMicros;

    public PersonVault(Pool pool, InstallationKey installation, LongSupplier nowMicros) {
        this.pool = pool;
        this.installation = installation;
        this.cipher = new PersonCipher(installation);
        this.nowMicros = nowMicros;
    }

    /**
     * Somebody to be kept.
     *
     * @param unit name of the unit; two people of one name in one unit are suspected to be one
     */
    public record Newcomer(UUID id, Person person, String unit) {}

    /** By what somebody is recognised without opening anything. */
    public record Prints(Buffer idNumber, Buffer name) {}

    /** Somebody of the contest who has the same ID number, or the same name in the same unit. */
    public record Twin(UUID person, Prints prints) {}

    /** Keeps people; the commitments come in the order of the people. */
    public Future<List<Member>> keep(StreamId contest, List<Newcomer> newcomers) {
        List<PersonCipher.Sealed> sealed = newcomers.stream()
                .map(newcomer -> cipher.seal(newcomer.id(), newcomer.person()))
                .toList();
        List<Prints> prints =
                newcomers.stream().map(newcomer -> prints(contest, newcomer)).toList();
        Tuple row = Tuple.tuple()
                .addUUID(contest.value())
                .addArrayOfUUID(array(newcomers, Newcomer::id, UUID[]::new))
                .addArrayOfBuffer(array(sealed, PersonCipher.Sealed::wrappedKey, Buffer[]::new))
                .addArrayOfBuffer(array(sealed, PersonCipher.Sealed::body, Buffer[]::new))
                .addArrayOfString(array(sealed, PersonCipher.Sealed::commitment, String[]::new))
                .addArrayOfBuffer(array(prints, Prints::idNumber, Buffer[]::new))
                .addArrayOfBuffer(array(prints, Prints::name, Buffer[]::new))
                .addLong(nowMicros.getAsLong());
        return pool.preparedQuery(KEEP).execute(row).map(rows -> members(newcomers, rows));
    }

    private static List<Member> members(List<Newcomer> newcomers, RowSet<Row> rows) {
        Map<UUID, String> commitments = new HashMap<>();
        rows.forEach(row -> commitments.put(row.getUUID("person"), row.getString("commitment")));
        return newcomers.stream()
                .map(newcomer -> new Member(newcomer.id(), commitments.getOrDefault(newcomer.id(), "")))
                .toList();
    }

    /** The people that still exist. */
    public Future<Map<UUID, Person>> read(Collection<UUID> people) {
        if (people.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        return pool.preparedQuery(READ)
                .execute(Tuple.tuple().addArrayOfUUID(people.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Person> read = new HashMap<>();
                    rows.forEach(row -> read.put(row.getUUID("person"), open(row)));
                    return read;
                });
    }

    private Person open(Row row) {
        return cipher.open(row.getUUID("person"), row.getBuffer("wrapped_key"), row.getBuffer("body"));
    }

    /** People of the contest who look like these. */
    public Future<List<Twin>> twins(StreamId contest, Collection<Prints> wanted) {
        Tuple row = Tuple.tuple()
                .addUUID(contest.value())
                .addArrayOfBuffer(array(List.copyOf(wanted), Prints::idNumber, Buffer[]::new))
                .addArrayOfBuffer(array(List.copyOf(wanted), Prints::name, Buffer[]::new));
        return pool.preparedQuery(TWINS)
                .execute(row)
                .map(rows -> rows.stream()
                        .map(found -> new Twin(
                                found.getUUID("person"),
                                new Prints(found.getBuffer("id_print"), found.getBuffer("name_print"))))
                        .toList());
    }

    public Prints prints(StreamId contest, Newcomer newcomer) {
        String idNumber = IdNumber.normal(newcomer.person().idNumber());
        String name =
                Unit.key(newcomer.unit()) + "/" + Unit.key(newcomer.person().name());
        return new Prints(
                idNumber.isEmpty() ? Buffer.buffer() : print("person-id-number", contest + "/" + idNumber),
                print("person-name", contest + "/" + name));
    }

    private Buffer print(String purpose, String text) {
        return Buffer.buffer(installation.fingerprint(purpose, text));
    }

    /** Destroys key and data; people who are not there are no error. */
    public Future<Void> destroy(StreamId contest, Collection<UUID> people) {
        return pool.preparedQuery(DESTROY)
                .execute(Tuple.tuple().addUUID(contest.value()).addArrayOfUUID(people.toArray(UUID[]::new)))
                .mapEmpty();
    }

    private static <T, A> A[] array(List<T> items, Function<T, A> part, java.util.function.IntFunction<A[]> make) {
        return items.stream().map(part).toArray(make);
    }
}
