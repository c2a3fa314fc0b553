package org.leitai.platform.live;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.leitai.platform.live.TestFrames.FIRST_TERM;
import static org.leitai.platform.live.TestFrames.LEDGER;
import static org.leitai.platform.live.TestFrames.delta;
import static org.leitai.platform.live.TestFrames.row;
import static org.leitai.platform.live.TestFrames.snapshot;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.transport.Transport;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.leitai.testkit.Await;

/** A hub behind a real HTTP server, with real streams, over either way to write to many. */
@ParameterizedClass
@ValueSource(strings = {"io_uring", "nio"})
class HubIT {
    private static final int IDLE_S = 1;
    private static final HubLimits LIMITS = new HubLimits(300, 8, 10, 16, 64 * 1024, 50, 1_000, 60_000, 100);

    private final boolean grouped;
    private final Vertx vertx;
    private final AtomicReference<Frame> stored = new AtomicReference<>(snapshot(10, row("a", "9.10")));
    private final AtomicInteger readings = new AtomicInteger();
    private final AtomicInteger followings = new AtomicInteger();
    private final AtomicBoolean sessionGood = new AtomicBoolean(true);
    private final Hub hub;
    private final HttpClient client;
    private @Nullable HttpServer server;

    HubIT(String sockets) {
        Transport transport = sockets.equals("nio") ? Transport.NIO : Transport.IO_URING;
        grouped = sockets.equals("io_uring");
        assumeTrue(transport != null && transport.available(), "no " + sockets + " for this process");
        vertx = Vertx.builder().withTransport(transport).build();
        hub = new Hub(vertx, board -> "test.frames." + board, new Stored(), LIMITS);
        client = Streams.client(vertx, 400);
    }

    @BeforeEach
    void listen() {
        server = await(vertx.createHttpServer(new HttpServerOptions().setIdleTimeout(IDLE_S))
                .requestHandler(request -> {
                    Map<String, @Nullable FrameId> since = new LinkedHashMap<>();
                    since.put(request.getParam("board", "b/public"), FrameId.parseOrNull(request.getParam("since")));
                    boolean guarded = request.getParam("guarded") != null;
                    hub.stream(request, since, guarded ? () -> Future.succeededFuture(sessionGood.get()) : null);
                })
                .listen(0, "127.0.0.1"));
    }

    @AfterEach
    void close() {
        await(vertx.close());
    }

    @Test
    void a_viewer_gets_the_snapshot_and_then_every_delta_in_order() {
        Streams viewer = open("/");
        await(viewer.event("\"kind\":\"snapshot\""));

        for (long seq = 11; seq <= 30; seq++) {
            publish(delta(seq - 1, seq, row("a", "9." + seq)));
        }
        await(viewer.event(":30\n"));

        assertThat(ids(viewer)).containsExactlyElementsOf(sequence(10, 30));
    }

    @Test
    void many_viewers_see_the_same_bytes_of_one_reading() {
        List<Streams> viewers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            viewers.add(open("/"));
        }
        viewers.forEach(viewer -> await(viewer.event(":10\n")));

        publish(delta(10, 11, row("a", "9.38")));

