package org.leitai.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.board.domain.Audience.PUBLIC;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leitai.judging.domain.DisciplineEvent.ClockSet;
import org.leitai.judging.domain.DisciplineEvent.MarkRecorded;
import org.leitai.judging.domain.DisciplineEvent.SeatAdded;
import org.leitai.judging.domain.DisciplineEvent.SheetSigned;
import org.leitai.judging.domain.FormRef;
import org.leitai.judging.domain.SheetId;
import org.leitai.judging.domain.Slot;
import org.leitai.kernel.Act;
import org.leitai.kernel.Role;
import org.leitai.kernel.doc.Doc;

/** Mine rescue: lanes by field with clock and phase; nothing that was taken off shows before the lane is signed. */
class DrillBoardTest {
    private static final String RULES = """
            rulebook: small-rescue
            version: "1"
            title: {zh: 矿山救援, en: Mine rescue}
            kind: team-drill
            identity: open
            total: {max: 100, round: 2}
            ranking:
              incomplete: apart
              ties: [{of: drill/time, order: ascending}]
            stages:
              - id: drill
                title: {zh: 模拟救灾, en: Rescue}
                max: 100
                criteria:
                  - id: work
                    title: {zh: 处置, en: Work}
                    max: 100
                    forms:
                      - id: work-sheet
                        title: {zh: 扣分表, en: Deductions}
                        aspects:
                          - id: care
                            title: {zh: 伤员处置, en: Care}
                            kind: deductions
                            max: 100
                            items: [{id: wrong, title: {zh: 不当, en: Wrong}, each: 12.5}]
                  - id: clock
                    title: {zh: 计时, en: Time}
                    panel: {seats: 1, role: timekeeper}
                    forms:
                      - id: time-sheet
                        title: {zh: 计时表, en: Time sheet}
                        aspects:
                          - id: time
                            title: {zh: 完成时间, en: Time}
                            kind: time
                            outside: true
                            limit: "10:00"
                            decimals: 2
                            over: {every: 10, points: -0.5, cap: 10}
            """;
    private static final UUID TIMEKEEPER = Story.seat(9);

    private final Story story = Story.of(RULES)
            .entries("", 6)
            .numbers("drill", Map.of("01", 1, "02", 2, "03", 3, "04", 4, "05", 5, "06", 6))
            .seats(1, Role.JUDGE)
            .tell(new SeatAdded(TIMEKEEPER, "1", Role.TIMEKEEPER, List.of()))
            .open("drill");

    @Test
    void a_lane_appears_with_its_clock_running_against_the_limit() {
        story.tell(new ClockSet("drill", "02", true, 0, 0));

        Doc.Obj lane = lane("02");

        assertThat(lane.text("state")).isEqualTo("running");
        assertThat(lane.text("name")).isEqualTo("试样2");
        assertThat(lane.text("limit")).isEqualTo("600");
        assertThat(lane.obj("clock").bool("running")).isTrue();
        assertThat(lane.obj("clock").integer("shown")).isZero();
        assertThat(lane.obj("clock").integer("since")).isPositive();
    }

    @Test
    void the_clock_that_stands_says_how_much_time_was_returned() {
        story.tell(new ClockSet("drill", "02", false, 521_350, 30_000));

        assertThat(lane("02").obj("clock").integer("returned")).isEqualTo(30_000);
        assertThat(lane("02").text("state")).isEqualTo("marking");
    }

    @Test
    void deductions_stay_hidden_until_the_lane_is_signed() {
        story.tell(new ClockSet("drill", "01", true, 0, 0));
        deduct("01", "wrong=1");
        time("01", "521.35");

        assertThat(lane("01").text("state")).isEqualTo("running");
        assertThat(lane("01").get("total")).isNull();
        assertThat(lane("01").get("lost")).isNull();
        assertThat(story.row(PUBLIC, "试样1").orElseThrow().get("total")).isNull();
        story.tell(new ClockSet("drill", "01", false, 521_350, 0)).sign("drill", "work-sheet", "01", 1);
        assertThat(lane("01").text("state")).isEqualTo("complete");
        assertThat(lane("01").get("total")).isNull();

        signTime("01");

        Doc.Obj lane = lane("01");
        assertThat(lane.text("state")).isEqualTo("signed");
        assertThat(List.of(lane.text("base"), lane.text("lost"), lane.text("total")))
                .containsExactly("100", "12.5", "87.5");
        assertThat(lane.text("seconds")).isEqualTo("521.35");
        assertThat(lane.integer("rank")).isEqualTo(1);
        assertThat(lane.obj("items").integer("done")).isEqualTo(2);
    }

