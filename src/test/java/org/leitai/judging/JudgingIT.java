package org.leitai.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leitai.judging.Hall.Tablet;
import org.leitai.judging.domain.DisciplineCommand.AssignNumbers;
import org.leitai.judging.domain.Link;
import org.leitai.judging.domain.Trial;

/** Judges, chief and organiser over HTTP with the real arena and real PostgreSQL. */
class JudgingIT extends InHall {
    private Tablet judge;

    @BeforeEach
    void begin() throws Exception {
        judge = atWork();
    }

    @Test
    void each_mark_has_its_own_answer_and_a_refused_one_holds_up_no_other() {
        var answer = judge.send(
                judge.mark(key(), "01", "length", "38"),
                judge.mark(key(), "01", "width", "21"),
                judge.mark(key(), "02", "width", "0.3"),
                judge.mark(key(), "09", "length", "1"),
                judge.mark(key(), "01", "colour", "1"),
                judge.mark(key(), "01", "seam", "brown"),
                judge.mark(key(), "02", "length", "1.5"),
                judge.mark(key(), "02", "seam", "2"));

        assertThat(answer.results())
                .containsExactly(
                        "confirmed",
                        "out-of-range",
                        "off-step",
                        "unknown-subject",
                        "unknown-aspect",
                        "wrong-type",
                        "too-many-decimals",
                        "confirmed");
        var refused = answer.body().getJsonArray("results").getJsonObject(1);
        assertThat(refused.getString("detail")).contains("21").contains("20");
        assertThat(refused.getJsonObject("values").getString("aspect")).isEqualTo("width");
    }

    @Test
    void the_same_key_is_answered_again_and_another_body_under_it_is_refused() {
        String key = key();
        var first = judge.send(judge.mark(key, "01", "length", "38"));
        var again = judge.send(judge.mark(key, "01", "length", "38"));
        var other = judge.send(judge.mark(key, "01", "length", "39"));

        assertThat(first.results()).containsExactly("confirmed");
        assertThat(again.results()).containsExactly("confirmed");
        assertThat(again.body().getJsonArray("results").getJsonObject(0).getLong("seq"))
                .isEqualTo(first.body().getJsonArray("results").getJsonObject(0).getLong("seq"));
        assertThat(other.results()).containsExactly("key-reused");
    }

    /** The first one lost its network while the other took over, and brings what it kept when it is paired again. */
    @Test
    void one_slot_from_two_devices_of_a_seat_is_two_claims_with_both_values() {
        Tablet chief = hall.seat("裁判长", "chief-judge");
        String kept = key();
        String taken = key();
        Tablet other = judge.takenOver(true);
        assertThat(other.send(other.mark(taken, "01", "length", "38")).results())
                .containsExactly("confirmed");
        JsonObject early = judge.mark(kept, "01", "length", "35");
        Tablet back = judge.takenOver(false);
        assertThat(back.send(early).results()).containsExactly("disputed");
        assertThat(back.send(early).results()).as("sent again").containsExactly("disputed");

        var claims = chief.get(hall.path("claims")).is(200).body().getJsonArray("claims");
        assertThat(claims).hasSize(1);
        assertThat(claims.getJsonObject(0).getString("value")).isEqualTo("35");
        assertThat(claims.getJsonObject(0).getJsonObject("against").getString("value"))
                .isEqualTo("38");
    }

