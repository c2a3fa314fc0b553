package org.leitai.board;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.leitai.board.domain.ContestTitle;
import org.leitai.board.domain.Face;
import org.leitai.judging.DisciplineKeeper;
import org.leitai.judging.domain.DisciplineCommand;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.platform.arena.KeeperSettings;
import org.leitai.platform.arena.Keepers;
import org.leitai.platform.arena.LocalGateway;
import org.leitai.platform.bus.Addresses;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.gateway.Ids;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.ledger.AppendSettings;
import org.leitai.platform.ledger.Appender;
import org.leitai.platform.ledger.Ledger;
import org.leitai.platform.ledger.Streams;
import org.leitai.platform.live.Hub;
import org.leitai.platform.live.HubLimits;
import org.leitai.platform.redis.RankedBoards;
import org.leitai.platform.redis.RedisLink;
import org.leitai.platform.redis.RedisSettings;
import org.leitai.platform.secret.InstallationKey;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.testkit.RealServers;

/** A node's keepers of disciplines with their boards, on real servers; without HTTP. Names stand in a map. */
final class BoardNode {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final long PATIENCE_SECONDS = 30;

    final Vertx vertx = Vertx.vertx();
    final Map<UUID, Face> names = new ConcurrentHashMap<>();
    final RankedBoards ranked;
    final RedisLink redis;
    final Gateway gateway;
    final Hub hub;
    final BoardPages pages;
    final Standings standings;
    final Addresses addresses;
    private final Streams streams;
    private final Ledger ledger;
    private final InstallationKey key;

    private BoardNode(RealServers servers, Path folder) throws Exception {
        PgConnectOptions database = PgConnectOptions.fromUri(servers.appPgUri());
        Pool pool = PgBuilder.pool()
                .connectingTo(database)
                .with(new PoolOptions().setMaxSize(4))
                .using(vertx)
                .build();
        ledger = new Ledger(pool);
        addresses = new Addresses(done(ledger.identity()));
        redis = new RedisLink(vertx, new RedisSettings(servers.redisUri(), 4, 64, 2_000, 50));
        done(redis.start());
        ranked = new RankedBoards(redis, servers.redisPrefix() + Ids.next());
        key = InstallationKey.loadOrCreate(Files.createDirectories(folder).resolve("key"));
        var directory = new NamesInMap();
        standings = new Standings(
                vertx, addresses, ranked, directory, key, new SimpleMeterRegistry(), BoardNode::nowMicros);
        var meters = new SimpleMeterRegistry();
        Appender appender = new Appender(database, AppendSettings.standard(), meters);
        done(vertx.deployVerticle(appender));
        var kind = new DisciplineKeeper(standings::folds, List.of(standings.view()));
        Keepers keepers = done(Keepers.start(
                vertx, ledger, appender, Ids.next(), List.of(kind), KeeperSettings.standard(), meters, CLOCK));
        gateway = new LocalGateway(vertx, keepers);
        streams = new Streams(pool, CLOCK);
        hub = new Hub(
                vertx,
                board -> BoardName.parse(board).orElseThrow().address(addresses),
                new KeeperSnapshots(gateway, new PublicDoor(directory)),
                HubLimits.standard());
        pages = new BoardPages(hub, ranked);
    }

    static BoardNode start(RealServers servers, Path folder) throws Exception {
        return new BoardNode(servers, folder);
    }

    /** Redis against a fold of the ledger. */
    BoardReport compare() throws Exception {
        return done(new BoardComparison(ledger, streams, ranked, key).compare());
    }

    void close() throws Exception {
        done(hub.close());
        done(redis.close());
        done(vertx.close());
    }

    /** A discipline of that rulebook with entries 1 to {@code count}, numbers 01 …, open seats 1 to {@code seats}. */
    StreamId discipline(String rulebook, String stage, int count, int seats) throws Exception {
        StreamId discipline = Ids.nextStream();
        done(streams.open(discipline, StreamKind.DISCIPLINE, null));
        submit(
                discipline,
                new DisciplineCommand.OpenDiscipline(Story.CONTEST, "T", "测试赛项", "Test", rulebook, hash(rulebook)));
        var links = new java.util.HashMap<String, Integer>();
        for (int i = 1; i <= count; i++) {
            names.put(Story.entry(i), new Face(List.of("试样" + i), "", "试验单位", "单位", "任城区"));
            submit(
                    discipline,
                    new DisciplineCommand.AdmitEntry(
                            Story.entry(i), "", "任城区", Story.id(5, i), List.of(Story.id(6, i))));
            links.put("%02d".formatted(i), i);
        }
        submit(discipline, new DisciplineCommand.AssignNumbers(stage, Story.links(links)));
        for (int seat = 1; seat <= seats; seat++) {
            submit(
                    discipline,
                    new DisciplineCommand.AddSeat(
                            Story.seat(seat), Integer.toString(seat), org.leitai.kernel.Role.JUDGE, List.of()));
            submit(discipline, new DisciplineCommand.FillSeat(Story.seat(seat), Story.id(8, seat), Act.NOBODY, ""));
        }
        submit(discipline, new DisciplineCommand.OpenStage(stage));
        return discipline;
    }

    void mark(StreamId discipline, String stage, String subject, int seat, String value) throws Exception {
        var slot = org.leitai.judging.domain.Slot.of(stage, subject, "total", Story.seat(seat));
        Act act = new Act(Story.id(8, seat), Story.seat(seat), Story.id(10, seat), 0, 0, Ids.next());
        Outcome outcome = done(gateway.submit(
                StreamKind.DISCIPLINE,
                discipline,
                new DisciplineCommand.RecordMark(slot, value, null, Act.NOBODY),
                act));
        committed(outcome);
    }

    void submit(StreamId discipline, DisciplineCommand command) throws Exception {
        Act act = Act.by(Story.id(8, 99), Ids.next(), Ids.next());
        committed(done(gateway.submit(StreamKind.DISCIPLINE, discipline, command, act)));
    }

    private static String hash(String rulebook) {
        return switch (RulebookReader.read(rulebook)) {
            case RulebookReader.Result.Read read -> read.rulebook().hash();
            case RulebookReader.Result.Failed failed ->
                throw new AssertionError(failed.problems().toString());
        };
    }

    private static void committed(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            throw new AssertionError(refused.refusal().toString());
        }
    }

    /** Asks again and again until the answer is as wanted. */
    <T> T until(java.util.function.Supplier<Future<T>> question, Predicate<T> wanted) throws Exception {
        String last = "nothing";
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < patience) {
            T answer = done(question.get());
            last = String.valueOf(answer);
            if (wanted.test(answer)) {
                return answer;
            }
            done(vertx.timer(20));
        }
        throw new AssertionError("never as wanted, last: " + last);
    }

    static <T> T done(Future<T> future) throws Exception {
        return future.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, CLOCK.instant());
    }

    private final class NamesInMap implements Directory {
        @Override
        public Future<Map<UUID, Face>> faces(StreamId contest, Collection<UUID> entries) {
            return Future.succeededFuture(Map.copyOf(names));
        }

        @Override
        public Future<ContestTitle> contest(StreamId contest) {
            return Future.succeededFuture(new ContestTitle("测试竞赛", "Test contest"));
        }

        @Override
        public Future<Boolean> isPublic(StreamId contest) {
            return Future.succeededFuture(true);
        }

        @Override
        public Future<List<PublicContest>> publicContests() {
            return Future.succeededFuture(List.of());
        }
    }
}