    @Test
    void what_was_taken_off_for_overtime_is_part_of_what_was_lost() {
        deduct("01", "none");
        time("01", "615");
        finish("01");

        assertThat(lane("01").text("lost")).isEqualTo("1");
        assertThat(lane("01").text("total")).isEqualTo("99");
    }

    @Test
    void four_lanes_at_most_and_a_signed_batch_leaves_when_the_next_begins() {
        for (String team : List.of("01", "02", "03", "04")) {
            deduct(team, "none");
        }
        assertThat(numbers()).containsExactly("01", "02", "03", "04");
        for (String team : List.of("01", "02", "03", "04")) {
            time(team, "500");
            finish(team);
        }
        assertThat(numbers()).containsExactly("01", "02", "03", "04");

        story.tell(new ClockSet("drill", "05", true, 0, 0));

        assertThat(numbers()).containsExactly("05");
    }

    @Test
    void a_fifth_team_takes_the_lane_of_one_that_is_signed() {
        for (String team : List.of("01", "02", "03", "04")) {
            deduct(team, "none");
        }
        time("02", "500");
        finish("02");

        deduct("05", "none");

        assertThat(numbers()).containsExactly("01", "03", "04", "05");
    }

    @Test
    void the_ranking_has_times_and_items_and_ranks_only_who_is_finished() {
        deduct("01", "wrong=1");
        time("01", "500");
        finish("01");
        deduct("02", "wrong=1");
        time("02", "480");
        finish("02");
        deduct("03", "none");

        Doc.Obj second = story.row(PUBLIC, "试样1").orElseThrow();
        assertThat(second.integer("rank")).isEqualTo(2);
        assertThat(second.obj("times").text("drill")).isEqualTo("500");
        assertThat(story.row(PUBLIC, "试样2").orElseThrow().integer("rank")).isEqualTo(1);
        Doc.Obj unfinished = story.row(PUBLIC, "试样3").orElseThrow();
        assertThat(unfinished.get("rank")).isNull();
        assertThat(unfinished.get("total")).isNull();
        assertThat(unfinished.obj("times").fields()).isEmpty();
        assertThat(unfinished.obj("items").integer("all")).isEqualTo(2);
    }

    @Test
    void a_finished_team_says_in_which_part_it_lost_what() {
        deduct("01", "wrong=1");
        assertThat(story.why(PUBLIC, "试样1")).isEmpty();
        time("01", "500");
        finish("01");

        Doc.Obj part = story.why(PUBLIC, "试样1")
                .orElseThrow()
                .objects("stages")
                .getFirst()
                .objects("parts")
                .getFirst();

        assertThat(part.obj("title").text("zh")).isEqualTo("处置");
        assertThat(part.text("lost")).isEqualTo("12.5");
    }

    @Test
    void a_judge_who_was_given_the_form_counts_whatever_the_label_of_the_seat() {
        UUID seventh = Story.seat(7);
        Story given = Story.of(RULES)
                .entries("", 1)
                .numbers("drill", Map.of("01", 1))
                .tell(new SeatAdded(seventh, "7", Role.JUDGE, List.of(new FormRef("drill", "work-sheet"))))
                .tell(new SeatAdded(TIMEKEEPER, "1", Role.TIMEKEEPER, List.of()))
                .open("drill")
                .mark("drill", "01", 7, "care", "wrong=2");
        given.tell(
                new MarkRecorded(Story.id(11, 1), Slot.of("drill", "01", "time", TIMEKEEPER), "500", null, Act.NOBODY));

        given.sign("drill", "work-sheet", "01", 7)
                .tell(new SheetSigned(new SheetId("drill", "time-sheet", "01", TIMEKEEPER), List.of()));

        assertThat(given.row(PUBLIC, "试样1").orElseThrow().text("total")).isEqualTo("75.00");
    }

    private List<String> numbers() {
        return story.now(PUBLIC).objects("lanes").stream()
                .map(lane -> lane.text("number"))
                .toList();
    }

    private Doc.Obj lane(String number) {
        return story.now(PUBLIC).objects("lanes").stream()
                .filter(lane -> lane.text("number").equals(number))
                .findFirst()
                .orElseThrow();
    }

    private void deduct(String team, String counts) {
        story.mark("drill", team, 1, "care", counts);
    }

    private void time(String team, String seconds) {
        var slot = Slot.of("drill", team, "time", TIMEKEEPER);
        story.tell(new MarkRecorded(Story.id(11, Integer.parseInt(team)), slot, seconds, null, Act.NOBODY));
    }

    private void finish(String team) {
        story.sign("drill", "work-sheet", team, 1);
        signTime(team);
    }

    private void signTime(String team) {
        story.tell(new SheetSigned(new SheetId("drill", "time-sheet", team, TIMEKEEPER), List.of()));
    }
}
