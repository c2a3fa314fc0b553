package org.leitai.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leitai.flow.SmallContest.json;
import static org.leitai.flow.SmallContest.key;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.LeitaiNode;
import org.leitai.demo.Visitor;
import org.leitai.testkit.RealServers;

/** What an organiser can get wrong, each with its own answer; nothing of it changes anything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private LeitaiNode node;
    private Visitor organiser;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        node = LeitaiNode.start(SERVERS, folder);
        organiser = node.organiser();
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void files_that_are_no_lists_are_told_apart() throws Exception {
        SmallContest contest = contest("welding-2022");
        String units = contest.at("imports/units");
        refused("columns-missing", () -> organiser.upload(units, "text/csv", utf8("甲,乙\n1,2\n")));
        refused("not-text", () -> organiser.upload(units, "text/csv", new byte[] {(byte) 0xFF, (byte) 0xFF, 10}));
        refused("not-a-table", () -> organiser.upload(units, XLSX, utf8("PK\u0003\u0004 and nothing more")));
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0};
        refused("old-excel-file", () -> organiser.upload(units, XLSX, old));
        String rows = "单位名称,简称,代表队\n" + "任城示例厂,任城示例,任城区\n".repeat(2_001);
        refused("too-many-rows", () -> organiser.upload(units, "text/csv", utf8(rows)));
    }

    @Test
    void units_and_disciplines_have_names_of_a_certain_shape() throws Exception {
        SmallContest contest = contest("welding-2022");
        refused(
                "unit-name-invalid",
                () -> organiser.post(contest.at("units"), json("name", "  ", "delegation", "任城区", "short", "示例")));
        refused(
                "unit-short-name-invalid",
                () -> organiser.post(
                        contest.at("units"), json("name", "示例厂", "delegation", "任城区", "short", "比六个字更长的名")));
        refused(
                "discipline-code-invalid",
                () -> organiser.post(
                        contest.at("disciplines"), json("code", "w-1", "titleZh", "焊", "rulebook", "speech")));
        for (int i = 1; i < 200; i++) {
            organiser.post(contest.at("disciplines"), json("code", "D" + i, "titleZh", "演讲", "rulebook", "speech"));
        }
        refused(
                "too-many-disciplines",
                () -> organiser.post(
                        contest.at("disciplines"), json("code", "E", "titleZh", "多", "rulebook", "speech")));
    }

    @Test
    void entries_go_one_way() throws Exception {
        SmallContest contest = contest("welding-2022");
        refused("no-entries", () -> organiser.post(contest.of("draw-order"), json("seed", "2026-527")));
        JsonObject form = json("discipline", contest.discipline(), "division", "staff", "name", "示例甲")
                .put("unit", "任城示例厂")
                .put("delegation", "任城区")
                .put("idNumber", "11010519491231002X");
        String entry = organiser.post(contest.at("entries"), form).getString("id");

        refused("person-duplicate", () -> organiser.post(contest.at("entries"), form));
        refused("seed-invalid", () -> organiser.post(contest.of("draw-order"), json("seed", " ")));
        organiser.post(contest.at("entries/" + entry + "/withdraw"), json());
        refused("entry-status", () -> organiser.post(contest.at("entries/" + entry + "/arrival"), json()));
        refused("entry-unknown", () -> organiser.post(contest.at("entries/" + UUID.randomUUID() + "/approve"), json()));
    }

    @Test
    void numbers_are_sealed_before_their_stage_opens() throws Exception {
        SmallContest contest = contest("welding-2022");
        contest.enter("staff");
        Visitor officer = contest.officer();
        String numbers = contest.of("stages/practical/blind-numbers");
        officer.post(numbers, json("mode", "sealed"));
        organiser.post(contest.of("stages/practical/open"), json());

        refused("numbers-in-use", () -> officer.post(numbers, json("mode", "sealed")));
    }

    @Test
    void results_are_locked_when_everybody_marked_and_nothing_is_disputed_and_stay_so() throws Exception {
        SmallContest contest = contest("speech");
        contest.enter("");
        organiser.post(contest.of("draw-order"), json("seed", "2026-527"));
        organiser.post(contest.of("stages/speech/open"), json());
        organiser.post(contest.of("stages/speech/close"), json());
        refused("form-without-seat", () -> organiser.post(contest.of("lock"), json()));

        organiser.post(contest.of("stages/speech/open"), json());
        SmallContest.Seat judge = contest.seat("1", "judge");
        refused(
                "not-a-timekeeper",
                () -> judge.tablet()
                        .post(
                                contest.of("clock"),
                                json(
                                        "key",
                                        key(),
                                        "stage",
                                        "speech",
                                        "subject",
                                        "01",
                                        "running",
                                        true,
                                        "shownMillis",
                                        0)));
        JsonArray keys = new JsonArray();
        for (String aspect : new String[] {"content", "language", "bearing", "overall"}) {
            keys.add(judge.mark(contest, aspect, "confirmed"));
        }
        judge.sign(contest, "sheet", keys);
        String late = judge.mark(contest, "content", "late");
        organiser.post(contest.of("stages/speech/close"), json());
        refused("claims-open", () -> organiser.post(contest.of("lock"), json()));

        SmallContest.Seat chief = contest.seat("chief", "chief-judge");
        chief.tablet().post(contest.of("claims/" + late + "/decision"), json("accept", false, "reason", "签字后不再改"));
        judge.tablet()
                .post(
                        contest.of("sheets/refuse"),
                        aboutSheet()
                                .put("seat", judge.id())
                                .put("by", "contestant")
                                .put("reason", "题目有误"));
        refused("refusals-open", () -> organiser.post(contest.of("lock"), json()));
        chief.tablet()
                .post(
                        contest.of("sheets/cosign"),
                        aboutSheet()
                                .put("by", "chief")
                                .put("seat", judge.id())
                                .put("cosigner", chief.id())
                                .put("pin", chief.pin()));
        organiser.post(contest.of("lock"), json());
        refused("results-locked", () -> organiser.post(contest.of("stages/speech/open"), json()));
        refused("results-locked", () -> organiser.post(contest.of("lock"), json()));
        refused(
                "results-locked",
                () -> organiser.post(
                        contest.of("entries/" + contest.entry() + "/status"), json("status", "dns", "reason", "示例")));
        refused(
                "results-locked",
                () -> chief.tablet()
                        .post(contest.of("claims/" + late + "/decision"), json("accept", true, "reason", "示例")));
        JsonObject own = aboutSheet().put("seat", judge.id());
        refused(
                "results-locked",
                () -> chief.tablet()
                        .post(
                                contest.of("sheets/return"),
                                json("stage", "speech", "form", "sheet", "subject", "01")
                                        .put("seat", judge.id())
                                        .put("reason", "示例")));
        refused(
                "results-locked",
                () -> judge.tablet()
                        .post(contest.of("sheets/cosign"), own.copy().put("by", "contestant")));
        refused(
                "results-locked",
                () -> judge.tablet()
                        .post(
                                contest.of("sheets/refuse"),
                                own.copy().put("by", "contestant").put("reason", "示例")));
        refused(
                "results-locked",
                () -> judge.tablet()
                        .post(
                                contest.of("sheets/notes"),
                                aboutSheet().put("text", "示例").put("actMicros", 1)));
        refused("results-locked", () -> judge.sign(contest, "sheet", keys));
        refused(
                "results-locked",
                () -> judge.tablet()
                        .post(
                                contest.of("clock"),
                                json("key", key(), "stage", "speech", "subject", "01", "running", true)
                                        .put("shownMillis", 0)));
    }

    private static JsonObject aboutSheet() {
        return json("key", key(), "stage", "speech", "form", "sheet", "subject", "01");
    }

    private SmallContest contest(String rulebook) throws InterruptedException {
        return SmallContest.make(node, organiser, json("rulebook", rulebook));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Visitor.Refused.class,
                        problem -> assertThat(problem.code())
                                .as(problem.getMessage())
                                .isEqualTo(code));
    }
}