        String first = await(viewers.getFirst().event(":11\n"));
        for (Streams viewer : viewers) {
            assertThat(await(viewer.event(":11\n"))).isEqualTo(first);
        }
        assertThat(readings).hasValue(1);
        assertThat(hub.counts().frames()).isEqualTo(1);
        publish(delta(11, 12, row("a", "9.40")));
        viewers.forEach(viewer -> await(viewer.event(":12\n")));
        // counted when an event loop is through with a frame, which it was with the first before it came to the second
        assertThat(hub.counts().sharedWrites()).isBetween((long) viewers.size(), 2L * viewers.size());
        assertThat(hub.counts().groupedWrites())
                .as("in groups over io_uring alone")
                .isBetween(grouped ? viewers.size() / 2L : 0, grouped ? 2L * viewers.size() : 0);
    }

    @Test
    void the_source_is_told_again_and_again_that_a_board_is_shown() throws Exception {
        await(open("/").event(":10\n"));

        Await.until("told three times", () -> followings.get() >= 3);

        assertThat(readings).as("without reading the board again").hasValue(1);
    }

    @Test
    void who_comes_back_with_the_current_id_gets_only_what_is_new() {
        Streams first = open("/");
        await(first.event(":10\n"));

        Streams again = open("/?since=" + new FrameId(FIRST_TERM, 10));
        Streams older = open("/?since=" + new FrameId(FIRST_TERM, 9));
        await(older.event("\"kind\":\"snapshot\""));
        publish(delta(10, 11));

        await(again.event(":11\n"));
        await(older.event(":11\n"));
        assertThat(ids(again)).containsExactly(11L);
        assertThat(ids(older)).containsExactly(10L, 11L);
    }

    @Test
    void a_lost_frame_makes_the_hub_read_the_snapshot_and_viewers_get_it() {
        Streams viewer = open("/");
        await(viewer.event(":10\n"));

        stored.set(snapshot(13, row("a", "9.99")));
        publish(delta(12, 13, row("a", "9.99")));

        String event = await(viewer.event(":13\n"));
        assertThat(event).contains("\"kind\":\"snapshot\"").contains("9.99");
        assertThat(readings).hasValue(2);
    }

    @Test
    void frames_of_a_replaced_owner_reach_nobody() {
        Epoch second = new Epoch(LEDGER, 2, "0");
        stored.set(snapshot("b/public", second, 10));
        Streams viewer = open("/");
        await(viewer.event(":10\n"));

        publish(delta(10, 11, row("a", "stale")));
        publish(delta("b/public", second, 10, 12, row("a", "fresh")));

        await(viewer.event("fresh"));
        assertThat(viewer.events()).noneMatch(event -> event.contains("stale"));
    }

    @Test
    void a_viewer_that_does_not_read_skips_to_the_snapshot_and_holds_up_nobody() {
        Streams slow = open("/");
        Streams quick = open("/");
        await(slow.event(":10\n"));
        await(quick.event(":10\n"));
        slow.stopReading();

        String filler = "x".repeat(40_000);
        long seq = 10;
        while (hub.counts().skippedDeltas() == 0 && seq < 2_000) {
            seq++;
            publish(delta(seq - 1, seq, row("a", filler + seq)));
            await(quick.event(":" + seq + "\n"));
        }
        slow.readAgain();
        String last = await(slow.event(":" + seq + "\n"));

        assertThat(hub.counts().skippedDeltas()).isPositive();
        assertThat(last).contains("\"kind\":\"snapshot\"").contains(filler + seq);
        assertThat(ids(quick)).containsExactlyElementsOf(sequence(10, seq));
    }

    @Test
    void quiet_streams_carry_heartbeats() {
        Streams viewer = open("/");

        assertThat(await(viewer.event("event: ping"))).isEqualTo("event: ping\ndata: {}");
    }

    @Test
    void a_quiet_stream_is_not_taken_for_an_idle_connection() throws Exception {
        Streams viewer = open("/");
        int beats = 3 * IDLE_S * 1_000 / (int) LIMITS.tickMillis();

        Await.until("heartbeats of three times as long as an idle connection may be", () -> beats(viewer) > beats);

        assertThat(viewer.ended().isComplete()).isFalse();
    }

    @Test
    void the_stream_of_a_revoked_session_ends_and_others_go_on() throws Exception {
        Streams revoked = open("/?guarded=yes");
        Streams visitor = open("/");
        await(revoked.event(":10\n"));
        await(visitor.event(":10\n"));

        sessionGood.set(false);
        await(revoked.ended());
        long before = beats(visitor);
        Await.until("the others' hearts beat", () -> beats(visitor) > before + 3);
        sessionGood.set(true);
        Streams late = open("/?guarded=yes");
        await(late.event(":10\n"));
        sessionGood.set(false);

        await(late.ended());
        Await.until("who left is not counted", () -> hub.counts().viewers() == 1);
    }

    @Test
    void a_proxy_that_speaks_http_1_0_gets_events_without_chunks() throws Exception {
        try (Socket proxy = new Socket(
                InetAddress.getLoopbackAddress(), requireNonNull(server).actualPort())) {
            proxy.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(US_ASCII));
            var lines = new BufferedReader(new InputStreamReader(proxy.getInputStream(), UTF_8));
            var seen = new ArrayList<String>();
            boolean published = false;
            while (seen.isEmpty() || !seen.getLast().endsWith(":11")) {
                String line = requireNonNull(lines.readLine(), "the stream ended");
                seen.add(line);
                if (line.endsWith(":10") && !published) {
                    published = true;
                    publish(delta(10, 11, row("a", "9.38")));
                }
            }

            assertThat(seen.subList(seen.indexOf("") + 1, seen.size()))
                    .allMatch(line -> line.isEmpty() || line.matches("(retry|event|data|id): .*"));
        }
    }

    @Test
    void a_board_that_does_not_exist_is_said_to_be_absent() {
        Streams viewer = open("/?board=nothing");

        assertThat(await(viewer.event("absent"))).contains("\"board\":\"nothing\"");
    }

    @Test
    void a_stopping_hub_ends_its_streams_and_admits_no_more() {
        Streams viewer = open("/");
        await(viewer.event(":10\n"));

        await(hub.close());

        await(viewer.ended());
        Streams late = open("/");
        await(late.ended());
        assertThat(late.events()).singleElement().asString().startsWith("retry: ");
    }

    private final class Stored implements SnapshotSource {
        @Override
        public Future<Optional<Frame>> snapshot(String board) {
            readings.incrementAndGet();
            return Future.succeededFuture(
                    board.equals("b/public") ? Optional.ofNullable(stored.get()) : Optional.empty());
        }

        @Override
        public Future<Void> follow(String board) {
            followings.incrementAndGet();
            return Future.failedFuture("a lost question ends nothing");
        }
    }

    private void publish(Frame frame) {
        vertx.eventBus().publish("test.frames." + frame.board(), frame.toWire());
    }

    private Streams open(String path) {
        return await(Streams.open(client, requireNonNull(server).actualPort(), path));
    }

    private static long beats(Streams viewer) {
        return viewer.events().stream()
                .filter(event -> event.contains("event: ping"))
                .count();
    }

    private static List<Long> ids(Streams viewer) {
        return viewer.events().stream()
                .flatMap(event -> event.lines().filter(line -> line.startsWith("id: ")))
                .map(line -> Long.parseLong(line.substring(line.lastIndexOf(':') + 1)))
                .toList();
    }

    private static List<Long> sequence(long from, long to) {
        return java.util.stream.LongStream.rangeClosed(from, to).boxed().toList();
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
