package org.leitai.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.leitai.testkit.RealServers;

class RankedBoardsIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    private static final String LEDGER = "00000000-0000-7000-8000-000000000001";
    private static final String TERM_1 = LEDGER + ".1.0";
    private static final String TERM_2 = LEDGER + ".2.0";

    private final Vertx vertx = Vertx.vertx();
    private final RedisLink link = new RedisLink(vertx, new RedisSettings(SERVERS.redisUri(), 4, 64, 2_000, 50));
    private RankedBoards boards = new RankedBoards(link, "");

    @BeforeEach
    void connect() {
        boards = new RankedBoards(link, SERVERS.redisPrefix() + System.nanoTime());
        await(link.start());
    }

    @AfterEach
    void close() {
        await(link.close());
        await(vertx.close());
    }

    @Test
    void equal_keys_share_a_rank_and_the_next_one_counts_on() {
        await(boards.rebuild("b", TERM_1, 7, List.of(row("c", "k2"), row("a", "k1"), row("d", "k3"), row("b", "k2"))));

        RankedPage page = await(boards.page("b", "d1", 0, 10)).orElseThrow();

        assertThat(page.rows()).extracting(RankedPage.Place::rank).containsExactly(1L, 2L, 2L, 4L);
        assertThat(page.rows()).extracting(RankedPage.Place::isShared).containsExactly(false, true, true, false);
        assertThat(page.total()).isEqualTo(4);
        assertThat(page.seq()).isEqualTo(7);
        assertThat(await(boards.place("b", "d")).map(RankedPage.Place::rank)).contains(4L);
    }

    /** What is being written ends by itself when its writer dies; what is in force never does. */
    @Test
    void nothing_of_a_board_in_force_has_a_time_limit_with_divisions_or_without() {
        await(boards.rebuild("lasting", TERM_1, 1, List.of(row("a", "k1"), new RankedRow("z", "", "k2", "{}"))));

        var keys = await(link.send(Request.cmd(Command.KEYS).arg("*" + SERVERS.redisPrefix() + "*:lasting}:*")));

        assertThat(keys).hasSize(4);
        keys.forEach(key -> assertThat(await(link.send(Request.cmd(Command.TTL).arg(key.toString())))
                        .toLong())
                .as(key.toString())
                .isEqualTo(-1));
    }

    @Test
    void a_key_that_begins_like_another_is_still_a_key_of_its_own() {
        await(boards.rebuild("b", TERM_1, 1, List.of(row("x", "k1"), row("y", "k10"), row("z", "k100"))));

        assertThat(await(boards.page("b", "d1", 0, 10)).orElseThrow().rows())
                .extracting(RankedPage.Place::rank)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_change_is_applied_where_it_begins() {
        await(boards.rebuild("b", TERM_1, 7, List.of(row("a", "k1"), row("b", "k2"), row("c", "k3"))));

        boolean applied = await(boards.apply("b", TERM_1, 7, 9, List.of(row("c", "k0")), List.of("b")));

        assertThat(applied).isTrue();
        assertThat(ids("b")).containsExactly("c", "a");
        assertThat(await(boards.position("b"))).contains(TERM_1 + ":9");
    }

    @Test
    void a_change_that_begins_elsewhere_changes_nothing() {
        await(boards.rebuild("b", TERM_1, 7, List.of(row("a", "k1"))));

        assertThat(await(boards.apply("b", TERM_1, 8, 9, List.of(row("z", "k0")), List.of())))
                .isFalse();
        assertThat(await(boards.apply("b", TERM_2, 7, 9, List.of(row("z", "k0")), List.of())))
                .isFalse();
        assertThat(await(boards.apply("none", TERM_1, 7, 9, List.of(row("z", "k0")), List.of())))
                .isFalse();

        assertThat(ids("b")).containsExactly("a");
        assertThat(await(boards.position("none"))).isEmpty();
    }

    @Test
    void an_empty_board_takes_its_first_row() {
        await(boards.rebuild("b", TERM_1, 7, List.of()));

        assertThat(await(boards.apply("b", TERM_1, 7, 8, List.of(row("a", "k1")), List.of())))
                .isTrue();
        assertThat(await(boards.apply("b", TERM_1, 8, 9, List.of(), List.of("a"))))
                .isTrue();
        assertThat(await(boards.apply("b", TERM_1, 9, 10, List.of(row("b", "k1")), List.of())))
                .isTrue();
        assertThat(ids("b")).containsExactly("b");
    }

    @Test
    void a_replaced_owner_cannot_switch_the_board_back() {
        await(boards.rebuild("b", TERM_2, 9, List.of(row("new", "k1"))));

        boolean switched = await(boards.rebuild("b", TERM_1, 8, List.of(row("old", "k1"))));

        assertThat(switched).isFalse();
        assertThat(ids("b")).containsExactly("new");
    }

    @Test
    void rows_that_vanished_under_a_head_that_stayed_ask_for_a_rebuild() {
        await(boards.rebuild("b", TERM_1, 7, List.of(row("a", "k1"))));
        await(deleteRows());

        assertThat(await(boards.apply("b", TERM_1, 7, 8, List.of(row("b", "k2")), List.of())))
                .isFalse();
    }

    @Test
    void a_thousand_rows_come_back_in_order() {
        List<RankedRow> rows = IntStream.range(0, 1_234)
                .mapToObj(i -> row("r" + i, "k%04d".formatted(9_999 - i)))
                .toList();

        await(boards.rebuild("b", TERM_1, 7, rows));

        RankedPage page = await(boards.page("b", "d1", 1_000, 3)).orElseThrow();
        assertThat(page.rows()).extracting(RankedPage.Place::id).containsExactly("r233", "r232", "r231");
        assertThat(page.rows()).extracting(RankedPage.Place::rank).containsExactly(1_001L, 1_002L, 1_003L);
    }

    @Test
    void a_row_is_found_by_the_beginning_of_a_term_until_the_term_changes() {
        await(boards.rebuild(
                "b",
                TERM_1,
                7,
                List.of(
                        new RankedRow("a", "d1", "k1", List.of("试样甲", "017"), "{}"),
                        new RankedRow("b", "d1", "k2", List.of("试样乙", "018"), "{}"),
                        new RankedRow("c", "d1", "k2", List.of("样本", "117"), "{}"))));

        assertThat(await(boards.find("b", "试样", 10)))
                .extracting(RankedPage.Place::id)
                .containsExactlyInAnyOrder("a", "b");
        assertThat(await(boards.find("b", "018", 10))).containsExactly(new RankedPage.Place("b", 1, 2, "{}"));
        assertThat(await(boards.find("b", "01", 1))).hasSize(1);
        assertThat(await(boards.find("b", "9", 10))).isEmpty();

        var renamed = new RankedRow("b", "d1", "k0", List.of("新名", "018"), "{}");
        await(boards.apply("b", TERM_1, 7, 8, List.of(renamed), List.of("a")));

        assertThat(await(boards.find("b", "试样", 10))).isEmpty();
        assertThat(await(boards.find("b", "新", 10))).containsExactly(new RankedPage.Place("b", 0, 1, "{}"));
        assertThat(await(boards.find("b", "01", 10)))
                .extracting(RankedPage.Place::id)
                .containsExactly("b");
    }

    @Test
    void a_row_has_its_neighbours_also_at_either_end() {
        List<RankedRow> rows =
                IntStream.range(0, 9).mapToObj(i -> row("r" + i, "k" + i)).toList();
        await(boards.rebuild("b", TERM_1, 7, rows));

        RankedPage.Around middle = await(boards.around("b", "r4", 2)).orElseThrow();
        assertThat(middle.offset()).isEqualTo(2);
        assertThat(middle.page().rows()).extracting(RankedPage.Place::id).containsExactly("r2", "r3", "r4", "r5", "r6");
        assertThat(middle.page().rows()).extracting(RankedPage.Place::rank).containsExactly(3L, 4L, 5L, 6L, 7L);
        assertThat(await(boards.around("b", "r0", 2)).orElseThrow().page().rows())
                .extracting(RankedPage.Place::id)
                .containsExactly("r0", "r1", "r2");
        assertThat(await(boards.around("b", "r8", 2)).orElseThrow().page().rows())
                .extracting(RankedPage.Place::id)
                .containsExactly("r6", "r7", "r8");
        assertThat(await(boards.around("b", "nobody", 2))).isEmpty();
    }

    /** Big enough that counting by going through the rows would show; the time is printed, not judged. */
    @Test
    void a_board_of_two_hundred_thousand_answers_rank_page_neighbours_and_search() {
        int count = 200_000;
        await(boards.rebuild("b", TERM_1, 7, new java.util.AbstractList<>() {
            @Override
            public RankedRow get(int i) {
                return new RankedRow("r" + i, "d1", "k%07d".formatted(i / 2), List.of("no%06d".formatted(i)), "{}");
            }

            @Override
            public int size() {
                return count;
            }
        }));

        assertThat(await(boards.place("b", "r150001"))).contains(new RankedPage.Place("r150001", 150_000, 2, "{}"));
        assertThat(await(boards.page("b", "d1", 199_990, 50)).orElseThrow().rows())
                .hasSize(10)
                .last()
                .isEqualTo(new RankedPage.Place("r199999", 199_998, 2, "{}"));
        assertThat(await(boards.around("b", "r100000", 1)).orElseThrow().offset())
                .isEqualTo(99_999);
        assertThat(await(boards.find("b", "no19999", 20))).hasSize(10);
        assertThat(await(boards.size("b"))).isEqualTo(count);
    }

    @Test
    void redis_away_fails_the_call_and_its_return_is_told() {
        await(boards.rebuild("b", TERM_1, 7, List.of(row("a", "k1"))));
        Promise<Void> back = Promise.promise();

        SERVERS.killRedis();
        assertThat(boards.position("b")
                        .otherwise(Optional.empty())
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join())
                .isEmpty();
        link.onRestored(back::tryComplete);
        SERVERS.startRedis();

        await(back.future());
        assertThat(await(boards.position("b"))).isEmpty();
        await(boards.rebuild("b", TERM_1, 8, List.of(row("a", "k1"))));
        assertThat(ids("b")).containsExactly("a");
    }

    /** Composed futures handed an outcome on from chunk to chunk until the stack was full, and nobody was ever told. */
    @Test
    void a_rebuild_of_thousands_of_chunks_fails_when_redis_is_away_and_works_when_it_is_back() throws Exception {
        List<RankedRow> rows = rows(700_000, i -> {});

        SERVERS.killRedis();
        Throwable failure = boards.rebuild("b", TERM_1, 7, rows)
                .toCompletionStage()
                .toCompletableFuture()
                .handle((switched, failed) -> failed)
                .get(20, TimeUnit.SECONDS);
        Promise<Void> back = Promise.promise();
        link.onRestored(back::tryComplete);
        SERVERS.startRedis();
        await(back.future());

        assertThat(failure).isNotNull().isNotInstanceOf(StackOverflowError.class);
        assertThat(await(boards.rebuild("b", TERM_1, 8, rows))).isTrue();
        assertThat(await(boards.size("b"))).isEqualTo(rows.size());
    }

    @Test
    void a_board_of_which_redis_lost_rows_while_it_was_written_is_not_switched_to() {
        boolean switched = await(boards.rebuild("b", TERM_1, 7, rows(2_000, row -> {
            if (row == 999) {
                loseWhatIsThere();
            }
        })));

        assertThat(switched).isFalse();
        assertThat(await(boards.position("b"))).isEmpty();
        assertThat(keysOfRows(link)).isEmpty();
        assertThat(await(boards.rebuild("b", TERM_1, 7, rows(2_000, row -> {}))))
                .isTrue();
        assertThat(await(boards.size("b"))).isEqualTo(2_000);
    }

    /** By a client of its own: who makes rows holds up the one that writes them. */
    private static void loseWhatIsThere() {
        Vertx elsewhere = Vertx.vertx();
        var other = new RedisLink(elsewhere, RedisSettings.of(SERVERS.redisUri()));
        while (keysOfRows(other).isEmpty()) {
            Thread.onSpinWait();
        }
        await(other.send(Request.cmd(Command.FLUSHALL)));
        await(elsewhere.close());
    }

    private static List<String> keysOfRows(RedisLink link) {
        List<String> keys = new ArrayList<>();
        await(link.send(Request.cmd(Command.KEYS).arg("*:rows"))).forEach(key -> keys.add(key.toString()));
        return keys;
    }

    /** So many, made when they are read. */
    private static List<RankedRow> rows(int count, IntConsumer read) {
        return new AbstractList<>() {
            @Override
            public RankedRow get(int index) {
                read.accept(index);
                return row("r" + index, "k1");
            }

            @Override
            public int size() {
                return count;
            }
        };
    }

    private Future<Void> deleteRows() {
        return link.send(Request.cmd(Command.KEYS).arg("*:rows")).compose(keys -> {
            Request delete = Request.cmd(Command.DEL);
            java.util.Objects.requireNonNull(keys).forEach(key -> delete.arg(key.toString()));
            return link.send(delete).mapEmpty();
        });
    }

    private List<String> ids(String board) {
        return await(boards.page(board, "d1", 0, 100)).orElseThrow().rows().stream()
                .map(RankedPage.Place::id)
                .toList();
    }

    private static RankedRow row(String id, String key) {
        return new RankedRow(id, "d1", key, "{\"id\":\"" + id + "\"}");
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
