package org.leitai.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.board.domain.Audience.PUBLIC;
import static org.leitai.board.domain.Audience.STAFF;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leitai.judging.domain.DisciplineEvent.CursorMoved;
import org.leitai.judging.domain.DisciplineEvent.ResultsAnnounced;
import org.leitai.judging.domain.DisciplineEvent.SheetReturned;
import org.leitai.judging.domain.SheetId;
import org.leitai.kernel.Role;
import org.leitai.kernel.doc.Doc;

/** A speech contest: open names, scores shown at once. */
class SpeechBoardTest {
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
                    panel: {seats: 3, drop-high: 1, drop-low: 1}
                    aspects:
                      - {id: total, title: {zh: 得分, en: Score}, kind: points, max: 10, decimals: 2}
            """;

    private final Story story = Story.of(RULES)
            .entries("", 3)
            .numbers("speech", Map.of("01", 1, "02", 2, "03", 3))
            .seats(3, Role.JUDGE)
            .open("speech")
            .tell(new CursorMoved("speech", "01"));

    @Test
    void seats_are_boxes_without_values_while_marks_come_in() {
        story.mark("speech", "01", 1, "total", "9.1").mark("speech", "01", 3, "total", "9.3");

        Doc.Obj now = story.now(PUBLIC);

        assertThat(now.text("number")).isEqualTo("01");
        assertThat(now.text("name")).isEqualTo("试样1");
        assertThat(now.objects("seats"))
                .extracting(seat -> seat.text("state"))
                .containsExactly("marked", "empty", "marked");
        assertThat(now.get("shown")).isNull();
        assertThat(story.row(PUBLIC, "试样1").orElseThrow().get("total")).isNull();
    }

    @Test
    void with_the_last_mark_the_score_is_shown_and_ranked() {
        score("01", "9.1", "9.2", "9.3");
        story.tell(new CursorMoved("speech", "02"));
        score("02", "9.5", "9.6", "9.7");

        assertThat(story.row(PUBLIC, "试样2").orElseThrow().text("total")).isEqualTo("9.60");
        assertThat(story.row(PUBLIC, "试样2").orElseThrow().integer("rank")).isEqualTo(1);
        assertThat(story.row(PUBLIC, "试样1").orElseThrow().integer("rank")).isEqualTo(2);
        assertThat(story.row(PUBLIC, "试样3").orElseThrow().get("rank")).isNull();
        assertThat(story.now(PUBLIC).obj("shown").text("total")).isEqualTo("9.60");
        assertThat(story.now(PUBLIC).obj("shown").integer("rank")).isEqualTo(1);
    }

    @Test
    void equal_totals_share_the_rank() {
        score("01", "9.1", "9.2", "9.3");
        score("02", "9.0", "9.2", "9.9");
        score("03", "9.0", "9.1", "9.9");

        assertThat(story.row(PUBLIC, "试样1").orElseThrow().bool("shared")).isTrue();
        assertThat(story.row(PUBLIC, "试样2").orElseThrow().integer("rank")).isEqualTo(1);
        assertThat(story.row(PUBLIC, "试样3").orElseThrow().integer("rank")).isEqualTo(3);
    }

    @Test
    void the_tiles_say_which_mark_was_dropped_at_which_end() {
        score("01", "9.1", "9.2", "9.3");

        assertThat(story.now(PUBLIC).obj("shown").objects("marks"))
                .extracting(mark -> mark.text("value") + mark.text("dropped", ""))
                .containsExactly("9.10low", "9.20", "9.30high");
    }

    @Test
    void audiences_know_an_entry_by_different_aliases_and_none_is_its_id() {
        String here = story.row(PUBLIC, "试样1").orElseThrow().text("id");
        String there = story.row(STAFF, "试样1").orElseThrow().text("id");

        assertThat(here).isNotEqualTo(there).isNotEqualTo(Story.entry(1).toString());
    }

    @Test
    void the_certainty_word_follows_the_acts() {
        assertThat(story.head(PUBLIC).text("certainty")).isEqualTo("provisional");

        story.tell(new ResultsAnnounced());

        assertThat(story.head(PUBLIC).text("certainty")).isEqualTo("announced");
    }

    @Test
    void a_score_that_changes_after_it_was_shown_says_from_what_to_what_and_when() {
        score("01", "9.1", "9.2", "9.3");
        assertThat(story.row(PUBLIC, "试样1").orElseThrow().get("change")).isNull();

        story.tell(new SheetReturned(new SheetId("speech", "sheet", "01", Story.seat(2)), Story.id(12, 1)))
                .mark("speech", "01", 2, "total", "9.25");

        Doc.Obj change = story.row(PUBLIC, "试样1").orElseThrow().obj("change");
        assertThat(change.text("from")).isEqualTo("9.20");
        assertThat(change.text("to")).isEqualTo("9.25");
        assertThat(change.integer("at")).isPositive();
    }

    @Test
    void a_mark_taken_back_before_all_are_in_is_no_correction() {
        story.mark("speech", "01", 1, "total", "9.1").mark("speech", "01", 1, "total", "9.4");
        score("01", "9.1", "9.2", "9.3");

        assertThat(story.row(PUBLIC, "试样1").orElseThrow().get("change")).isNull();
    }

    @Test
    void a_shown_score_says_why_and_one_that_is_not_shown_does_not() {
        story.mark("speech", "01", 1, "total", "9.1").mark("speech", "01", 2, "total", "9.2");
        assertThat(story.why(PUBLIC, "试样1")).isEmpty();

        story.mark("speech", "01", 3, "total", "9.3");

        Doc.Obj stage = story.why(PUBLIC, "试样1").orElseThrow().objects("stages").getFirst();
        assertThat(stage.text("total")).isEqualTo("9.20");
        assertThat(stage.objects("marks"))
                .extracting(mark -> mark.text("value"))
                .containsExactly("9.10", "9.20", "9.30");
        assertThat(story.why(PUBLIC, "试样2")).isEmpty();
    }

    @Test
    void the_head_knows_the_days_of_the_contest() {
        assertThat(story.head(PUBLIC).text("firstDay")).isEqualTo("2026-11-23");
    }

    @Test
    void a_rule_that_holds_scores_back_says_so_instead_of_showing_them() {
        Story held = Story.of(RULES.replace("publicity: at-once", "publicity: held"))
                .entries("", 2)
                .numbers("speech", Map.of("01", 1, "02", 2))
                .seats(3, Role.JUDGE)
                .open("speech")
                .tell(new CursorMoved("speech", "01"));
        assertThat(held.now(PUBLIC).get("held")).isNull();
        held.mark("speech", "01", 1, "total", "9.1")
                .mark("speech", "01", 2, "total", "9.2")
                .mark("speech", "01", 3, "total", "9.3");

        assertThat(held.now(PUBLIC).bool("held")).isTrue();
        assertThat(held.now(PUBLIC).get("shown")).isNull();
        Doc.Obj row = held.row(PUBLIC, "试样1").orElseThrow();
        assertThat(row.bool("held")).isTrue();
        assertThat(row.get("total")).isNull();
        assertThat(row.get("rank")).isNull();
        assertThat(row.obj("stages").fields()).isEmpty();
        assertThat(held.row(PUBLIC, "试样2").orElseThrow().get("held")).isNull();

        held.tell(new ResultsAnnounced());

        assertThat(held.row(PUBLIC, "试样1").orElseThrow().text("total")).isEqualTo("9.20");
        assertThat(held.row(PUBLIC, "试样1").orElseThrow().get("held")).isNull();
    }

    private void score(String subject, String... values) {
        for (int i = 0; i < values.length; i++) {
            story.mark("speech", subject, i + 1, "total", values[i]);
        }
    }
}
