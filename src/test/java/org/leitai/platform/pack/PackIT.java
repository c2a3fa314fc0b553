package org.leitai.platform.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.testkit.LedgerNode.act;
import static org.leitai.testkit.LedgerNode.done;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.junit5.VertxExtension;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.leitai.kernel.StreamId;
import org.leitai.platform.gateway.Outcome;
import org.leitai.testkit.Await;
import org.leitai.testkit.LedgerNode;
import org.leitai.testkit.RealServers;
import org.leitai.testkit.Tally;

/** Loading with packs must be loading without them. */
@ExtendWith(VertxExtension.class)
class PackIT {
    private static final int LONG_EVENTS = 100_000;

    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    @Test
    void a_stream_of_100_000_events_loads_from_packs_and_tail_as_from_its_events(Vertx vertx) throws Exception {
        LedgerNode node = LedgerNode.start(vertx, SERVERS.appPgUri());
        StreamId stream = node.open();
        long total = fill(node, stream, LONG_EVENTS + 137);
        awaitPacked(node, stream, LONG_EVENTS);

        long[] packedMillis = load(vertx, stream, total);
        done(node.pool().query("delete from stream_pack").execute());
        long[] plainMillis = load(vertx, stream, total);

        System.out.printf(
                "%,d events load in %s ms from packs and tail, in %s ms without packs%n",
                LONG_EVENTS, List.of(packedMillis[0], packedMillis[1]), List.of(plainMillis[0], plainMillis[1]));
    }

    @Test
    void streams_that_grow_while_they_are_packed_are_packed_to_their_end(Vertx vertx) throws Exception {
        LedgerNode node = LedgerNode.start(vertx, SERVERS.appPgUri());
        List<StreamId> streams = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            streams.add(node.open());
        }

        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            List<java.util.concurrent.Future<Long>> filling = streams.stream()
                    .map(stream -> hands.submit(() -> fill(node, stream, 4 * Packer.STRETCH_EVENTS)))
                    .toList();
            for (var one : filling) {
                one.get();
            }
        }

        for (StreamId stream : streams) {
            awaitPacked(node, stream, 4 * Packer.STRETCH_EVENTS);
        }
    }

    @Test
    void a_pack_that_is_damaged_or_another_programs_is_ignored(Vertx vertx) throws Exception {
        LedgerNode node = LedgerNode.start(vertx, SERVERS.appPgUri());
        StreamId stream = node.open();
        long total = fill(node, stream, 3 * Packer.STRETCH_EVENTS);
        awaitPacked(node, stream, 3 * Packer.STRETCH_EVENTS);

        for (String harm : List.of(
                "body = '\\x00'",
                "body = set_byte(body, length(body) / 2, get_byte(body, length(body) / 2) # 1)",
                "body = (select o.body from stream_pack o where o.stream = $1 and o.first = 10001)",
                "codec = 'of-tomorrow'")) {
            done(node.pool()
                    .preparedQuery("update stream_pack set " + harm + " where stream = $1 and first = 5001")
                    .execute(Tuple.of(stream.value())));
            load(vertx, stream, total);
            awaitPacked(node, stream, 3 * Packer.STRETCH_EVENTS);
        }
    }

    @Test
    void what_is_packed_is_what_was_there(Vertx vertx) throws Exception {
        LedgerNode node = LedgerNode.start(vertx, SERVERS.appPgUri());
        StreamId stream = node.open();
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 50; i++) {
            List<Long> amounts =
                    random.longs(random.nextInt(1, 5), 0, 100).boxed().toList();
            node.put(stream, new Tally.AddEach(amounts), act());
        }
        var ledger = new org.leitai.platform.ledger.Ledger(node.pool());
        var events = done(ledger.page(stream, 0, Long.MAX_VALUE, 1_000)).stream()
                .map(org.leitai.platform.ledger.ChainedEvent::event)
                .toList();

        Buffer body = PackCodec.write(events);

        assertThat(Packs.open(body, done(ledger.identity()), stream, 1)).isEqualTo(events);
    }

    /** Adds ones until the stream has so many events; their sum. */
    private static long fill(LedgerNode node, StreamId stream, int events) throws Exception {
        List<Long> ones = Collections.nCopies(100, 1L);
        int left = events;
        while (left > 0) {
            List<Future<Outcome>> wave = new ArrayList<>();
            for (int i = 0; i < 20 && left > 0; i++) {
                List<Long> some = ones.subList(0, Math.min(100, left));
                left -= some.size();
                wave.add(node.submit(stream, new Tally.AddEach(some), act()));
            }
            done(Future.all(wave));
        }
        return events;
    }

    /** Twice, on nodes that have not seen the stream; how long each took, in milliseconds. */
    private static long[] load(Vertx vertx, StreamId stream, long total) throws Exception {
        long[] millis = new long[2];
        for (int i = 0; i < millis.length; i++) {
            LedgerNode fresh = LedgerNode.start(vertx, SERVERS.appPgUri());
            long start = System.nanoTime();
            var sum = fresh.total(stream);
            millis[i] = (System.nanoTime() - start) / 1_000_000;
            assertThat(sum.integer("total")).isEqualTo(total);
            assertThat(sum.integer("followed")).isEqualTo(total);
            assertThat(fresh.add(stream, 0).seq()).isGreaterThan(total);
        }
        return millis;
    }

    private static void awaitPacked(LedgerNode node, StreamId stream, long upTo) throws Exception {
        Await.until("the stream is packed", () -> {
            var rows = done(node.pool()
                    .preparedQuery("select coalesce(sum(last - first + 1), 0) from stream_pack"
                            + " where stream = $1 and last <= $2 and codec = 'events-1'")
                    .execute(Tuple.of(stream.value(), upTo)));
            return rows.iterator().next().getLong(0) >= upTo;
        });
    }
}