    @Test
    void a_mark_that_replaces_none_is_a_second_claim_until_the_chief_decides() {
        Tablet chief = hall.seat("裁判长", "chief-judge");
        String first = key();
        String second = key();
        judge.send(judge.mark(first, "01", "length", "38"));
        assertThat(judge.send(judge.mark(second, "01", "length", "35")).results())
                .containsExactly("disputed");
        String width = key();
        judge.send(judge.mark(width, "01", "width", "10"));
        judge.sign("size", "01", judge.pin, first, width).refused(409, "sheet-disputed");

        var claims = chief.get(hall.path("claims")).is(200).body().getJsonArray("claims");
        assertThat(claims).hasSize(1);
        assertThat(claims.getJsonObject(0).getString("value")).isEqualTo("35");
        assertThat(claims.getJsonObject(0).getJsonObject("against").getString("value"))
                .isEqualTo("38");
        judge.get(hall.path("claims")).refused(403, "not-allowed");

        String decision = hall.path("claims/" + second + "/decision");
        var accept = new JsonObject().put("accept", true).put("reason", "示例理由");
        judge.post(decision, accept).refused(403, "not-allowed");
        chief.post(decision, new JsonObject().put("accept", true).put("reason", " "))
                .refused(400, "reason-missing");
        chief.post(decision, accept).is(200);
        chief.post(decision, accept).refused(409, "claim-decided");
        chief.post(hall.path("claims/" + key() + "/decision"), accept).refused(404, "unknown-claim");
        judge.sign("size", "01", judge.pin, second, width).is(200);
    }

    @Test
    void a_sheet_is_signed_with_the_pin_returned_by_the_chief_and_signed_again() {
        Tablet chief = hall.seat("裁判长", "chief-judge");
        String length = key();
        String width = key();
        judge.sign("size", "01", judge.pin).refused(409, "sheet-incomplete");
        judge.send(judge.mark(length, "01", "length", "38"), judge.mark(width, "01", "width", "10"));
        judge.sign("size", "01", "0000000", length, width).refused(403, "wrong-pin");
        judge.sign("size", "01", judge.pin, length).refused(409, "sheet-changed");
        judge.sign("size", "07", judge.pin, length).refused(409, "unknown-subject");
        judge.sign("taste", "01", judge.pin, length).refused(404, "unknown-form");
        judge.sign("size", "01", judge.pin, length, width).is(200);
        judge.sign("size", "01", judge.pin, length, width).refused(409, "sheet-signed");
        assertThat(judge.send(judge.mark(key(), "01", "length", "39").put("replaces", length))
                        .results())
                .containsExactly("sheet-signed");

        var back = new JsonObject()
                .put("stage", "work")
                .put("form", "size")
                .put("subject", "01")
                .put("seat", judge.seat)
                .put("reason", "请复核长度");
        judge.post(hall.path("sheets/return"), back).refused(403, "not-allowed");
        chief.post(hall.path("sheets/return"), back).is(200);
        chief.post(hall.path("sheets/return"), back).refused(409, "sheet-not-signed");
        var sheet = sheet(judge, "size", "01");
        assertThat(sheet.getString("state")).isEqualTo("returned");
        assertThat(sheet.getString("reason")).isEqualTo("请复核长度");

        String corrected = key();
        assertThat(judge.send(judge.mark(corrected, "01", "length", "39").put("replaces", length))
                        .results())
                .containsExactly("confirmed");
        judge.sign("size", "01", judge.pin, corrected, width).is(200);
        assertThat(sheet(judge, "size", "01").getString("state")).isEqualTo("signed");
    }

    @Test
    void an_assignment_holds_only_what_the_seat_may_mark_and_no_name_where_numbers_rule() {
        judge.send(judge.mark(key(), "01", "length", "38"));
        JsonObject assignment = judge.get("seat/assignment").is(200).body();

        assertThat(assignment
                        .getJsonObject("discipline")
                        .getJsonObject("contest")
                        .getString("zh"))
                .isEqualTo("职工技能竞赛");
        assertThat(assignment.getJsonArray("forms").stream()
                        .map(form -> ((JsonObject) form).getString("id"))
                        .toList())
                .isEqualTo(List.of("size", "look"));
        assertThat(assignment.getJsonArray("marks").getJsonObject(0).getString("value"))
                .isEqualTo("38");
        assertThat(assignment.getJsonArray("subjects").getJsonObject(0).getMap())
                .containsOnlyKeys("stage", "number");
        assertThat(assignment.encode())
                .doesNotContain("示例选手")
                .doesNotContain(hall.entry(0).toString());
    }

