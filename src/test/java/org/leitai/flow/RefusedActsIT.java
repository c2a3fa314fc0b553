package org.leitai.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.flow.SmallContest.json;
import static org.leitai.flow.SmallContest.key;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.LeitaiNode;
import org.leitai.demo.Visitor;
import org.leitai.testkit.RealServers;

/** Small mistakes at the operations at which no other test makes them, each with the answer that the contract names there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedActsIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    private static final int MANY_ATTEMPTS = 30;
    private static final String THEORY = """
            rulebook: theory-alone
            version: "1"
            title: {zh: 理论, en: Theory}
            kind: skill
            identity: open
            total: {round: 2}
            stages:
              - id: theory
                title: {zh: 理论知识, en: Theory}
                panel: {seats: 1, role: scorer}
                aspects:
                  - {id: paper, title: {zh: 理论成绩, en: Paper}, kind: points, max: 100, decimals: 1}
            """;

    /** Two seats judge alone; the spread may be at most 1. */
    private static final String JUDGED = """
            rulebook: judged
            version: "1"
            title: {zh: 外观评价, en: Appearance}
            kind: skill
            identity: open
            total: {round: 2}
            stages:
              - id: work
                title: {zh: 操作技能, en: Practical}
                panel: {seats: 2, per: aspect, spread: {limit: 1}, round: 2}
                aspects:
                  - id: seam
                    title: {zh: 焊缝成形, en: Seam}
                    kind: judgement
                    max: 1
                    benchmarks:
                      - {zh: 未达到, en: Below}
                      - {zh: 达到, en: Meets}
                      - {zh: 超过, en: Exceeds}
                      - {zh: 优秀, en: Outstanding}
            """;

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

    private SmallContest contest(String rulebook) throws InterruptedException {
        return SmallContest.make(node, organiser, json("rulebook", rulebook));
    }

    @Test
    void people_and_disciplines_are_named_as_their_lists_ask() throws Exception {
        SmallContest contest = contest("speech");
        String entries = contest.at("entries");
        JsonObject entry = json("discipline", contest.discipline(), "name", "示例甲", "unit", "任城示例厂");
        refused("name-missing", organiser, entries, entry.copy().put("name", " "));
        refused("id-number-invalid", organiser, entries, entry.copy().put("idNumber", "123"));
        refused("phone-invalid", organiser, entries, entry.copy().put("phone", "abc"));
        refused("unit-unknown", organiser, entries, entry.copy().put("unit", "没有这个厂"));
        refused(
                "title-invalid",
                organiser,
                contest.at("disciplines"),
                json("code", "X", "titleZh", " ", "rulebook", "speech"));
        JsonObject seat = json("label", "1", "role", "judge");
        refused("unknown-stage", organiser, contest.of("seats"), seat.copy().put("forms", form("play", "sheet")));
        refused("unknown-form", organiser, contest.of("seats"), seat.copy().put("forms", form("speech", "taste")));
        refusedOnReading("not-a-number", "boards/" + contest.discipline() + "/find?audience=staff&q=1&limit=x");
        refusedOnReading("not-a-number", "boards/" + contest.discipline() + "/rows/1/neighbours?audience=staff&each=x");
    }

    private static JsonArray form(String stage, String form) {
        return new JsonArray().add(json("stage", stage, "form", form));
    }

    @Test
    void entries_that_are_unknown_or_elsewhere_on_their_way() throws Exception {
        SmallContest contest = contest("speech");
        contest.enter("");
        String own = contest.at("entries/" + contest.entry());
        String other = contest.at("entries/" + UUID.randomUUID());
        refused("entry-unknown", organiser, other + "/arrival", json());
        refused("entry-unknown", organiser, other + "/withdraw", json());
        refused("entry-unknown", organiser, other + "/reject", json("reason", "other"));
        JsonObject slip = organiser.post(own + "/code", json());
        Visitor contestant = node.visitor();
        contestant.signIn("entry-session", json("number", slip.getString("number"), "code", slip.getString("code")));
        refusedAs("not-found", () -> contestant.get("me/place")); // boards of a draft do not exist
        organiser.post(own + "/withdraw", json());
        refused("entry-status", organiser, own + "/approve", json());
    }

    @Test
    void the_same_person_applies_once_and_who_was_rejected_does_not_withdraw() throws Exception {
        SmallContest contest = contest("speech");
        organiser.post(contest.at("publish"), json());
        organiser.post(contest.at("open-registration"), json());
        JsonObject form = json("discipline", contest.discipline(), "name", "示例丙", "unit", "任城示例厂")
                .put("idNumber", "11010519491231002X")
                .put("consent", "1");
        String entry = node.visitor().post(contest.at("applications"), form).getString("id");

        refused("person-duplicate", node.visitor(), contest.at("applications"), form);
        organiser.post(contest.at("entries/" + entry + "/reject"), json("reason", "other"));
        refused("entry-status", organiser, contest.at("entries/" + entry + "/withdraw"), json());
    }

    @Test
    void blind_numbers_need_entries_and_a_stage_that_is_sealed() throws Exception {
        SmallContest welding = contest("welding-2022");
        SmallContest speech = contest("speech");
        speech.enter("");

        refused("no-entries", welding.officer(), welding.of("stages/practical/blind-numbers"), json("mode", "sealed"));
        refused("stage-not-sealed", speech.officer(), speech.of("stages/speech/blind-numbers"), json("mode", "sealed"));
    }

    @Test
    void sheets_are_named_by_form_and_number_and_signed_by_people() throws Exception {
        SmallContest contest = contest("speech");
        contest.enter("");
        organiser.post(contest.of("draw-order"), json("seed", "2026-527"));
        SmallContest.Seat judge = contest.seat("1", "judge");
        SmallContest.Seat chief = contest.seat("chief", "chief-judge");
        refusedAs("stage-not-open", () -> judge.sign(contest, "sheet", new JsonArray().add(key())));
        organiser.post(contest.of("stages/speech/open"), json());

        JsonObject other = json("stage", "speech", "form", "taste", "subject", "01");
        JsonObject nobody = json("stage", "speech", "form", "sheet", "subject", "99");
        refused(
                "unknown-form",
                judge.tablet(),
                contest.of("sheets/notes"),
                other.copy().put("key", key()).put("text", "示例").put("actMicros", 1));
        for (var about :
                Map.of("unknown-form", other, "unknown-subject", nobody).entrySet()) {
            JsonObject beside = about.getValue()
                    .copy()
                    .put("key", key())
                    .put("seat", judge.id())
                    .put("by", "contestant");
            refused(about.getKey(), judge.tablet(), contest.of("sheets/cosign"), beside);
            JsonObject refusal = beside.copy().put("reason", "示例");
            refused(about.getKey(), judge.tablet(), contest.of("sheets/refuse"), refusal);
        }
        JsonObject back = json("stage", "speech", "form", "taste", "subject", "01", "seat", judge.id(), "reason", "示例");
        refused("unknown-form", chief.tablet(), contest.of("sheets/return"), back);
        refused("reason-missing", chief.tablet(), contest.of("sheets/return"), back.put("reason", " "));
        JsonObject clock = json("key", key(), "stage", "speech", "running", true, "shownMillis", 0);
        refused("unknown-subject", judge.tablet(), contest.of("clock"), clock.put("subject", "99"));

        JsonObject wrong =
                nobody.copy().put("form", "sheet").put("subject", "01").put("pin", "0");
        untilTooMany(judge.tablet(), contest.of("sheets/sign"), wrong.put("marks", new JsonArray().add(key())));
        JsonObject asChief = json("stage", "speech", "form", "sheet", "subject", "01", "pin", "0")
                .put("seat", judge.id())
                .put("by", "chief")
                .put("cosigner", chief.id());
        untilTooMany(judge.tablet(), contest.of("sheets/cosign"), asChief);
        untilTooMany(chief.tablet(), contest.of("issue"), json("pin", "0"));
        organiser.post(contest.of("seats/" + judge.id() + "/vacate"), json());
        refused("seat-not-on-panel", judge.tablet(), contest.of("clock"), clock.put("key", key()));
        untilTooMany(node.visitor(), "seat-session", json("code", "ZZZZ2222", "device", key()));
    }

    @Test
    void a_file_that_was_looked_at_is_held_against_what_happened_since() throws Exception {
        SmallContest contest = SmallContest.make(node, organiser, json("rulebookYaml", THEORY));
        String units = preview(contest, "units", "单位名称,简称,代表队\n兖州示例厂,兖州示例,兖州区\n");
        organiser.post(contest.at("units"), json("name", "兖州示例厂", "short", "兖州示例", "delegation", "兖州区"));
        refused("unit-exists", organiser, units, json());
        String people = preview(
                contest, "entries?discipline=" + contest.discipline(), "姓名,单位,身份证号\n示例丁,任城示例厂,11010519491231002X\n");
        organiser.post(
                contest.at("entries"),
                json(
                        "discipline",
                        contest.discipline(),
                        "name",
                        "示例丁",
                        "unit",
                        "任城示例厂",
                        "idNumber",
                        "11010519491231002X"));
        refused("person-duplicate", organiser, people, json());

        organiser.post(contest.of("draw-order"), json("seed", "2026-527"));
        organiser.post(contest.of("stages/theory/open"), json());
        String theory = "theory?discipline=" + contest.discipline() + "&stage=theory";
        String first = preview(contest, theory, "参赛编号,成绩\nW-001,86\n");
        String second = preview(contest, theory, "参赛编号,成绩\nW-001,87\n");
        organiser.post(contest.of("stages/theory/close"), json("despiteUnsigned", true));
        refused("stage-not-open", organiser, first, json());
        organiser.post(contest.of("seats"), json("label", "1", "role", "scorer"));
        refused("sheets-unsigned", organiser, contest.of("lock"), json());
        organiser.post(contest.of("stages/theory/open"), json());
        organiser.post(first, json());
        refused("sheet-signed", organiser, second, json());
        organiser.post(contest.of("stages/theory/close"), json());
        organiser.post(contest.of("lock"), json());
        refused("results-locked", organiser, second, json());
        refused("results-locked", organiser, contest.of("sessions"), json("sessions", new JsonArray()));
        refusedAs(
                "results-locked",
                () -> organiser.upload(contest.at("imports/" + theory), "text/csv", utf8("参赛编号,成绩\nW-001,88\n")));
    }

    @Test
    void a_file_that_lies_too_far_from_what_another_seat_judged_is_told_so_before_and_when_it_is_applied()
            throws Exception {
        SmallContest contest = SmallContest.make(node, organiser, json("rulebookYaml", JUDGED));
        contest.enter("");
        organiser.post(contest.of("draw-order"), json("seed", "2026-527"));
        contest.seat("1", "judge");
        SmallContest.Seat second = contest.seat("2", "judge");
        organiser.post(contest.of("stages/work/open"), json());
        String file = "theory?discipline=" + contest.discipline() + "&stage=work";
        String apply = preview(contest, file, "参赛编号,成绩\nW-001,3\n");
        JsonObject mark = json("key", key(), "stage", "work", "subject", "01", "aspect", "seam", "value", "0");
        second.tablet()
                .post(
                        contest.of("marks"),
                        json("marks", new JsonArray().add(mark.put("actMicros", System.currentTimeMillis() * 1_000)))
                                .put("clock", json("offsetMicros", 0, "uncertaintyMicros", 1_000)));

        refused("spread-too-wide", organiser, apply, json());
        assertThat(organiser
                        .upload(contest.at("imports/" + file), "text/csv", utf8("参赛编号,成绩\nW-001,3\n"))
                        .encode())
                .contains("\"error\":1", "spread-too-wide");
    }

    /** The address at which the file is applied. */
    private String preview(SmallContest contest, String what, String csv) throws InterruptedException {
        JsonObject preview = organiser.upload(contest.at("imports/" + what), "text/csv", utf8(csv));
        assertThat(preview.getJsonObject("counts").getInteger("error"))
                .as(preview.encode())
                .isZero();
        return contest.at("imports/" + preview.getString("importId") + "/apply");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Wrong again and again, each time under a key of its own where the operation takes one. */
    private static void untilTooMany(Visitor visitor, String path, JsonObject body) {
        String code = "";
        for (int attempt = 0; attempt < MANY_ATTEMPTS && !code.equals("too-many-attempts"); attempt++) {
            JsonObject next = path.startsWith("disciplines") && path.contains("sheets") ? body.put("key", key()) : body;
            code = codeOf(() -> visitor.post(path, next));
        }
        assertThat(code).as(path).isEqualTo("too-many-attempts");
    }

    private void refusedOnReading(String code, String path) {
        refusedAs(code, () -> organiser.get(path));
    }

    private static void refused(String code, Visitor visitor, String path, JsonObject body) {
        refusedAs(code, () -> visitor.post(path, body));
    }

    private static void refusedAs(String code, ThrowableAssert.ThrowingCallable call) {
        assertThat(codeOf(call)).isEqualTo(code);
    }

    /** The problem's code; empty when it was done. */
    private static String codeOf(ThrowableAssert.ThrowingCallable call) {
        try {
            call.call();
            return "";
        } catch (Visitor.Refused refused) {
            return refused.code();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
