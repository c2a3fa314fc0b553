package org.leitai.platform.ledger;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * The one statement that records events: it moves the heads of many streams by compare-and-set and inserts the events of
 * those that moved. A stream whose head does not match falls out alone.
 *
 * <p>Arrays carry no nulls: a null inside a bound array can hang the client.
 */
final class AppendStatement {
    static final String SQL = """
            with batch as (
                select * from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::bytea[], $5::bigint[], $6::bytea[])
                    as b(stream, term, previous_seq, previous_hash, seq, hash)
            ), moved as (
                update stream_head h set seq = b.seq, hash = b.hash
                from batch b
                where h.stream = b.stream and h.term = b.term
                  and h.seq = b.previous_seq and h.hash = b.previous_hash
                returning h.stream, h.ledger
            ), added as (
                insert into ledger_event (stream, ledger, seq, name, body, actor, seat, device, act_micros,
                    uncertainty_micros, recorded_micros, command_key, part, request, leaf, chain)
                select e.stream, m.ledger, e.seq, e.name, e.body, e.actor, e.seat, e.device, e.act_micros,
                    e.uncertainty_micros, e.recorded_micros, e.command_key, e.part, e.request, e.leaf, e.chain
                from unnest($7::uuid[], $8::bigint[], $9::text[], $10::bytea[], $11::uuid[], $12::uuid[], $13::uuid[],
                        $14::bigint[], $15::bigint[], $16::bigint[], $17::uuid[], $18::int[], $19::bytea[],
                        $20::bytea[], $21::bytea[])
                    as e(stream, seq, name, body, actor, seat, device, act_micros, uncertainty_micros,
                         recorded_micros, command_key, part, request, leaf, chain)
                join moved m on m.stream = e.stream
            )
            select stream from moved
            """;

    private AppendStatement() {}

    static Tuple bind(List<AppendBatch> batches) {
        List<ChainedEvent> events = new ArrayList<>();
        batches.forEach(batch -> events.addAll(batch.events()));
        Tuple tuple = Tuple.tuple();
        tuple.addArrayOfUUID(of(batches, UUID[]::new, batch -> batch.stream().value()));
        tuple.addArrayOfLong(of(batches, Long[]::new, AppendBatch::term));
        tuple.addArrayOfLong(of(batches, Long[]::new, AppendBatch::previousSeq));
        tuple.addArrayOfBuffer(
                of(batches, Buffer[]::new, batch -> batch.previousHash().buffer()));
        tuple.addArrayOfLong(
                of(batches, Long[]::new, batch -> batch.last().event().seq()));
        tuple.addArrayOfBuffer(
                of(batches, Buffer[]::new, batch -> batch.last().chain().buffer()));
        bindEvents(tuple, events);
        return tuple;
    }

    private static void bindEvents(Tuple tuple, List<ChainedEvent> events) {
        tuple.addArrayOfUUID(of(events, UUID[]::new, e -> e.event().stream().value()));
        tuple.addArrayOfLong(of(events, Long[]::new, e -> e.event().seq()));
        tuple.addArrayOfString(of(events, String[]::new, e -> e.event().name()));
        tuple.addArrayOfBuffer(of(events, Buffer[]::new, e -> e.event().body()));
        tuple.addArrayOfUUID(of(events, UUID[]::new, e -> e.event().act().actor()));
        tuple.addArrayOfUUID(of(events, UUID[]::new, e -> e.event().act().seat()));
        tuple.addArrayOfUUID(of(events, UUID[]::new, e -> e.event().act().device()));
        tuple.addArrayOfLong(of(events, Long[]::new, e -> e.event().act().actMicros()));
        tuple.addArrayOfLong(of(events, Long[]::new, e -> e.event().act().uncertaintyMicros()));
        tuple.addArrayOfLong(of(events, Long[]::new, e -> e.event().recordedMicros()));
        tuple.addArrayOfUUID(of(events, UUID[]::new, e -> e.event().act().key()));
        tuple.addArrayOfInteger(of(events, Integer[]::new, e -> e.event().part()));
        tuple.addArrayOfBuffer(
                of(events, Buffer[]::new, e -> e.event().request().buffer()));
        tuple.addArrayOfBuffer(of(events, Buffer[]::new, e -> e.leaf().buffer()));
        tuple.addArrayOfBuffer(of(events, Buffer[]::new, e -> e.chain().buffer()));
    }

    /** The streams whose heads moved. */
    static Set<UUID> moved(RowSet<Row> rows) {
        Set<UUID> moved = new HashSet<>();
        rows.forEach(row -> moved.add(row.getUUID(0)));
        return moved;
    }

    private static <T, R> R[] of(
            List<T> items, java.util.function.IntFunction<R[]> array, Function<? super T, R> column) {
        return items.stream().map(column).toArray(array);
    }
}
