package org.leitai.access.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.leitai.kernel.StreamId;
import org.leitai.platform.secret.InstallationKey;

/** Tables {@code seat_card} and {@code entry_code}: only keyed fingerprints of codes and PINs are stored. */
public final class Cards {
    private final Pool pool;
    private final InstallationKey key;

    public Cards(Pool pool, InstallationKey key) {
        this.pool = pool;
        this.key = key;
    }

    /** What a code opens: a seat or an entry. */
    public record Holder(UUID holder, StreamId contest, StreamId discipline, String number) {}

    /** Puts a new card in place of the seat's old one. */
    public Future<Void> putSeat(
            UUID seat, StreamId contest, StreamId discipline, String code, String pin, long nowMicros) {
        return pool.preparedQuery("""
                        insert into seat_card (seat, contest, discipline, code_print, pin_print, created_micros)
                        values ($1, $2, $3, $4, $5, $6)
                        on conflict (seat) do update set code_print = excluded.code_print, pin_print = excluded.pin_print,
                          created_micros = excluded.created_micros""")
                .execute(Tuple.of(
                        seat,
                        contest.value(),
                        discipline.value(),
                        print("seat-code", code),
                        print("pin", seat + pin),
                        nowMicros))
                .mapEmpty();
    }

    public Future<Optional<Holder>> seatByCode(String code) {
        return pool.preparedQuery(
                        "select seat as holder, contest, discipline, '' as number from seat_card where code_print = $1")
                .execute(Tuple.of(print("seat-code", code)))
                .map(Cards::first);
    }

    public Future<Boolean> pinMatches(UUID seat, String pin) {
        return pool.preparedQuery("select 1 from seat_card where seat = $1 and pin_print = $2")
                .execute(Tuple.of(seat, print("pin", seat + pin)))
                .map(rows -> rows.size() == 1);
    }

    /** Puts a new code in place of the entry's old one. */
    public Future<Void> putEntry(
            UUID entry, StreamId contest, StreamId discipline, String number, String code, long nowMicros) {
        return pool.preparedQuery("""
                        insert into entry_code (entry, contest, discipline, number, code_print, created_micros)
                        values ($1, $2, $3, $4, $5, $6)
                        on conflict (entry) do update set number = excluded.number, code_print = excluded.code_print,
                          created_micros = excluded.created_micros""")
                .execute(Tuple.of(
                        entry, contest.value(), discipline.value(), number, print("entry-code", code), nowMicros))
                .mapEmpty();
    }

    public Future<Optional<Holder>> entryByCode(String code) {
        return pool.preparedQuery(
                        "select entry as holder, contest, discipline, number from entry_code where code_print = $1")
                .execute(Tuple.of(print("entry-code", code)))
                .map(Cards::first);
    }

    private static Optional<Holder> first(io.vertx.sqlclient.RowSet<io.vertx.sqlclient.Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .findFirst()
                .map(row -> new Holder(
                        row.getUUID("holder"),
                        new StreamId(row.getUUID("contest")),
                        new StreamId(row.getUUID("discipline")),
                        row.getString("number")));
    }

    private Buffer print(String purpose, String text) {
        return Buffer.buffer(key.fingerprint(purpose, text));
    }
}