    @Test
    void names_are_shown_where_the_rule_says_open() throws Exception {
        hall.begin(Trial.YAML.replace("identity: number", "identity: open"));
        hall.put(new AssignNumbers("*", List.of(new Link("01", hall.entry(0)))));
        Tablet open = hall.seat("1", "judge");

        assertThat(open.get("seat/assignment")
                        .body()
                        .getJsonArray("subjects")
                        .getJsonObject(0)
                        .getString("name"))
                .startsWith("示例选手");
    }

    @Test
    void a_closed_stage_takes_what_was_made_before_as_late_claims() {
        var organiser = hall.organiser();
        long before = System.currentTimeMillis() * 1000 - 60_000_000;
        organiser.post(hall.path("stages/work/close"), new JsonObject()).refused(409, "sheets-unsigned");
        organiser
                .post(hall.path("stages/work/close"), new JsonObject().put("despiteUnsigned", true))
                .is(200);

        assertThat(judge.send(
                                judge.mark(key(), "01", "length", "38").put("actMicros", before),
                                judge.mark(key(), "01", "width", "10"))
                        .results())
                .containsExactly("late", "stage-closed");
        organiser.post(hall.path("stages/work/close"), new JsonObject()).refused(409, "stage-not-open");
        organiser.post(hall.path("stages/play/close"), new JsonObject()).refused(404, "unknown-stage");
    }

    @Test
    void marks_come_from_seats_of_this_discipline_only() throws Exception {
        JsonObject marks = new JsonObject().put("marks", new JsonArray().add(judge.mark(key(), "01", "length", "1")));
        hall.visitor().post(hall.path("marks"), marks).refused(401, "sign-in-first");
        hall.organiser().post(hall.path("marks"), marks).refused(403, "not-allowed");
        Tablet scorer = hall.seat("1", "scorer");
        assertThat(scorer.send(scorer.mark(key(), "01", "length", "1")).results())
                .containsExactly("seat-not-on-panel");
        hall.begin(Trial.YAML);
        judge.post(hall.path("marks"), marks).refused(403, "not-allowed");
    }

    @Test
    void a_mark_for_an_entry_of_another_discipline_is_refused_and_leaves_no_trace_in_either() throws Exception {
        String elsewhere = hall.path("");
        hall.begin(Trial.YAML);
        hall.put(new AssignNumbers("*", List.of(new Link("51", hall.entry(0)))));
        Tablet other = hall.seat("1", "judge");
        hall.organiser().post(hall.path("stages/work/open"), new JsonObject()).is(200);

        assertThat(other.send(other.mark(key(), "01", "length", "38")).results())
                .containsExactly("unknown-subject");
        JsonObject marks = new JsonObject().put("marks", new JsonArray().add(other.mark(key(), "01", "length", "38")));
        other.post(elsewhere + "/marks", marks).refused(403, "not-allowed");
        assertThat(other.get("seat/assignment").is(200).body().getJsonArray("marks"))
                .isEmpty();
        assertThat(judge.get("seat/assignment").is(200).body().getJsonArray("marks"))
                .isEmpty();
    }

    @Test
    void malformed_huge_and_nul_bearing_marks_are_refused_whole_and_the_next_one_is_taken() {
        String good = key();
        var nul = new JsonArray()
                .add(judge.mark(good, "01", "length", "38"))
                .add(judge.mark(key(), "01", "width", "1\u0000"));
        judge.post(hall.path("marks"), new JsonObject().put("marks", nul)).refused(400, "malformed-body");
        judge.post(hall.path("marks"), "{\"marks\": [").refused(400, "invalid-request");
        String huge = new JsonObject().put("marks", nul).encode() + " ".repeat(5_000_000);
        judge.post(hall.path("marks"), huge).refused(413, "body-too-large");
        assertThat(judge.get("seat/assignment").is(200).body().getJsonArray("marks"))
                .isEmpty();

        assertThat(judge.send(judge.mark(good, "01", "length", "38")).results()).containsExactly("confirmed");
    }

