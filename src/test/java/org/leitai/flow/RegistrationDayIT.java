package org.leitai.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.LeitaiNode;
import org.leitai.demo.Visitor;
import org.leitai.testkit.RealServers;

/** From an empty contest to contestants on the roll, through the public API on real servers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistrationDayIT {
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
    void a_contest_needs_sensible_dates_a_level_and_a_discipline_before_it_is_published() throws Exception {
        refused("level-unknown", () -> organiser.post("contests", contest().put("level", "village")));
        refused("dates-reversed", () -> organiser.post("contests", contest().put("lastDay", "2026-01-01")));
        refused("not-a-day", () -> organiser.post("contests", contest().put("lastDay", "tomorrow")));
        refused("title-invalid", () -> organiser.post("contests", contest().put("title", json("zh", " "))));
        refused("sign-in-first", () -> node.visitor().post("contests", contest()));
        String id = organiser.post("contests", contest()).getString("id");
        refused("no-discipline", () -> organiser.post("contests/" + id + "/publish", json()));
        refused("rulebook-unknown", () -> organiser.post("contests/" + id + "/disciplines", discipline("nothing")));
        refused(
                "rulebook-invalid",
                () -> organiser.post(
                        "contests/" + id + "/disciplines",
                        json("code", "W", "titleZh", "焊工", "rulebookYaml", "rulebook: [")));
        String welding = organiser
                .post("contests/" + id + "/disciplines", discipline("welding-2022"))
                .getString("id");
        refused(
                "discipline-code-taken",
                () -> organiser.post("contests/" + id + "/disciplines", discipline("welding-2022")));
        refused("contest-not-published", () -> organiser.post("contests/" + id + "/open-registration", json()));
        refused("not-found", () -> node.visitor().get("contests/" + id));
        organiser.post("contests/" + id + "/publish", json());
        assertThat(node.visitor()
                        .get("contests/" + id + "/disciplines")
                        .getJsonArray("disciplines")
                        .getJsonObject(0)
                        .getString("id"))
                .isEqualTo(welding);
    }

    @Test
    void a_rulebook_is_checked_and_explained_and_a_broken_one_says_where() throws Exception {
        String yaml = organiser.get("rulebooks/welding-2022").getString("yaml");
        JsonObject good =
                organiser.upload("rulebooks/check", "application/yaml", yaml.getBytes(StandardCharsets.UTF_8));
        JsonObject bad = organiser.upload(
                "rulebooks/check", "application/yaml", (yaml + "\nsurprise: 1\n").getBytes(StandardCharsets.UTF_8));

        assertThat(good.getBoolean("ok")).isTrue();
        assertThat(good.getJsonObject("explanation").getString("zh")).contains("竞赛模块");
        assertThat(bad.getBoolean("ok")).isFalse();
        JsonObject unknown = bad.getJsonArray("problems").getJsonObject(0);
        assertThat(unknown.getString("code")).isEqualTo("unknown-field");
        assertThat(unknown.encode()).contains("surprise");
        assertThat(unknown.getInteger("line")).isGreaterThan(1);
        refused("not-utf-8", () -> organiser.upload("rulebooks/check", "application/yaml", new byte[] {(byte) 0xFF}));
        refused("not-found", () -> organiser.get("rulebooks/none"));
    }

    @Test
    void files_are_shown_with_their_problems_and_applied_whole_or_not_at_all() throws Exception {
        Ready ready = ready();
        byte[] gbk = "单位名称,简称,代表队\n任城示例厂,任城示例,任城区\n邹城示例矿,邹城示例,邹城市\n".getBytes(Charset.forName("GBK"));
        JsonObject units = organiser.upload(ready.at("imports/units"), "text/csv", gbk);
        organiser.post(ready.at("imports/" + units.getString("importId") + "/apply"), json());
        assertThat(organiser.get(ready.at("units")).getJsonArray("units")).hasSize(2);

        JsonObject faulty =
                organiser.upload(ready.at("imports/entries?discipline=" + ready.discipline), XLSX, faulty());
        assertThat(faulty.getJsonObject("counts").getInteger("error")).isEqualTo(2);
        assertThat(faulty.encode()).contains("id-number-damaged", "unit-unknown", "任城示例厂", "name-with-spaces");
        refused(
                "import-has-errors",
                () -> organiser.post(ready.at("imports/" + faulty.getString("importId") + "/apply"), json()));
        assertThat(organiser.get(ready.at("entries")).getJsonArray("entries")).isEmpty();

        JsonObject good = organiser.upload(
                ready.at("imports/entries?discipline=" + ready.discipline),
                "text/csv",
                "姓名,单位,组别,身份证号\n示例甲,任城示例厂,职工组,11010519491231002X\n示例乙,邹城示例矿,学生组,\n".getBytes(StandardCharsets.UTF_8));
        String apply = ready.at("imports/" + good.getString("importId") + "/apply");
        assertThat(organiser.post(apply, json()).getInteger("applied")).isEqualTo(2);
        assertThat(organiser.post(apply, json()).getInteger("applied")).isEqualTo(2);
        assertThat(organiser.get(ready.at("entries")).getJsonArray("entries").stream()
                        .map(entry -> ((JsonObject) entry).getString("number")))
                .containsExactly("W-001", "W-002");

        JsonObject again = organiser.upload(
                ready.at("imports/entries?discipline=" + ready.discipline),
                "text/csv",
                "姓名,单位,组别,身份证号\n示例丙,任城示例厂,职工组,11010519491231002X\n".getBytes(StandardCharsets.UTF_8));
        assertThat(again.encode()).contains("person-duplicate");
        theory(ready);
    }

    private void theory(Ready ready) throws InterruptedException {
        String at = "disciplines/" + ready.discipline;
        organiser.post(at + "/draw-order", json("seed", "2026-527"));
        refused("already-drawn", () -> organiser.post(at + "/draw-order", json("seed", "another")));
        refused("stage-not-open", () -> theory(ready, "W-001,86.5\n"));
        organiser.post(at + "/stages/theory/open", json());
        JsonObject wrong = theory(ready, "W-001,860\nW-009,90\n");
        assertThat(wrong.getJsonObject("counts").getInteger("error")).isEqualTo(2);
        assertThat(wrong.encode()).contains("out-of-range", "number-unknown");
        JsonObject preview = theory(ready, "W-001,86.5\nW-002,90\n");
        assertThat(organiser
                        .post(ready.at("imports/" + preview.getString("importId") + "/apply"), json())
                        .getInteger("applied"))
                .isEqualTo(2);
    }

    private JsonObject theory(Ready ready, String rows) throws InterruptedException {
        return organiser.upload(
                ready.at("imports/theory?discipline=" + ready.discipline),
                "text/csv",
                ("参赛编号,理论成绩\n" + rows).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_file_of_5_mb_and_files_that_are_no_tables_are_refused() throws Exception {
        Ready ready = ready();
        refused("body-too-large", () -> organiser.upload(ready.at("imports/units"), "text/csv", new byte[5_000_000]));
        refused(
                "file-empty",
                () -> organiser.upload(ready.at("imports/units"), "text/csv", "\n".getBytes(StandardCharsets.UTF_8)));
        refused("not-an-id", () -> organiser.upload(ready.at("imports/theory?discipline=W"), "text/csv", new byte[1]));
        refused(
                "stage-unknown",
                () -> organiser.upload(
                        ready.at("imports/theory?stage=practical&discipline=" + ready.discipline),
                        "text/csv",
                        new byte[1]));
        refused("discipline-missing", () -> organiser.upload(ready.at("imports/entries"), "text/csv", new byte[1]));
    }

    @Test
    void applications_wait_for_approval_and_contestants_see_themselves() throws Exception {
        Ready ready = ready();
        organiser.post(ready.at("units"), json("name", "任城示例厂", "delegation", "任城区"));
        refused("unit-exists", () -> organiser.post(ready.at("units"), json("name", "任城 示例厂", "delegation", "任城区")));
        refused("delegation-unknown", () -> organiser.post(ready.at("units"), json("name", "新厂", "delegation", "某区")));
        JsonObject form = json(
                "discipline", ready.discipline, "division", "staff", "name", "示例丁", "unit", "任城示例厂", "consent", "1");
        Visitor somebody = node.visitor();
        refused("registration-closed", () -> somebody.post(ready.at("applications"), form));
        organiser.post("contests/" + ready.contest + "/publish", json());
        organiser.post(ready.at("open-registration"), json());
        refused(
                "consent-missing",
                () -> somebody.post(ready.at("applications"), form.copy().put("consent", " ")));
        refused(
                "division-unknown",
                () -> somebody.post(ready.at("applications"), form.copy().put("division", "x")));
        refused(
                "unit-unknown",
                () -> somebody.post(ready.at("applications"), form.copy().put("unit", "无名厂")));
        refused(
                "phone-invalid",
                () -> somebody.post(ready.at("applications"), form.copy().put("phone", "12")));
        refused(
                "id-number-invalid",
                () -> somebody.post(ready.at("applications"), form.copy().put("idNumber", "110105194912310021")));
        refused(
                "name-missing",
                () -> somebody.post(ready.at("applications"), form.copy().put("name", " ")));
        String entry = somebody.post(ready.at("applications"), form).getString("id");

        refused("entry-not-approved", () -> organiser.post(ready.at("entries/" + entry + "/code"), json()));
        refused("reason-unknown", () -> organiser.post(ready.at("entries/" + entry + "/reject"), json("reason", "-")));
        organiser.post(ready.at("entries/" + entry + "/approve"), json());
        refused("not-arrived", () -> organiser.post(ready.call(entry), json()));
        organiser.post(ready.at("entries/" + entry + "/arrival"), json());
        organiser.post(ready.call(entry), json());
        JsonObject slip = organiser.post(ready.at("entries/" + entry + "/code"), json());
        somebody.signIn("entry-session", json("number", slip.getString("number"), "code", slip.getString("code")));
        JsonObject mine = somebody.get("me/registration").getJsonObject("entry");
        assertThat(mine.getString("name")).isEqualTo("示例丁");
        assertThat(mine.getLong("called")).isPositive();
        refused("not-allowed", () -> somebody.get(ready.at("entries")));
    }

    @Test
    void one_browser_cannot_flood_a_contest_with_applications() throws Exception {
        Ready ready = ready();
        Visitor script = node.visitor();
        JsonObject form = json("discipline", ready.discipline, "name", "示例戊", "unit", "无名厂", "consent", "1");
        for (int i = 0; i < 60; i++) {
            refused("registration-closed", () -> script.post(ready.at("applications"), form));
        }
        refused("too-many-applications", () -> script.post(ready.at("applications"), form));
    }

    private record Ready(String contest, String discipline) {
        String at(String path) {
            return "contests/" + contest + "/" + path;
        }

        String call(String entry) {
            return "disciplines/" + discipline + "/entries/" + entry + "/call-room";
        }
    }

    @Test
    void an_officer_of_one_discipline_reads_its_entries_and_draw_alone() throws Exception {
        String id = organiser.post("contests", contest()).getString("id");
        String welding = add(id, discipline("welding-2022"));
        String speech = add(id, discipline("speech").put("code", "S"));
        organiser.post(
                "contests/" + id + "/entries",
                json("discipline", welding, "division", "staff", "name", "示例甲", "unit", "任城示例厂", "delegation", "任城区"));
        organiser.post(
                "contests/" + id + "/entries",
                json("discipline", speech, "name", "示例乙", "unit", "任城示例厂", "delegation", "任城区"));
        Visitor host = officer(id, "host", welding);

        assertThat(host.get("contests/" + id + "/entries").getJsonArray("entries").stream()
                        .map(entry -> ((JsonObject) entry).getString("name")))
                .containsExactly("示例甲");
        host.get("disciplines/" + welding + "/draw-order");
        refused("not-allowed", () -> host.get("disciplines/" + speech + "/draw-order"));
        Visitor leader = officer(id, "team-leader", null);
        refused("not-allowed", () -> leader.get("contests/" + id + "/entries"));
    }

    private String add(String contest, JsonObject discipline) throws InterruptedException {
        return organiser
                .post("contests/" + contest + "/disciplines", discipline)
                .getString("id");
    }

    private Visitor officer(String contest, String role, @Nullable String discipline) throws InterruptedException {
        JsonObject account =
                json("login", role + "-" + contest.substring(24), "name", "示例", "password", "a-long-password");
        JsonObject grant = json("account", organiser.post("accounts", account).getString("id"), "role", role);
        organiser.post(
                "contests/" + contest + "/roles", discipline == null ? grant : grant.put("discipline", discipline));
        Visitor officer = node.visitor();
        officer.signIn("session", json("login", account.getString("login"), "password", "a-long-password"));
        return officer;
    }

    private Ready ready() throws InterruptedException {
        String id = organiser.post("contests", contest()).getString("id");
        return new Ready(
                id,
                organiser
                        .post("contests/" + id + "/disciplines", discipline("welding-2022"))
                        .getString("id"));
    }

    private static byte[] faulty() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Leitai", "1.0")) {
            var sheet = workbook.newWorksheet("报名");
            List<String> headings = List.of("姓名", "单位", "组别", "身份证号");
            for (int i = 0; i < headings.size(); i++) {
                sheet.value(0, i, headings.get(i));
            }
            sheet.value(1, 0, "示 例 甲");
            sheet.value(1, 1, "任城示列厂");
            sheet.value(1, 2, "职工组");
            sheet.value(2, 0, "示例乙");
            sheet.value(2, 1, "任城示例厂");
            sheet.value(2, 2, "职工组");
            sheet.value(2, 3, 3.70811199001011e17);
        }
        return bytes.toByteArray();
    }

    private static JsonObject contest() {
        return json("title", json("zh", "示例竞赛"), "level", "city", "firstDay", "2026-11-23", "lastDay", "2026-11-24");
    }

    private static JsonObject discipline(String rulebook) {
        return json("code", "W", "titleZh", "焊工", "titleEn", "Welding", "rulebook", rulebook);
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
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
