package org.leitai.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.leitai.LeitaiNode;
import org.leitai.demo.Visitor;

/** One contest with one discipline and one unit, made by its organiser over the public API. */
final class SmallContest {
    private final LeitaiNode node;
    private final Visitor organiser;
    private final String id;
    private final String discipline;
    private String entry = "";

    private SmallContest(LeitaiNode node, Visitor organiser, String id, String discipline) {
        this.node = node;
        this.organiser = organiser;
        this.id = id;
        this.discipline = discipline;
    }

    /** @param rulebook {@code rulebook} of the library, or {@code rulebookYaml} */
    static SmallContest make(LeitaiNode node, Visitor organiser, JsonObject rulebook) throws InterruptedException {
        String contest = organiser
                .post(
                        "contests",
                        json("title", json("zh", "示例竞赛"), "level", "city")
                                .put("firstDay", "2026-11-23")
                                .put("lastDay", "2026-11-24"))
                .getString("id");
        String discipline = organiser
                .post(
                        "contests/" + contest + "/disciplines",
                        json("code", "W", "titleZh", "赛项").mergeIn(rulebook))
                .getString("id");
        organiser.post("contests/" + contest + "/units", json("name", "任城示例厂", "short", "任城示例", "delegation", "任城区"));
        return new SmallContest(node, organiser, contest, discipline);
    }

    String at(String path) {
        return "contests/" + id + "/" + path;
    }

    String of(String path) {
        return "disciplines/" + discipline + "/" + path;
    }

    String discipline() {
        return discipline;
    }

    /** The last that was entered. */
    String entry() {
        return entry;
    }

    void enter(String division) throws InterruptedException {
        JsonObject wish = json("discipline", discipline, "name", "示例甲", "unit", "任城示例厂");
        entry = organiser
                .post(at("entries"), division.isEmpty() ? wish : wish.put("division", division))
                .getString("id");
    }

    /** An encryption officer, signed in. */
    Visitor officer() throws InterruptedException {
        String login = "sealer-" + key().substring(0, 8);
        String account = organiser
                .post("accounts", json("login", login, "password", "sealed-numbers-1", "name", "示例加密员"))
                .getString("id");
        organiser.post(at("roles"), json("account", account, "role", "encryption-officer"));
        Visitor officer = node.visitor();
        officer.signIn("session", json("login", login, "password", "sealed-numbers-1"));
        return officer;
    }

    Seat seat(String label, String role) throws InterruptedException {
        String seat =
                organiser.post(of("seats"), json("label", label, "role", role)).getString("id");
        organiser.post(of("seats/" + seat + "/fill"), json("name", "示例评委" + label));
        JsonObject card = organiser.post(of("seats/" + seat + "/card"), json());
        Visitor tablet = node.visitor();
        tablet.signIn("seat-session", json("code", card.getString("code"), "device", key()));
        return new Seat(seat, tablet, card.getString("pin"));
    }

    /** A seat's tablet, with its holder's PIN. */
    record Seat(String id, Visitor tablet, String pin) {
        /** Marks an aspect of number 01 as if ten minutes ago; the mark's key. */
        String mark(SmallContest contest, String aspect, String expected) throws InterruptedException {
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

        void sign(SmallContest contest, String form, JsonArray marks) throws InterruptedException {
            tablet.post(
                    contest.of("sheets/sign"),
                    json("key", key(), "stage", "speech", "form", form, "subject", "01")
                            .put("marks", marks)
                            .put("pin", pin));
        }
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    static JsonObject json(Object... pairs) {
        JsonObject json = new JsonObject();
        for (int i = 0; i < pairs.length; i += 2) {
            json.put(pairs[i].toString(), pairs[i + 1]);
        }
        return json;
    }
}
