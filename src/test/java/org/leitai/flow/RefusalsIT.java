package org.leitai.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        organiser = node.visitor();
        organiser.signIn("session", json("login", node.login(), "password", node.password()));
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void files_that_are_no_lists_are_told_apart() throws Exception {
        Contest contest = contest("welding-2022");
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
        Contest contest = contest("welding-2022");
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
        Contest contest = contest("welding-2022");
        refused("no-entries", () -> organiser.post(contest.of("draw-order"), json("seed", "2026-527")));
        JsonObject form = json("discipline", contest.discipline, "division", "staff", "name", "示例甲")
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
        Contest contest = contest("welding-2022");
        contest.enter("staff");
        Visitor officer = officer(contest);
        String numbers = contest.of("stages/practical/blind-numbers");
        officer.post(numbers, json("mode", "sealed"));
        organiser.post(contest.of("stages/practical/open"), json());

        refused("numbers-in-use", () -> officer.post(numbers, json("mode", "sealed")));
    }

    @Test
    void results_are_locked_when_everybody_marked_and_nothing_is_disputed_and_stay_so() throws Exception {
        Contest contest = contest("speech");
        contest.enter("");
        organiser.post(contest.of("draw-order"), json("seed", "2026-527"));
        organiser.post(contest.of("stages/speech/open"), json());
        organiser.post(contest.of("stages/speech/close"), json());
        refused("form-without-seat", () -> organiser.post(contest.of("lock"), json()));

        organiser.post(contest.of("stages/speech/open"), json());
        Seat judge = contest.seat("1", "judge");
        refused(
                "not-a-timekeeper",
                () -> judge.tablet.post(
                        contest.of("clock"),
                        json("key", key(), "stage", "speech", "subject", "01", "running", true, "shownMillis", 0)));
        JsonArray keys = new JsonArray();
        for (String aspect : new String[] {"content", "language", "bearing", "overall"}) {
            keys.add(judge.mark(contest, aspect, "confirmed"));
        }
        judge.tablet.post(
                contest.of("sheets/sign"),
                json("key", key(), "stage", "speech", "form", "sheet", "subject", "01")
                        .put("marks", keys)
                        .put("pin", judge.pin));
        String late = judge.mark(contest, "content", "late");
        organiser.post(contest.of("stages/speech/close"), json());
        refused("claims-open", () -> organiser.post(contest.of("lock"), json()));

        Seat chief = contest.seat("chief", "chief-judge");
        chief.tablet.post(contest.of("claims/" + late + "/decision"), json("accept", false, "reason", "签字后不再改"));
        judge.tablet.post(
                contest.of("sheets/refuse"),
                aboutSheet().put("seat", judge.id).put("by", "contestant").put("reason", "题目有误"));
        refused("refusals-open", () -> organiser.post(contest.of("lock"), json()));
        chief.tablet.post(
                contest.of("sheets/cosign"),
                aboutSheet()
                        .put("by", "chief")
                        .put("seat", judge.id)
                        .put("cosigner", chief.id)
                        .put("pin", chief.pin));
        organiser.post(contest.of("lock"), json());
        refused("results-locked", () -> organiser.post(contest.of("stages/speech/open"), json()));
    }

    private static JsonObject aboutSheet() {
        return json("key", key(), "stage", "speech", "form", "sheet", "subject", "01");
    }

    private Visitor officer(Contest contest) throws InterruptedException {
        String account = organiser
                .post("accounts", json("login", "sealer", "password", "sealed-numbers-1", "name", "示例加密员"))
                .getString("id");
        organiser.post(contest.at("roles"), json("account", account, "role", "encryption-officer"));
        Visitor officer = node.visitor();
        officer.signIn("session", json("login", "sealer", "password", "sealed-numbers-1"));
        return officer;
    }

    private Contest contest(String rulebook) throws InterruptedException {
        String contest = organiser
                .post(
                        "contests",
                        json("title", json("zh", "示例竞赛"), "level", "city")
                                .put("firstDay", "2026-11-23")
                                .put("lastDay", "2026-11-24"))
                .getString("id");
        String discipline = organiser
                .post("contests/" + contest + "/disciplines", json("code", "W", "titleZh", "赛项", "rulebook", rulebook))
                .getString("id");
        organiser.post("contests/" + contest + "/units", json("name", "任城示例厂", "short", "任城示例", "delegation", "任城区"));
        return new Contest(contest, discipline);
    }

    /** One contest with one discipline. */
    private final class Contest {
        private final String id;
        private final String discipline;

        Contest(String id, String discipline) {
            this.id = id;
            this.discipline = discipline;
        }

        String at(String path) {
            return "contests/" + id + "/" + path;
        }

        String of(String path) {
            return "disciplines/" + discipline + "/" + path;
        }

        void enter(String division) throws InterruptedException {
            JsonObject entry = json("discipline", discipline, "name", "示例甲", "unit", "任城示例厂");
            organiser.post(at("entries"), division.isEmpty() ? entry : entry.put("division", division));
        }

        Seat seat(String label, String role) throws InterruptedException {
            String seat = organiser
                    .post(of("seats"), json("label", label, "role", role))
                    .getString("id");
            organiser.post(of("seats/" + seat + "/fill"), json("name", "示例评委" + label));
            JsonObject card = organiser.post(of("seats/" + seat + "/card"), json());
            Visitor tablet = node.visitor();
            tablet.signIn("seat-session", json("code", card.getString("code"), "device", key()));
            return new Seat(seat, tablet, card.getString("pin"));
        }
    }

    /** A seat's tablet, with its holder's PIN. */
    private record Seat(String id, Visitor tablet, String pin) {
        /** Marks an aspect of number 01 as if ten minutes ago; the mark's key. */
        String mark(Contest contest, String aspect, String expected) throws InterruptedException {
            String key = key();
            JsonObject mark = json("key", key, "stage", "speech", "subject", "01", "aspect", aspect, "value", "1.5")
                    .put("actMicros", (System.currentTimeMillis() - 600_000) * 1_000);
            JsonObject answer = tablet.post(
                            contest.of("marks"),
                            json("marks", new JsonArray().add(mark))
                                    .put("clock", json("offsetMicros", 0, "uncertaintyMicros", 1_000)))
                    .getJsonArray("results")
                    .getJsonObject(0);
            assertThat(answer.getString("state")).as(answer.encode()).isEqualTo(expected);
            return key;
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
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

    private static JsonObject json(Object... pairs) {
        JsonObject json = new JsonObject();
        for (int i = 0; i < pairs.length; i += 2) {
            json.put(pairs[i].toString(), pairs[i + 1]);
        }
        return json;
    }
}
