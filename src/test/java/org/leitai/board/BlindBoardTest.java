package org.leitai.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.board.domain.Audience.PUBLIC;
import static org.leitai.board.domain.Audience.STAFF;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.leitai.board.domain.Audience;
import org.leitai.board.domain.Board;
import org.leitai.judging.domain.DisciplineEvent.IdentitiesOpened;
import org.leitai.judging.domain.DisciplineEvent.NumbersSealed;
import org.leitai.judging.domain.DisciplineEvent.ResultsAnnounced;
import org.leitai.judging.domain.DisciplineEvent.ResultsLocked;
import org.leitai.judging.domain.DisciplineEvent.StageClosed;
import org.leitai.kernel.Role;
import org.leitai.kernel.doc.Doc;

/** A skill contest whose practical stage is sealed: nobody can join a number to a name before two officers open it. */
class BlindBoardTest {
    private static final List<String> NUMBERS = List.of("11", "12", "13", "14");

    private static String rules(String publicity) {
        return """
            rulebook: small-skill
            version: "1"
            title: {zh: 焊工, en: Welder}
            kind: skill
            identity: sealed
            publicity: %s
            total: {round: 2}
            stages:
              - id: theory
                title: {zh: 理论知识, en: Theory}
                identity: open
                weight: 30%%
                max: 100
                aspects:
                  - {id: paper, title: {zh: 理论成绩, en: Paper}, kind: points, max: 100, decimals: 1}
              - id: practical
                title: {zh: 操作技能, en: Practical}
                identity: sealed
                weight: 70%%
                max: 100
                aspects:
                  - {id: weld, title: {zh: 焊缝, en: Weld}, kind: points, max: 100, decimals: 1}
            """.formatted(publicity);
    }

    /** What is marked under a number; the hidden mapping decides only what happens at the opening. */
    private static Story sealed(String publicity, List<Integer> marks) {
        Story story = Story.of(rules(publicity))
                .entries("", 4)
                .numbers("theory", Map.of("1", 1, "2", 2, "3", 3, "4", 4))
                .tell(new NumbersSealed("practical", NUMBERS, "0".repeat(64)))
                .seats(1, Role.JUDGE)
                .open("theory")
                .open("practical");
        for (int i = 0; i < 4; i++) {
            story.mark("theory", "" + (i + 1), 1, "paper", "8" + i).sign("theory", "theory", "" + (i + 1), 1);
            story.mark("practical", NUMBERS.get(i), 1, "weld", marks.get(i).toString());
        }
        return story;
    }

    /** As if the marks of each entry were what the mapping says: the ledger then holds them under other numbers. */
    private static Story judged(String publicity, List<Integer> numberOfEntry) {
        var marks = new HashMap<Integer, Integer>();
        for (int entry = 0; entry < 4; entry++) {
            marks.put(numberOfEntry.get(entry), 60 + 10 * entry);
        }
        return sealed(publicity, List.of(0, 1, 2, 3).stream().map(marks::get).toList());
    }

    @Property(tries = 60)
    void nothing_under_a_name_varies_with_the_hidden_mapping(
            @ForAll("permutations") List<Integer> one,
            @ForAll("permutations") List<Integer> other,
            @ForAll("publicities") String publicity,
            @ForAll Audience audience) {
        Board here = judged(publicity, one).board(audience);
        Board there = judged(publicity, other).board(audience);

        assertThat(here.rows()).isEqualTo(there.rows());
        assertThat(here.content().rows()).isEqualTo(there.content().rows());
        assertThat(here.content().whole()).isEqualTo(there.content().whole());
    }

    @Property(tries = 30)
    void no_public_byte_varies_with_the_values_of_a_sealed_stage(
            @ForAll("permutations") List<Integer> one, @ForAll("publicities") String publicity) {
        Board here = judged(publicity, one).board(PUBLIC);
        Board there = judged(publicity, List.of(0, 1, 2, 3)).board(PUBLIC);

        assertThat(here).isEqualTo(there);
    }

    @Property(tries = 30)
    void the_staffs_grid_knows_numbers_and_no_names(@ForAll("permutations") List<Integer> one) {
        Board staff = judged("progress", one).board(STAFF);

        List<Doc.Obj> practical = staff.content().sheets().values().stream()
                .filter(sheet -> sheet.text("stage").equals("practical"))
                .toList();
        assertThat(practical)
                .hasSize(4)
                .allSatisfy(sheet -> assertThat(sheet.get("name")).isNull());
        assertThat(practical).extracting(sheet -> sheet.text("subject")).containsExactlyElementsOf(NUMBERS);
    }

    @Provide
    Arbitrary<List<Integer>> permutations() {
        return Arbitraries.shuffle(0, 1, 2, 3);
    }

    @Provide
    Arbitrary<String> publicities() {
        return Arbitraries.of("none", "progress", "after-signoff", "at-once", "held");
    }

    @Test
    void staff_see_a_signed_open_stage_under_the_name_but_no_total() {
        Doc.Obj row = judged("progress", List.of(0, 1, 2, 3)).row(STAFF, "试样2").orElseThrow();

        assertThat(row.obj("stages").text("theory")).isEqualTo("81");
        assertThat(row.obj("stages").get("practical")).isNull();
        assertThat(row.get("total")).isNull();
        assertThat(row.get("rank")).isNull();
    }

    @Test
    void the_public_sees_progress_and_no_rows() {
        Board board = judged("progress", List.of(0, 1, 2, 3)).board(PUBLIC);

        assertThat(board.rows()).isEmpty();
        assertThat(board.content().whole()).containsKey("stages");
        assertThat(judged("progress", List.of(0, 1, 2, 3))
                        .head(PUBLIC)
                        .obj("progress")
                        .integer("due"))
                .isEqualTo(8);
        assertThat(judged("none", List.of(0, 1, 2, 3)).head(PUBLIC).get("progress"))
                .isNull();
    }

    @Test
    void after_opening_staff_see_totals_and_the_public_only_after_the_announcement() {
        Story story = judged("progress", List.of(2, 0, 3, 1));
        story.tell(new StageClosed("theory"))
                .tell(new StageClosed("practical"))
                .tell(new ResultsLocked())
                .tell(new IdentitiesOpened(
                        "practical",
                        "00",
                        Story.links(Map.of("13", 1, "11", 2, "14", 3, "12", 4)),
                        List.of(Story.id(8, 1), Story.id(8, 2))));

        assertThat(story.row(STAFF, "试样4").orElseThrow().text("total")).isEqualTo("87.90");
        assertThat(story.row(STAFF, "试样4").orElseThrow().integer("rank")).isEqualTo(1);
        assertThat(story.board(PUBLIC).rows()).isEmpty();

        story.tell(new ResultsAnnounced());

        assertThat(story.row(PUBLIC, "试样4").orElseThrow().text("total")).isEqualTo("87.90");
        assertThat(story.row(PUBLIC, "试样1").orElseThrow().integer("rank")).isEqualTo(4);
    }
}
