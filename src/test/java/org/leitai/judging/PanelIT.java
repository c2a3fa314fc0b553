package org.leitai.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leitai.judging.Hall.Tablet;

/** Judges who judge together, and those who sign beside them, over HTTP with the real arena and real PostgreSQL. */
class PanelIT extends InHall {
    private Tablet judge;

    @BeforeEach
    void begin() throws Exception {
        judge = atWork();
    }

    @Test
    void a_wide_spread_is_marked_again_with_a_reason() {
        Tablet second = hall.seat("2", "judge");
        String low = key();
        String high = key();
        judge.send(judge.mark(low, "01", "seam", "0"));
        second.send(second.mark(high, "01", "seam", "3"));

        judge.sign("look", "01", judge.pin, low).refused(409, "spread-too-wide");
        var again = judge.mark(key(), "01", "seam", "2").put("replaces", low);
        assertThat(judge.send(again).results()).containsExactly("reason-needed");
        assertThat(judge.send(again.copy().put("reason", "对照等级描述")).results()).containsExactly("confirmed");
        second.sign("look", "01", second.pin, high).refused(409, "spread-too-wide");
        assertThat(panel(judge).getInteger("waiting")).isEqualTo(1);
        assertThat(panel(judge).getJsonArray("votes")).isEmpty();
        String agreed = key();
        var closer =
                second.mark(agreed, "01", "seam", "3").put("replaces", high).put("reason", "焊缝均匀");
        assertThat(second.send(closer).results()).containsExactly("confirmed");

        assertThat(panel(judge).getJsonArray("votes").getJsonObject(1).getString("reason"))
                .isEqualTo("焊缝均匀");
        assertThat(panel(judge).getJsonArray("rounds").getJsonObject(0).getString("width"))
                .isEqualTo("3");
        second.sign("look", "01", second.pin, agreed).is(200);
    }

    @Test
    void votes_that_were_shown_stand_until_the_chief_hands_the_sheet_back() {
        Tablet chief = hall.seat("裁判长", "chief-judge");
        Tablet second = hall.seat("2", "judge");
        String own = key();
        judge.send(judge.mark(own, "01", "seam", "2"));
        assertThat(panel(judge).getBoolean("fixed")).isFalse();
        second.send(second.mark(key(), "01", "seam", "3"));

        var sum = panel(judge).getJsonObject("sum");
        assertThat(sum.getJsonArray("levels")).containsExactly("2", "3");
        assertThat(sum.getInteger("over")).isEqualTo(6);
        assertThat(sum.getString("points")).isEqualTo("33.33");
        assertThat(sum.getBoolean("exact")).isFalse();
        assertThat(panel(judge).getBoolean("fixed")).isTrue();
        var change = judge.mark(key(), "01", "seam", "3").put("replaces", own);
        assertThat(judge.send(change).results()).containsExactly("votes-shown");

        chief.post(hall.path("sheets/return"), about("look").put("reason", "第 1 席看错等级"))
                .is(200);
        assertThat(sheet(judge, "look", "01").getLong("returnedMicros")).isPositive();
        assertThat(panel(judge).getBoolean("fixed")).isFalse();
        var after = judge.mark(key(), "01", "seam", "3").put("replaces", own);
        assertThat(judge.send(after).results()).containsExactly("confirmed");
    }

    private JsonObject about(String form) {
        return new JsonObject()
                .put("stage", "work")
                .put("form", form)
                .put("subject", "01")
                .put("seat", judge.seat);
    }

    @Test
    void notes_and_co_signers_stand_beside_the_marks_and_reach_the_chief() {
        Tablet chief = hall.seat("裁判长", "chief-judge");
        Tablet second = hall.seat("2", "judge");
        long begun = System.currentTimeMillis() * 1000 - 90_000_000;
        var note = about("size").put("key", key()).put("text", "量具读数跳动").put("actMicros", begun);
        note.remove("seat");
        judge.post(hall.path("sheets/notes"), note).is(200);
        judge.post(hall.path("sheets/notes"), note.copy().put("key", key()).put("text", " "))
                .refused(400, "text-missing");
        chief.post(hall.path("sheets/notes"), note.copy().put("key", key())).refused(409, "seat-not-on-panel");
        assertThat(sheet(judge, "size", "01")
                        .getJsonArray("notes")
                        .getJsonObject(0)
                        .getLong("madeMicros"))
                .isEqualTo(begun);

        var byChief = about("size").put("key", key()).put("by", "chief").put("cosigner", chief.seat);
        judge.post(hall.path("sheets/cosign"), byChief.copy().put("pin", chief.pin))
                .refused(409, "sheet-not-signed");
        String length = key();
        String width = key();
        judge.send(judge.mark(length, "01", "length", "38"), judge.mark(width, "01", "width", "10"));
        judge.sign("size", "01", judge.pin, length, width).is(200);
        judge.post(hall.path("sheets/cosign"), byChief.copy().put("pin", judge.pin))
                .refused(403, "wrong-pin");
        var wrong = about("size").put("key", key()).put("by", "chief").put("cosigner", second.seat);
        judge.post(hall.path("sheets/cosign"), wrong.put("pin", second.pin)).refused(409, "not-a-cosigner");
        var paper = about("size").put("key", key()).put("by", "judge");
        judge.post(hall.path("sheets/cosign"), paper).is(200);
        var refusal = about("size").put("key", key()).put("by", "contestant").put("reason", "对长度有异议");
        judge.post(hall.path("sheets/refuse"), refusal.copy().put("reason", " "))
                .refused(400, "reason-missing");
        judge.post(hall.path("sheets/refuse"), refusal).is(200);
        judge.post(hall.path("sheets/refuse"), refusal.copy().put("key", key())).refused(409, "cosigned-already");

        JsonObject beside = beside(chief);
        assertThat(beside.getBoolean("contested")).isTrue();
        assertThat(beside.getJsonArray("notes").getJsonObject(0).getString("text"))
                .isEqualTo("量具读数跳动");
        assertThat(beside.getJsonArray("cosigned").getJsonObject(1).getString("reason"))
                .isEqualTo("对长度有异议");
        chief.post(hall.path("sheets/cosign"), byChief.copy().put("key", key()).put("pin", chief.pin))
                .is(200);
        assertThat(beside(chief).getBoolean("contested")).isFalse();
    }

    private static JsonObject beside(Tablet chief) {
        return chief.get(hall.path("claims"))
                .is(200)
                .body()
                .getJsonArray("beside")
                .getJsonObject(0);
    }

    /** The judged cell as that seat sees it: nothing of the others before all are in. */
    private static JsonObject panel(Tablet tablet) {
        return tablet.get("seat/assignment")
                .is(200)
                .body()
                .getJsonArray("panels")
                .getJsonObject(0);
    }
}
