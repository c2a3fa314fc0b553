package org.leitai.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.board.BoardNode.done;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.board.domain.Audience;
import org.leitai.board.domain.Face;
import org.leitai.judging.domain.DisciplineCommand;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.http.Json;
import org.leitai.platform.live.Frame;
import org.leitai.platform.redis.RankedRow;
import org.leitai.testkit.RealServers;

/** From a committed mark to hub and Redis, with Redis forgetting, remembering and away. */
class BoardIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    private static final String RULES = """
            rulebook: small-speech
            version: "1"
            title: {zh: 演讲, en: Speech}
            kind: speech
            identity: open
            publicity: at-once
            total: {round: 2}
            stages:
              - id: speech
                title: {zh: 演讲, en: Speech}
                max: 10
                forms:
                  - id: sheet
                    title: {zh: 评分表, en: Sheet}
                    panel: {seats: 1}
                    aspects:
                      - {id: total, title: {zh: 得分, en: Score}, kind: points, max: 10, decimals: 2}
            """;

    @TempDir
    Path folder;

    private BoardNode node;
    private StreamId discipline;
    private BoardName board;

    @BeforeEach
    void begin() throws Exception {
        node = BoardNode.start(SERVERS, folder);
        discipline = node.discipline(RULES, "speech", 3, 1);
        board = new BoardName(discipline, Audience.PUBLIC);
        node.submit(discipline, new DisciplineCommand.MoveCursor("speech", "01"));
    }

    @AfterEach
    void end() throws Exception {
        SERVERS.startRedis();
        node.close();
    }

    @Test
    void a_mark_reaches_hub_and_redis_with_its_rank() throws Exception {
        node.mark(discipline, "speech", "01", 1, "9.1");
        node.mark(discipline, "speech", "02", 1, "9.5");

        Doc.Obj row = seen("试样2", "9.50");
        assertThat(row.integer("rank")).isEqualTo(1);
        Doc.Obj page = stored("9.50");
        assertThat(page.objects("rows"))
                .extracting(found -> found.textOrNull("total"))
                .startsWith("9.50", "9.10");
        assertThat(page.objects("rows"))
                .first()
                .extracting(found -> found.integer("rank"))
                .isEqualTo(1L);
        assertThat(page.objects("rows").get(2).get("rank")).isNull();
        Doc.Obj own = Json.obj(done(node.pages.row(board, row.text("id"))).orElseThrow());
        assertThat(own.integer("rank")).isEqualTo(1);
    }

    @Test
    void the_top_page_is_what_redis_says_without_asking_it() throws Exception {
        node.mark(discipline, "speech", "01", 1, "9.1");
        node.mark(discipline, "speech", "02", 1, "9.5");
        seen("试样2", "9.50");
        Doc.Obj asked = stored("9.50");

        Doc.Obj top =
                Json.obj(done(node.pages.top(board, "", 0, 10)).orElseThrow().json());

        assertThat(top.objects("rows")).isEqualTo(asked.objects("rows"));
        assertThat(top.integer("total")).isEqualTo(asked.integer("total"));
        SERVERS.killRedis();
        node.mark(discipline, "speech", "03", 1, "9.9");
        seen("试样3", "9.90");
        assertThat(Json.obj(done(node.pages.top(board, "", 0, 10)).orElseThrow().json())
                        .objects("rows"))
                .first()
                .extracting(row -> row.text("total"))
                .isEqualTo("9.90");
    }

    @Test
    void what_the_hub_made_of_deltas_is_what_the_keeper_would_send_whole() throws Exception {
        seen("试样1", null);
        for (int i = 1; i <= 3; i++) {
            node.mark(discipline, "speech", "0" + i, 1, "9." + i);
        }
        seen("试样3", "9.30");

        Doc.Obj fromDeltas = snapshot().body();
        Doc.Obj whole = done(node.gateway.ask(
                        StreamKind.DISCIPLINE,
                        discipline,
                        BoardView.NAME,
                        Doc.obj().put("audience", "public").build()))
                .obj("frame");
        assertThat(fromDeltas.objects("rows")).containsExactlyInAnyOrderElementsOf(whole.objects("rows"));
        assertThat(fromDeltas.get("now")).isEqualTo(whole.get("now"));
        assertThat(fromDeltas.get("head")).isEqualTo(whole.get("head"));
        assertThat(fromDeltas.integer("seq")).isEqualTo(whole.integer("seq"));
    }

    @Test
    void a_row_is_found_by_name_or_number_and_has_its_neighbours() throws Exception {
        node.mark(discipline, "speech", "01", 1, "9.1");
        node.mark(discipline, "speech", "02", 1, "9.5");
        stored("9.50");

        List<Doc.Obj> byNumber = done(node.pages.find(board, "02", 10)).objects("rows");
        assertThat(byNumber).extracting(row -> row.text("name")).containsExactly("试样2");
        assertThat(byNumber.getFirst().integer("rank")).isEqualTo(1);
        assertThat(done(node.pages.find(board, "试样", 10)).objects("rows")).hasSize(3);
        assertThat(done(node.pages.find(board, "张", 10)).objects("rows")).isEmpty();
        Doc.Obj around = done(node.pages.around(board, byNumber.getFirst().text("id"), 1))
                .orElseThrow();
        assertThat(around.objects("rows")).extracting(row -> row.text("name")).containsExactly("试样2", "试样1");

        SERVERS.killRedis();
        Doc.Obj fromMemory = done(node.pages.find(board, "02", 10));
        assertThat(fromMemory.bool("whole")).isFalse();
        assertThat(fromMemory.objects("rows")).hasSize(1);
    }

    @Test
    void redis_emptied_is_filled_again_without_a_further_mark() throws Exception {
        node.mark(discipline, "speech", "01", 1, "9.1");
        stored("9.10");

        done(node.redis.send(Request.cmd(Command.FLUSHALL)));

        assertThat(stored("9.10").bool("whole")).isTrue();
    }

    @Test
    void redis_with_old_data_is_found_out_and_written_anew() throws Exception {
        node.mark(discipline, "speech", "01", 1, "9.1");
        String id = stored("9.10").text("id");
        String epoch = id.substring(0, id.lastIndexOf(':'));
        var old = new RankedRow("old", "", "1", "{\"id\":\"old\",\"total\":\"1.00\"}");

        done(node.ranked.rebuild(board.toString(), epoch, 3, List.of(old)));
        node.mark(discipline, "speech", "02", 1, "9.2");

        assertThat(stored("9.20").objects("rows"))
                .extracting(row -> row.text("id"))
                .doesNotContain("old")
                .hasSize(3);
    }

    @Test
    void while_redis_is_away_frames_go_on_and_pages_come_from_memory() throws Exception {
        node.mark(discipline, "speech", "01", 1, "9.1");
        stored("9.10");

        SERVERS.killRedis();
        node.mark(discipline, "speech", "02", 1, "9.2");

        assertThat(seen("试样2", "9.20").integer("rank")).isEqualTo(1);
        Doc.Obj page = done(node.pages.page(board, "", 0, 10)).orElseThrow();
        assertThat(page.bool("whole")).isFalse();
        assertThat(page.objects("rows"))
                .first()
                .extracting(row -> row.text("total"))
                .isEqualTo("9.20");

        SERVERS.startRedis();
        assertThat(stored("9.20").bool("whole")).isTrue();
    }

    @Test
    void an_erased_name_leaves_hub_and_redis() throws Exception {
        node.mark(discipline, "speech", "01", 1, "9.1");
        stored("9.10");
        assertThat(stored("9.10").toString()).contains("试样1");

        node.names.put(Story.entry(1), new Face(List.of(), "", "", "", "任城区"));
        node.vertx.eventBus().publish(node.addresses.names(Story.CONTEST), io.vertx.core.buffer.Buffer.buffer());

        node.until(
                () -> node.hub.snapshot(board.toString()), found -> !text(found).contains("试样1"));
        node.until(
                () -> node.pages.page(board, "", 0, 10),
                page -> page.filter(found -> found.bool("whole"))
                        .filter(found -> !found.toString().contains("试样1"))
                        .isPresent());
    }

    @Test
    void a_comparison_with_the_ledger_finds_what_was_changed_in_redis_by_hand() throws Exception {
        node.mark(discipline, "speech", "01", 1, "9.1");
        String id = stored("9.10").text("id");
        assertThat(node.compare().differences()).isEmpty();

        done(node.ranked.rebuild(
                board.toString(),
                id.substring(0, id.lastIndexOf(':')),
                Long.parseLong(id.substring(id.lastIndexOf(':') + 1)),
                List.of(new RankedRow("forged", "", "1", "{\"id\":\"forged\"}"))));

        BoardReport report = node.compare();
        assertThat(report.isClean()).isFalse();
        assertThat(report.differences())
                .extracting(BoardReport.Difference::board)
                .containsOnly(board.toString());
        assertThat(report.boards()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_discipline_that_does_not_exist_has_no_board() throws Exception {
        var nothing = new BoardName(org.leitai.platform.gateway.Ids.nextStream(), Audience.PUBLIC);

        assertThat(done(node.hub.snapshot(nothing.toString()))).isEmpty();
        assertThat(done(node.pages.page(nothing, "", 0, 10))).isEmpty();
    }

    private Frame snapshot() throws Exception {
        return done(node.hub.snapshot(board.toString())).orElseThrow();
    }

    /** The row of that name in the hub, once it has that total. */
    private Doc.Obj seen(String name, @Nullable String total) throws Exception {
        Optional<Frame> frame = node.until(
                () -> node.hub.snapshot(board.toString()),
                found -> row(found, name, total).isPresent());
        return row(frame, name, total).orElseThrow();
    }

    private static Optional<Doc.Obj> row(Optional<Frame> frame, String name, @Nullable String total) {
        return frame.stream()
                .flatMap(found -> found.body().objects("rows").stream())
                .filter(row -> name.equals(row.textOrNull("name")))
                .filter(row -> java.util.Objects.equals(total, row.textOrNull("total")))
                .findFirst();
    }

    /** The first page, once Redis itself has a row with that total. */
    private Doc.Obj stored(String total) throws Exception {
        return node.until(
                        () -> node.pages.page(board, "", 0, 10),
                        page -> page.filter(found -> found.bool("whole"))
                                .filter(found -> found.objects("rows").stream()
                                        .anyMatch(row -> total.equals(row.textOrNull("total"))))
                                .isPresent())
                .orElseThrow();
    }

    private static String text(Optional<Frame> frame) {
        return frame.map(found -> found.json().toString()).orElse("");
    }
}
