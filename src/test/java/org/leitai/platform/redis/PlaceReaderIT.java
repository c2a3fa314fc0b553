package org.leitai.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.leitai.testkit.Await;
import org.leitai.testkit.RealServers;

/** A crowd that asks for single rows at the same moment, on one event loop. */
class PlaceReaderIT {
    private static final int ROWS = 1_000;
    private static final String TERM = "00000000-0000-7000-8000-000000000001.1.0";

    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    private final Vertx vertx = Vertx.vertx();
    /** One connection and nobody may wait for it: a question under way is all that there is room for. */
    private final RedisLink link = new RedisLink(vertx, new RedisSettings(SERVERS.redisUri(), 1, 1, 2_000, 50));

    private RankedBoards boards = new RankedBoards(link, "");

    @BeforeEach
    void connect() {
        boards = new RankedBoards(link, SERVERS.redisPrefix() + System.nanoTime());
        await(link.start());
        rebuild();
    }

    private void rebuild() {
        var rows = IntStream.range(0, ROWS)
                .mapToObj(i -> new RankedRow("r" + i, "d", "k%05d".formatted(i / 2), "{\"no\":" + i + "}"))
                .toList();
        await(boards.rebuild("b", TERM, 1, rows));
    }

    @AfterEach
    void close() {
        await(link.close());
        await(vertx.close());
    }

    @Test
    void everybody_gets_the_place_they_asked_for_and_few_questions_are_sent() {
        long before = scripts();
        var places = onLoop(() -> Future.join(IntStream.range(0, ROWS)
                        .mapToObj(i -> boards.place("b", i % 10 == 9 ? "nobody" + i : "r" + i))
                        .toList())
                .map(all -> all.<Optional<RankedPage.Place>>list()));
        for (int i = 0; i < ROWS; i++) {
            assertThat(places.get(i))
                    .isEqualTo(
                            i % 10 == 9
                                    ? Optional.empty()
                                    : Optional.of(new RankedPage.Place("r" + i, i / 2 * 2L, 2, "{\"no\":" + i + "}")));
        }
        assertThat(scripts() - before).isLessThan(ROWS / 10);
    }

    @Test
    void a_board_that_is_not_there_has_nobody_and_other_boards_do_not_wait_for_it() {
        var places = onLoop(() -> Future.join(
                        List.of(boards.place("other", "r1"), boards.place("b", "r1"), boards.place("other", "r2")))
                .map(all -> all.<Optional<RankedPage.Place>>list()));
        assertThat(places.get(0)).isEmpty();
        assertThat(places.get(1)).map(RankedPage.Place::rank).contains(1L);
        assertThat(places.get(2)).isEmpty();
    }

    @Test
    void when_a_question_fails_all_who_asked_it_are_told_and_the_next_one_is_asked_anew() {
        // a text where a board's head should be: every question to it ends with an error of Redis
        var broken = new RankedBoards(link, SERVERS.redisPrefix() + "broken");
        await(link.send(Request.cmd(Command.SET)
                .arg("{" + SERVERS.redisPrefix() + "broken:b}:head")
                .arg("no hash")));
        var failures = onLoop(() -> {
            var asked = new ArrayList<Future<String>>();
            for (int i = 0; i < 200; i++) {
                asked.add(broken.place("b", "r" + i).map(place -> "answered").otherwise(Throwable::getMessage));
            }
            return Future.join(asked).map(all -> all.<String>list());
        });
        assertThat(failures).hasSize(200).allMatch(failure -> failure.contains("WRONGTYPE"));
        await(link.send(Request.cmd(Command.DEL).arg("{" + SERVERS.redisPrefix() + "broken:b}:head")));
        assertThat(onLoop(() -> broken.place("b", "r1"))).isEmpty();
    }

    /** A new Redis knows neither the board nor the script, and the pooled connection is to the old one. */
    @Test
    void after_redis_was_away_who_asked_meanwhile_was_told_and_who_asks_again_is_answered() throws Exception {
        assertThat(onLoop(() -> boards.place("b", "r3"))).isPresent();
        SERVERS.killRedis();
        try {
            assertThat(onLoop(() -> everybodysAnswers(200))).hasSize(200).containsOnly("told");
        } finally {
            SERVERS.startRedis();
        }
        Await.until(
                "places are asked for again",
                () -> onLoop(() -> everybodysAnswers(200)).stream().allMatch("nobody"::equals));

        rebuild();

        assertThat(onLoop(() -> everybodysAnswers(200))).hasSize(200).containsOnly("answered");
    }

    private Future<List<String>> everybodysAnswers(int people) {
        return Future.join(IntStream.range(0, people)
                        .mapToObj(i -> boards.place("b", "r" + i)
                                .map(place -> place.isPresent() ? "answered" : "nobody")
                                .otherwise("told"))
                        .toList())
                .map(all -> all.<String>list());
    }

    /** How often Redis was asked to run a script. */
    private long scripts() {
        String statistics =
                await(link.send(Request.cmd(Command.INFO).arg("commandstats"))).toString();
        return statistics
                .lines()
                .filter(line -> line.startsWith("cmdstat_eval"))
                .mapToLong(line -> Long.parseLong(line.replaceFirst(".*?calls=(\\d+).*", "$1")))
                .sum();
    }

    private <T> T onLoop(Supplier<Future<T>> question) {
        Promise<T> answer = Promise.promise();
        vertx.runOnContext(ignored -> question.get().onComplete(answer));
        return await(answer.future());
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