    @Test
    void a_stage_needs_numbers_and_the_cursor_a_number() throws Exception {
        var organiser = hall.organiser();
        organiser
                .post(hall.path("cursor"), new JsonObject().put("stage", "work").put("subject", "02"))
                .is(200);
        organiser
                .post(hall.path("cursor"), new JsonObject().put("stage", "work").put("subject", "99"))
                .refused(409, "unknown-subject");
        organiser
                .post(
                        hall.path("cursor"),
                        new JsonObject().put("stage", "theory").put("subject", "01"))
                .refused(409, "stage-not-open");
        judge.post(hall.path("stages/theory/open"), new JsonObject()).refused(403, "not-allowed");
        organiser.post(hall.path("stages/play/open"), new JsonObject()).refused(404, "unknown-stage");
        hall.begin(Trial.YAML);
        organiser.post(hall.path("stages/work/open"), new JsonObject()).refused(409, "no-numbers");
    }

    @Test
    void seats_have_their_own_labels_and_known_people() {
        var organiser = hall.organiser();
        organiser
                .post(hall.path("seats"), new JsonObject().put("label", "1").put("role", "judge"))
                .refused(409, "seat-exists");
        organiser
                .post(hall.path("seats/" + judge.seat + "/fill"), new JsonObject().put("name", " "))
                .refused(400, "name-missing");
        organiser
                .post(
                        hall.path("seats/" + judge.seat + "/fill"),
                        new JsonObject()
                                .put("name", "示例裁判")
                                .put("unit", hall.entry(0).toString()))
                .refused(409, "judge-related");
        organiser
                .post(hall.path("seats/" + key() + "/fill"), new JsonObject().put("name", "示例裁判"))
                .refused(409, "seat-not-on-panel");
        var seats = organiser.get(hall.path("seats")).is(200).body().getJsonArray("seats");
        assertThat(seats.getJsonObject(0).getString("person")).isEqualTo("示例裁判1");
        hall.visitor().get(hall.path("seats")).refused(401, "sign-in-first");
        organiser
                .post(hall.path("seats/" + judge.seat + "/vacate"), new JsonObject())
                .is(200);
        assertThat(judge.send(judge.mark(key(), "01", "length", "1")).results()).containsExactly("seat-not-on-panel");
    }

    @Test
    void who_does_not_start_is_not_marked() {
        hall.organiser()
                .post(
                        hall.path("entries/" + hall.entry(0) + "/status"),
                        new JsonObject().put("status", "dns").put("reason", "未到场"))
                .is(200);
        hall.organiser()
                .post(
                        hall.path("entries/" + key() + "/status"),
                        new JsonObject().put("status", "dns").put("reason", "未到场"))
                .refused(409, "unknown-entry");

        assertThat(judge.send(judge.mark(key(), "01", "length", "1")).results()).containsExactly("entry-not-competing");
        var subjects = judge.get("seat/assignment").is(200).body().getJsonArray("subjects");
        assertThat(subjects.getJsonObject(0).getString("status")).isEqualTo("out");
        assertThat(subjects.getJsonObject(1).containsKey("status")).isFalse();
        var progress = hall.organiser().get(hall.path("progress")).is(200).body();
        assertThat(progress.getJsonArray("sheets")).hasSize(2);
        judge.get(hall.path("progress")).refused(403, "not-allowed");
    }

    @Test
    void a_discipline_that_was_never_opened_is_not_found() {
        hall.organiser().get("disciplines/" + key()).refused(404, "not-found");
        assertThat(hall.organiser().get(hall.path("")).is(200).body().getString("state"))
                .isEqualTo("running");
    }
}
