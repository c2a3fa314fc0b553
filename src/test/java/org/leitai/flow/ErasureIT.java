package org.leitai.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisAPI;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.LeitaiNode;
import org.leitai.demo.Visitor;
import org.leitai.platform.embedded.PgAddress;
import org.leitai.testkit.Await;
import org.leitai.testkit.RealServers;
import org.slf4j.LoggerFactory;

/** What the database can tell of people: no name in any table, before or after erasure; sealed numbers for one role alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    private static final String NAME = "示例待删人";
    private static final String SPEAKER = "示例待删演讲人";

    private final Vertx vertx = Vertx.vertx();

    private LeitaiNode node;
    private Visitor organiser;
    private String contest = "";
    private String discipline = "";

    @BeforeAll
    void a_contest_with_one_entry(@TempDir Path folder) throws Exception {
        node = LeitaiNode.start(SERVERS, folder);
        organiser = node.organiser();
        JsonObject title = json("zh", "示例竞赛");
        contest = organiser
                .post(
                        "contests",
                        json("title", title, "level", "city", "firstDay", "2026-11-23", "lastDay", "2026-11-24"))
                .getString("id");
        discipline = organiser
                .post(at("disciplines"), json("code", "W", "titleZh", "焊工", "rulebook", "welding-2022"))
                .getString("id");
        organiser.post(
                at("entries"),
                json(
                        "discipline",
                        discipline,
                        "division",
                        "staff",
                        "name",
                        NAME,
                        "unit",
                        "任城示例厂",
                        "delegation",
                        "任城区",
                        "idNumber",
                        "11010519491231002X"));
    }

    @AfterAll
    void stop() throws Exception {
        node.close();
        done(vertx.close());
    }

    @Test
    void an_erased_person_is_in_no_table_and_the_entry_stays() throws Exception {
        String person = entry().getJsonArray("members").getJsonObject(0).getString("id");
        assertThat(entry().getString("name")).isEqualTo(NAME);
        assertThat(tablesThatHold(NAME)).isEmpty();
        assertThat(tablesThatHold(person)).contains("person_secret");

        String file = previewOf("姓名,单位,组别\n%s,任城示例厂,职工组\n".formatted(NAME));

        organiser.delete(at("people/" + person));
        organiser.delete(at("people/" + person));

        refused("not-found", () -> organiser.post(at("imports/" + file + "/apply"), json()));

        assertThat(entry().getString("name")).isEmpty();
        assertThat(entry().getString("number")).isEqualTo("W-001");
        assertThat(tablesThatHold(NAME)).isEmpty();
        assertThat(tablesThatHold("11010519491231002X")).isEmpty();
        assertThat(tablesThatHold(person)).doesNotContain("person_secret");
        refused("not-found", () -> organiser.delete(at("people/" + discipline)));
    }

    @Test
    void an_erased_person_leaves_boards_redis_answers_and_logs() throws Exception {
        var said = new ListAppender<ILoggingEvent>();
        said.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(said);
        try {
            String speech = speechWith(SPEAKER);
            String publicBoard = "boards/" + speech;
            Await.until("the board names the entry", () -> answer(publicBoard).contains(SPEAKER));
            Await.until("Redis holds the name", () -> redis().contains(SPEAKER));
            String person =
                    entryOf(speech).getJsonArray("members").getJsonObject(0).getString("id");

            organiser.delete(at("people/" + person));

            Await.until(
                    "the name has left the board", () -> !answer(publicBoard).contains(SPEAKER));
            Await.until("the name has left Redis", () -> !redis().contains(SPEAKER));
            assertThat(tablesThatHold(SPEAKER)).isEmpty();
            for (String path : List.of(
                    at("entries"),
                    at("units"),
                    "disciplines/" + speech,
                    "disciplines/" + speech + "/progress",
                    "disciplines/" + speech + "/draw-order",
                    "boards/" + speech + "?audience=staff",
                    "boards/" + speech + "/page?division=")) {
                assertThat(answer(path)).as(path).doesNotContain(SPEAKER);
            }
            assertThat(said.list).noneMatch(line -> line.getFormattedMessage().contains(SPEAKER));
            assertThat(serverLogs()).doesNotContain(SPEAKER);
        } finally {
            root.detachAppender(said);
        }
    }

    /** A file that was read, and is not applied. */
    private String previewOf(String csv) throws InterruptedException {
        return organiser
                .upload(
                        at("imports/entries?discipline=" + discipline),
                        "text/csv",
                        csv.getBytes(StandardCharsets.UTF_8))
                .getString("importId");
    }

    private String speechWith(String name) throws InterruptedException {
        String speech = organiser
                .post(at("disciplines"), json("code", "Y", "titleZh", "演讲", "rulebook", "speech"))
                .getString("id");
        organiser.post(at("entries"), json("discipline", speech, "name", name, "unit", "任城示例厂", "delegation", "任城区"));
        organiser.post("disciplines/" + speech + "/draw-order", json("seed", "lottery of the day"));
        organiser.post(at("publish"), json());
        return speech;
    }

    private JsonObject entryOf(String of) throws InterruptedException {
        return organiser.get(at("entries")).getJsonArray("entries").stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("discipline").equals(of))
                .findFirst()
                .orElseThrow();
    }

    /** What the organiser is told there; a refusal is an answer, too. */
    private String answer(String path) throws InterruptedException {
        try {
            return organiser.get(path).encode();
        } catch (Visitor.Refused no) {
            return String.valueOf(no.getMessage());
        }
    }

    /** Every value of every key that boards have there. */
    private String redis() throws Exception {
        Redis client = Redis.createClient(vertx, SERVERS.redisUri());
        try {
            RedisAPI api = RedisAPI.api(client);
            var all = new StringBuilder();
            for (Response key : done(api.keys("*"))) {
                String type = done(api.type(key.toString())).toString();
                Response value = switch (type) {
                    case "hash" -> done(api.hgetall(key.toString()));
                    case "zset" -> done(api.zrange(List.of(key.toString(), "0", "-1")));
                    default -> done(api.get(key.toString()));
                };
                all.append(key).append(' ').append(value).append('\n');
            }
            return all.toString();
        } finally {
            client.close();
        }
    }

    private static <T> T done(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static String serverLogs() throws IOException {
        var all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("target", "servers"), 3)) {
            for (Path log :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                all.append(Files.readString(log));
            }
        }
        assertThat(all).isNotEmpty();
        return all.toString();
    }

    @Test
    void blind_numbers_are_for_the_encryption_officer_alone_and_in_no_table_in_clear() throws Exception {
        String numbers = "disciplines/" + discipline + "/stages/practical/blind-numbers";
        refused("not-allowed", () -> organiser.post(numbers, json("mode", "sealed")));
        refused("not-allowed", () -> organiser.get(numbers));
        JsonObject account =
                organiser.post("accounts", json("login", "officer", "password", "sealed-numbers-1", "name", "示例加密员"));
        organiser.post(at("roles"), json("account", account.getString("id"), "role", "encryption-officer"));
        Visitor officer = node.visitor();
        officer.signIn("session", json("login", "officer", "password", "sealed-numbers-1"));

        refused("mode-unknown", () -> officer.post(numbers, json("mode", "loud")));
        refused("numbers-incomplete", () -> officer.post(numbers, json("mode", "typed")));
        refused("not-found", () -> officer.get(numbers));
        String commitment = officer.post(numbers, json("mode", "sealed")).getString("commitment");

        JsonObject table = officer.get(numbers);
        assertThat(table.getString("commitment")).isEqualTo(commitment);
        assertThat(table.getJsonArray("numbers").getJsonObject(0).getString("number"))
                .isEqualTo("01");
        refused("not-allowed", () -> organiser.get(numbers));
    }

    private JsonObject entry() throws InterruptedException {
        return organiser.get(at("entries")).getJsonArray("entries").getJsonObject(0);
    }

    private String at(String path) {
        return "contests/" + contest + "/" + path;
    }

    /** Every table of the database, as text: bytes of text in {@code bytea} columns show as hex. */
    private static List<String> tablesThatHold(String text) throws SQLException {
        PgAddress all = SERVERS.superuser();
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(all.jdbcUrl(), all.user(), all.password())) {
            for (String table : tables(connection)) {
                String sql = "select count(*) from " + table + " as t where t::text like ? or t::text like ?";
                try (var statement = connection.prepareStatement(sql)) {
                    statement.setString(1, "%" + text + "%");
                    statement.setString(2, "%" + hex + "%");
                    try (ResultSet rows = statement.executeQuery()) {
                        rows.next();
                        if (rows.getLong(1) > 0) {
                            found.add(table);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select tablename from pg_tables where schemaname = 'public' order by 1")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private interface Doing {
        void run() throws Exception;
    }

    private static void refused(String code, Doing call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        Visitor.Refused.class,
                        problem -> assertThat(problem.code())
                                .as(problem.getMessage())
                                .isEqualTo(code));
    }

    private static JsonObject json(Object... fields) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < fields.length; i += 2) {
            object.put((String) fields[i], fields[i + 1]);
        }
        return object;
    }
}
