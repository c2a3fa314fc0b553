package org.leitai.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.LeitaiNode;
import org.leitai.board.BoardComparison;
import org.leitai.kernel.StreamId;
import org.leitai.platform.embedded.PgAddress;
import org.leitai.platform.redis.RankedBoards;
import org.leitai.platform.redis.RedisLink;
import org.leitai.platform.redis.RedisSettings;
import org.leitai.testkit.Await;
import org.leitai.testkit.RealServers;

/** Answers of thousands, as files through the public API: scored, ranked, on the board, and verified from the evidence. */
class MassPaperIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    @TempDir
    static Path folder;

    private static String password = "";

    private LeitaiNode node;
    private PaperClient scorer;
    private String paper = "";

    @BeforeEach
    void an_open_paper() throws Exception {
        start();
        JsonObject contest = new JsonObject()
                .put("title", new JsonObject().put("zh", "示例竞赛"))
                .put("level", "city")
                .put("firstDay", "2026-11-23")
                .put("lastDay", "2026-11-23");
        String id = scorer.post("contests", contest).body().getString("id");
        paper = "disciplines/" + discipline(id, "M", MassAnswers.RULEBOOK) + "/paper";
        scorer.post("contests/" + id + "/publish", new JsonObject());
        assertThat(scorer.post(paper, new JsonObject()).status()).isEqualTo(201);
    }

    private void start() throws Exception {
        node = LeitaiNode.start(SERVERS, folder);
        password = node.password().isEmpty() ? password : node.password();
        scorer = new PaperClient(node.http());
        scorer.signIn(node.login(), password);
    }

    private String discipline(String contest, String code, String rulebook) throws Exception {
        JsonObject body =
                new JsonObject().put("code", code).put("titleZh", "知识").put("rulebookYaml", rulebook);
        return scorer.post("contests/" + contest + "/disciplines", body).body().getString("id");
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void five_thousand_sheets_are_scored_ranked_and_on_the_board_whatever_breaks_on_the_way() throws Exception {
        MassAnswers answers = MassAnswers.of(5_000);
        UUID key = UUID.randomUUID();

        scorer.breakOff(
                paper + "/answers",
                key,
                answers.csv().substring(0, answers.csv().length() / 2));
        Await.until("the first chunk is recorded", PATIENCE, () -> progress("entries") == 2_000);
        node.close();
        start();
        PaperClient.Answer whole = scorer.upload(paper + "/answers", key, answers.csv());
        PaperClient.Answer again = scorer.upload(paper + "/answers", key, answers.csv());

        assertThat(whole.body()).isEqualTo(new JsonObject().put("chunks", 3).put("entries", 5_000));
        assertThat(again).isEqualTo(whole);
        assertThat(progress("entries")).isEqualTo(5_000);
        assertThat(progress("chunks")).isEqualTo(3);
        Await.until("all are on the board", PATIENCE, () -> progress("ranked") == 5_000);
        the_board_says_what_was_counted_by_hand(answers);

        SERVERS.stopRedis();
        SERVERS.forgetRedisFile();
        SERVERS.startRedis();
        Await.until("all are on the board", PATIENCE, () -> progress("ranked") == 5_000);
        the_board_says_what_was_counted_by_hand(answers);
        assertThat(PaperComparison.run(SERVERS.appPgUri(), SERVERS.redisUri()))
                .satisfies(report -> assertThat(report.differences()).isEmpty())
                .satisfies(report -> assertThat(report.rows()).isGreaterThanOrEqualTo(5_000))
                .satisfies(report -> assertThat(report.entries()).isGreaterThanOrEqualTo(5_000));
        nobody_else_reads_it_before_it_is_announced(answers);
    }

    private void the_board_says_what_was_counted_by_hand(MassAnswers answers) throws Exception {
        List<String> best = new ArrayList<>();
        scorer.get(paper + "/ranks?limit=50")
                .body()
                .getJsonArray("rows")
                .forEach(row -> best.add(((JsonObject) row).getString("number")));
        assertThat(best)
                .containsExactlyElementsOf(
                        answers.best(50).stream().map(MassAnswers.Sheet::number).toList());
        for (int i : new Random(3).ints(50, 0, answers.sheets().size()).toArray()) {
            MassAnswers.Sheet sheet = answers.sheets().get(i);
            JsonObject row = scorer.get(paper + "/ranks/" + sheet.number()).body();
            assertThat(row.getLong("rank")).as(sheet.row()).isEqualTo(answers.rank(sheet));
            assertThat(Double.parseDouble(row.getString("total"))).isEqualTo(sheet.total());
        }
    }

    private void nobody_else_reads_it_before_it_is_announced(MassAnswers answers) throws Exception {
        var contestant = new PaperClient(node.http());
        String own = paper + "/ranks/" + answers.sheets().getFirst().number();
        assertThat(contestant.get(own).code()).isEqualTo("sign-in-first");

        assertThat(scorer.post(paper + "/announcement", new JsonObject()).status())
                .isEqualTo(204);

        assertThat(contestant.get(own).body().getLong("rank"))
                .isEqualTo(answers.rank(answers.sheets().getFirst()));
        assertThat(contestant.get(paper + "/ranks/999").code()).isEqualTo("not-found");
        assertThat(contestant.get(paper + "/ranks?limit=x").code()).isEqualTo("not-a-number");
        assertThat(scorer.upload(paper + "/answers", UUID.randomUUID(), MassAnswers.csv(List.of(row(7_000_001))))
                        .code())
                .isEqualTo("paper-announced");
    }

    @Test
    void a_bad_row_is_named_what_was_taken_before_it_stays_and_the_mended_file_counts_once() throws Exception {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 7_000; i++) {
            rows.add(row(i));
        }
        rows.set(4_050, row(4_050).replaceFirst("A", "X").replaceFirst("A", ""));
        rows.set(6_500, "x" + row(6_500));
        UUID key = UUID.randomUUID();

        PaperClient.Answer refused = scorer.upload(paper + "/answers", key, MassAnswers.csv(rows));

        assertThat(refused.code()).isEqualTo("answers-refused");
        assertThat(refused.values().getString("line")).isEqualTo("4052");
        assertThat(refused.values().getString("column")).isEqualTo("q1");
        assertThat(refused.values().getString("faults").lines())
                .as("also what is in later chunks")
                .satisfiesExactly(
                        fault -> assertThat(fault).startsWith("4052 q1 "),
                        fault -> assertThat(fault).isEqualTo("4052 q2 missing"),
                        fault -> assertThat(fault).isEqualTo("6502 number number"));
        assertThat(progress("entries")).isEqualTo(4_000);
        rows.set(4_050, row(4_050));
        rows.set(6_500, row(6_500));
        assertThat(scorer.upload(paper + "/answers", key, MassAnswers.csv(rows)).status())
                .isEqualTo(200);
        assertThat(progress("entries")).isEqualTo(7_000);
    }

    @Test
    void of_a_file_that_is_wrong_everywhere_a_hundred_places_are_named() throws Exception {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            rows.add(row(i).replaceFirst("A", "X"));
        }

        PaperClient.Answer refused = scorer.upload(paper + "/answers", UUID.randomUUID(), MassAnswers.csv(rows));

        assertThat(refused.values().getString("faults").lines()).hasSize(100);
        assertThat(progress("entries")).isZero();
    }

    @Test
    void what_is_no_file_of_answers_is_refused_whole() throws Exception {
        String first = MassAnswers.csv(List.of(row(1)));
        assertThat(scorer.upload(paper + "/answers", UUID.randomUUID(), first).status())
                .isEqualTo(200);

        PaperClient.Answer twice = scorer.upload(paper + "/answers", UUID.randomUUID(), first);
        assertThat(twice.code()).isEqualTo("number-twice");
        assertThat(twice.values().getString("number")).isEqualTo("00000001");
        assertThat(scorer.upload(paper + "/answers", UUID.randomUUID(), "number,q1\n1,A\n")
                        .code())
                .isEqualTo("columns-missing");
        String endless = MassAnswers.csv(List.of("1".repeat(100_000)));
        assertThat(scorer.upload(paper + "/answers", UUID.randomUUID(), endless).code())
                .isEqualTo("answers-refused");
        assertThat(scorer.post(paper, new JsonObject()).code()).isEqualTo("paper-exists");
        assertThat(progress("entries")).isEqualTo(1);
    }

    @Test
    void a_discipline_that_is_judged_has_no_mass_paper() throws Exception {
        String contest = scorer.post(
                        "contests",
                        new JsonObject()
                                .put("title", new JsonObject().put("zh", "示例"))
                                .put("level", "city")
                                .put("firstDay", "2026-11-23")
                                .put("lastDay", "2026-11-23"))
                .body()
                .getString("id");
        String speech = scorer.post(
                        "contests/" + contest + "/disciplines",
                        new JsonObject().put("code", "S").put("titleZh", "演讲").put("rulebook", "speech"))
                .body()
                .getString("id");

        assertThat(scorer.post("disciplines/" + speech + "/paper", new JsonObject())
                        .code())
                .isEqualTo("rulebook-not-mass");
        assertThat(scorer.get("disciplines/" + speech + "/paper").code()).isEqualTo("not-found");
    }

    @Test
    void changed_answers_are_found() throws Exception {
        scorer.upload(paper + "/answers", UUID.randomUUID(), MassAnswers.csv(List.of(row(1), row(2))));
        assertThat(PaperComparison.run(SERVERS.appPgUri()).isClean()).isTrue();

        assertThatThrownBy(() -> SERVERS.sql("update answer_evidence set body = body || 'x'::bytea"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> SERVERS.sql("delete from answer_evidence")).hasMessageContaining("append-only");
        withoutTriggers("update answer_evidence set body = body || 'x'::bytea");
        try {
            assertThat(PaperComparison.run(SERVERS.appPgUri()).differences())
                    .isNotEmpty()
                    .allMatch(difference -> difference.contains("they do not match their hash"));
        } finally {
            withoutTriggers("update answer_evidence set body = substring(body for length(body) - 1)");
        }
    }

    /** By somebody who may do everything in the database. */
    private static void withoutTriggers(String statement) throws Exception {
        SERVERS.sql("set session_replication_role = replica; " + statement);
    }

    @Test
    void a_row_changed_in_redis_is_found() throws Exception {
        scorer.upload(paper + "/answers", UUID.randomUUID(), MassAnswers.csv(List.of(row(1), row(2), row(3))));
        Await.until("all are on the board", PATIENCE, () -> progress("ranked") == 3);
        PaperReport clean = PaperComparison.run(SERVERS.appPgUri(), SERVERS.redisUri());
        assertThat(clean.differences()).isEmpty();
        assertThat(clean.rows()).isGreaterThanOrEqualTo(3);

        a_row_goes_missing();

        assertThat(PaperComparison.run(SERVERS.appPgUri(), SERVERS.redisUri()).differences())
                .anyMatch(difference -> difference.endsWith("Redis holds 2 rows, the ledger says 3"))
                .anyMatch(difference -> difference.endsWith("differs in Redis"));
    }

    private void a_row_goes_missing() throws Exception {
        StreamId stream = PaperStream.of(StreamId.parse(paper.split("/", -1)[1]));
        Vertx vertx = Vertx.vertx();
        var boards = new RankedBoards(
                new RedisLink(vertx, RedisSettings.of(SERVERS.redisUri())), BoardComparison.prefix(ledger()));
        String[] position =
                boards.position(PaperBoard.name(stream)).await().orElseThrow().split(":", -1);
        long seq = Long.parseLong(position[1]);
        assertThat(boards.apply(PaperBoard.name(stream), position[0], seq, seq, List.of(), List.of("00000001"))
                        .await())
                .isTrue();
        vertx.close().await();
    }

    private static UUID ledger() throws Exception {
        PgAddress all = SERVERS.superuser();
        try (var connection = DriverManager.getConnection(all.jdbcUrl(), all.user(), all.password());
                var statement = connection.createStatement();
                var found = statement.executeQuery("select id from ledger_identity")) {
            assertThat(found.next()).isTrue();
            return found.getObject(1, UUID.class);
        }
    }

    @Test
    void a_key_used_for_one_file_does_not_take_another_one() throws Exception {
        UUID key = UUID.randomUUID();
        scorer.upload(paper + "/answers", key, MassAnswers.csv(List.of(row(1))));

        PaperClient.Answer other = scorer.upload(paper + "/answers", key, MassAnswers.csv(List.of(row(2))));

        assertThat(other.code()).isEqualTo("key-reused");
        assertThat(progress("entries")).isEqualTo(1);
    }

    @Test
    void more_files_at_once_than_a_node_takes_are_asked_to_come_back() throws Exception {
        List<PaperClient.Slow> under = new ArrayList<>();
        for (int file = 0; file < 4; file++) {
            List<String> rows = new ArrayList<>();
            // More than a chunk, because the client sends whole buffers only.
            for (int i = 0; i < 3_000; i++) {
                rows.add(row(file * 10_000 + i));
            }
            under.add(scorer.slow(paper + "/answers", MassAnswers.csv(rows)));
        }
        Await.until("four files are under way", PATIENCE, () -> progress("entries") == 8_000);

        PaperClient.Answer fifth =
                scorer.upload(paper + "/answers", UUID.randomUUID(), MassAnswers.csv(List.of(row(99_999))));

        assertThat(fifth.status()).isEqualTo(503);
        assertThat(fifth.code()).isEqualTo("try-again");
        assertThat(fifth.retryAfter()).isEqualTo("5");
        for (PaperClient.Slow file : under) {
            assertThat(file.finish().status()).isEqualTo(200);
        }
        assertThat(scorer.upload(paper + "/answers", UUID.randomUUID(), MassAnswers.csv(List.of(row(99_999))))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void senders_who_fall_silent_are_told_so_and_their_places_are_given_to_others() throws Exception {
        List<PaperClient.Slow> silent = new ArrayList<>();
        for (int file = 0; file < 4; file++) {
            silent.add(scorer.silent(paper + "/answers", MassAnswers.csv(List.of(row(file)))));
        }

        for (PaperClient.Slow file : silent) {
            PaperClient.Answer told = file.answer().join();
            assertThat(told.status()).isEqualTo(408);
            assertThat(told.code()).isEqualTo("sender-stalled");
            assertThat(told.values().getString("taken")).isEqualTo("0");
        }
        assertThat(scorer.upload(paper + "/answers", UUID.randomUUID(), MassAnswers.csv(List.of(row(4))))
                        .status())
                .isEqualTo(200);
    }

    private static String row(int number) {
        return new MassAnswers.Sheet("0%07d".formatted(number), "A".repeat(MassAnswers.QUESTIONS), 100).row();
    }

    private long progress(String member) throws Exception {
        return scorer.get(paper).body().getLong(member);
    }
}
