package org.leitai.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.leitai.judging.Hall.Tablet;
import org.leitai.judging.domain.Trial;

/** The chief's corrections and lots over HTTP: who may, what is refused and how. */
class ChiefIT extends InHall {
    private static JsonObject adjustment(String by) {
        return new JsonObject()
                .put("stage", "work")
                .put("subject", "01")
                .put("node", "seam")
                .put("by", by)
                .put("reason", "示例理由");
    }

    @Test
    void the_chief_adjusts_within_bounds_and_nobody_else() throws Exception {
        begin(Trial.YAML);
        Tablet judge = hall.seat("1", "judge");
        Tablet chief = hall.seat("裁判长", "chief-judge");
        String path = hall.path("adjustments");
        chief.post(path, adjustment("1")).refused(409, "stage-not-open");
        hall.organiser().post(hall.path("stages/work/open"), new JsonObject()).is(200);

        hall.visitor().post(path, adjustment("1")).refused(401, "sign-in-first");
        judge.post(path, adjustment("1")).refused(403, "not-allowed");
        chief.post(path, adjustment("1").put("reason", " ")).refused(400, "reason-missing");
        chief.post(path, adjustment("1").put("stage", "play")).refused(404, "unknown-stage");
        chief.post(path, adjustment("1").put("subject", "09")).refused(409, "unknown-subject");
        chief.post(path, adjustment("1").put("node", "length")).refused(409, "not-adjustable");
        chief.post(path, adjustment("2.5")).refused(409, "adjustment-out-of-bounds");
        assertThat(chief.post(path, adjustment("-1.5")).is(200).body().getLong("seq"))
                .isPositive();
    }

    @Test
    void a_chief_sees_what_may_be_corrected_and_what_was_and_judges_do_not() throws Exception {
        begin(Trial.YAML);
        Tablet judge = hall.seat("1", "judge");
        Tablet chief = hall.seat("裁判长", "chief-judge");
        String path = hall.path("adjustments");
        hall.organiser().post(hall.path("stages/work/open"), new JsonObject()).is(200);
        judge.get(path).refused(403, "not-allowed");

        JsonObject before = chief.get(path).is(200).body();
        JsonObject seam = before.getJsonArray("adjustable").getJsonObject(0);
        assertThat(seam.getString("node")).isEqualTo("seam");
        assertThat(seam.getString("least")).isEqualTo("0.5");
        assertThat(seam.getString("most")).isEqualTo("2");
        assertThat(seam.getJsonArray("subjects")).isEqualTo(JsonArray.of("01", "02"));
        assertThat(before.getJsonArray("adjustments")).isEmpty();

        chief.post(path, adjustment("-1.5")).is(200);
        JsonObject made =
                chief.get(path).is(200).body().getJsonArray("adjustments").getJsonObject(0);
        assertThat(made.getString("by")).isEqualTo("-1.5");
        assertThat(made.getString("reason")).isEqualTo("示例理由");
    }

    private static JsonObject lots() {
        return new JsonObject()
                .put(
                        "order",
                        new JsonArray()
                                .add(hall.entry(1).toString())
                                .add(hall.entry(0).toString()))
                .put("reason", "抽签");
    }

    @Test
    void lots_are_the_chiefs_when_the_rule_asks_for_them() throws Exception {
        begin(Trial.YAML);
        Tablet judge = hall.seat("1", "judge");
        Tablet chief = hall.seat("裁判长", "chief-judge");
        String path = hall.path("lots");
        hall.visitor().post(path, lots()).refused(401, "sign-in-first");
        judge.post(path, lots()).refused(403, "not-allowed");
        chief.post(path, lots().put("reason", "")).refused(400, "reason-missing");
        chief.post(path, lots()).refused(409, "results-not-locked");
        judge.get(path).refused(403, "not-allowed");
        JsonObject early = chief.get(path).is(200).body();
        assertThat(early.getBoolean("asked")).isTrue();
        assertThat(early.getBoolean("due")).isFalse();
        assertThat(early.getJsonArray("ties")).isEmpty();

        begin(Trial.YAML.replace("ties: [decided]", "ties: []"));
        Tablet other = hall.seat("裁判长", "chief-judge");
        other.post(hall.path("lots"), lots()).refused(409, "no-lots");
    }
}
