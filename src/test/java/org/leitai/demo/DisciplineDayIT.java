package org.leitai.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.LeitaiNode;
import org.leitai.testkit.RealServers;

/** A demonstration that was killed between two acts of publication: the next start does the acts that are left. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisciplineDayIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    private static final Pace FAST = new Pace(1000);
    private static final String RULES = """
            rulebook: one-plate
            version: "1"
            title: {zh: 焊工, en: Welder}
            kind: skill
            publicity: none
            total: {round: 2}
            stages:
              - id: practical
                title: {zh: 操作技能, en: Practical}
                identity: sealed
                weight: 100%
                max: 100
                aspects: [{id: weld, title: {zh: 焊缝, en: Weld}, max: 100, decimals: 1}]
            """;

    private LeitaiNode node;
    private Visitor organiser;
    private Visitor encryption;
    private Visitor supervisor;
    private String contest;

    @BeforeAll
    void a_contest_with_its_officers(@TempDir Path folder) throws Exception {
        node = LeitaiNode.start(SERVERS, folder);
        organiser = node.organiser();
        contest = id(
                "contests",
                new JsonObject()
                        .put("title", new JsonObject().put("zh", "示例竞赛"))
                        .put("level", "city")
                        .put("firstDay", "2026-11-23")
                        .put("lastDay", "2026-11-24"));
        id(
                "contests/" + contest + "/units",
                object("name", "任城示例厂", "short", "任城示例").put("delegation", "任城区"));
        encryption = officer("encryption-officer", Notes.ENCRYPTION_OFFICER);
        supervisor = officer("supervisor", Notes.SUPERVISOR);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void locked_with_one_officers_word_for_the_opening() throws Exception {
        Notes.Discipline discipline = locked("A");
        opens(encryption, discipline);

        assertThat(afterAnotherStart(discipline)).isEqualTo("announced");
    }

    @Test
    void opened_but_not_issued() throws Exception {
        Notes.Discipline discipline = locked("B");
        opens(encryption, discipline);
        opens(supervisor, discipline);

        assertThat(afterAnotherStart(discipline)).isEqualTo("announced");
        assertThat(afterAnotherStart(discipline)).as("once more").isEqualTo("announced");
    }

    private String afterAnotherStart(Notes.Discipline discipline) throws InterruptedException {
        new DisciplineDay(node.visitor(), organiser, encryption, supervisor, discipline, FAST).run();
        return organiser.get("disciplines/" + discipline.id()).getString("state");
    }

    private static void opens(Visitor officer, Notes.Discipline discipline) throws InterruptedException {
        officer.post("disciplines/" + discipline.id() + "/opening", new JsonObject().put("stage", "practical"));
    }

    /** With one entry, marked and signed. */
    private Notes.Discipline locked(String code) throws InterruptedException {
        String discipline = id(
                "contests/" + contest + "/disciplines",
                object("code", code, "titleZh", "焊工").put("rulebookYaml", RULES));
        String path = "disciplines/" + discipline;
        String entry = id(
                "contests/" + contest + "/entries",
                object("discipline", discipline, "name", "示例甲").put("unit", "任城示例厂"));
        encryption.post(
                path + "/stages/practical/blind-numbers",
                new JsonObject()
                        .put("mode", "typed")
                        .put("numbers", new JsonArray().add(object("entry", entry, "number", "K1"))));
        Notes.Seat chief = seat(path, "chief-judge", "chief");
        Notes.Seat judge = seat(path, "judge", "1");
        organiser.post(path + "/stages/practical/open", new JsonObject());
        signs(judge, path);
        organiser.post(path + "/stages/practical/close", new JsonObject());
        organiser.post(path + "/lock", new JsonObject());
        return new Notes.Discipline(discipline, code, List.of(judge, chief));
    }

    private void signs(Notes.Seat seat, String path) throws InterruptedException {
        Visitor tablet = node.visitor();
        tablet.signIn("seat-session", object("code", seat.code(), "device", id()));
        String key = id();
        JsonObject plate = object("stage", "practical", "subject", "K1");
        JsonObject mark = plate.copy()
                .put("key", key)
                .put("aspect", "weld")
                .put("value", "90.5")
                .put("actMicros", 1_790_000_000_000_000L);
        tablet.post(path + "/marks", new JsonObject().put("marks", new JsonArray().add(mark)));
        tablet.post(
                path + "/sheets/sign",
                plate.put("key", id())
                        .put("form", "practical")
                        .put("marks", new JsonArray().add(key))
                        .put("pin", seat.pin()));
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private Notes.Seat seat(String path, String role, String label) throws InterruptedException {
        String seat = id(path + "/seats", object("label", label, "role", role));
        organiser.post(path + "/seats/" + seat + "/fill", new JsonObject().put("name", "示例裁判"));
        JsonObject card = organiser.post(path + "/seats/" + seat + "/card", new JsonObject());
        return new Notes.Seat(seat, label, role, card.getString("code"), card.getString("pin"));
    }

    private Visitor officer(String role, String login) throws InterruptedException {
        String account = id(
                "accounts",
                object("login", login, "password", Notes.OFFICER_PASSWORD).put("name", "示例"));
        organiser.post("contests/" + contest + "/roles", object("account", account, "role", role));
        Visitor officer = node.visitor();
        officer.signIn("session", object("login", login, "password", Notes.OFFICER_PASSWORD));
        return officer;
    }

    private String id(String path, JsonObject body) throws InterruptedException {
        return organiser.post(path, body).getString("id");
    }

    private static JsonObject object(String name, String value, String second, String other) {
        return new JsonObject().put(name, value).put(second, other);
    }
}
