package org.leitai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.scoring.Marks.entry;
import static org.leitai.scoring.Marks.mark;

import org.junit.jupiter.api.Test;
import org.leitai.rulebook.yaml.RulebookReader;

/** Who gets which award, entry by entry in the order of the table; a dot is none. */
class AwardsTest {
    private static String awards(String rule, String... points) {
        var rulebook = RulebookReader.read("""
                rulebook: r
                %s
                stages: [{id: s, aspects: [{id: a, max: 1000}]}]
                """.formatted(rule)).orThrow();
        var scorer = Scorer.of(rulebook);
        for (var i = 0; i < points.length; i++) {
            var id = Character.toString('A' + i);
            scorer.apply(entry(id));
            scorer.apply(mark(rulebook, "s", id, "a", "1", points[i]));
        }
        var text = new StringBuilder();
        for (var row : scorer.rows("")) {
            text.append(row.award() == null ? "." : row.award().substring(0, 1));
        }
        for (var row : scorer.rows("")) {
            text.append(' ').append(String.join("+", row.honours()));
        }
        return text.toString().strip();
    }

    private static String given(String rule, String... points) {
        return awards("awards: [" + rule + "]", points).split(" ", 2)[0];
    }

    @Test
    void places_take_what_equals_above_them_used_up() {
        assertThat(given("{id: one, count: 1}, {id: two, count: 2}", "9", "8", "7", "6"))
                .isEqualTo("ott.");
        assertThat(given("{id: one, count: 1}, {id: two, count: 2}", "9", "9", "7", "6"))
                .isEqualTo("oot.");
        assertThat(given("{id: one, count: 1}, {id: two, count: 1}", "9", "9", "9", "6"))
                .isEqualTo("ooo.");
    }

    @Test
    void shares_are_rounded_as_stated_with_a_minimum() {
        assertThat(given("{id: one, share: 25%}, {id: two, share: 50%, rounding: half-up}", "9", "8", "7", "6", "5"))
                .isEqualTo("ottt.");
        assertThat(given("{id: one, share: 10%, rounding: floor}, {id: two, share: 10%, minimum: 2}", "9", "8", "7"))
                .isEqualTo("tt.");
        assertThat(given("{id: one, share: 10%, rounding: ceiling}", "9", "8", "7"))
                .isEqualTo("o..");
        assertThat(given("{id: one, count: 1}, {id: half, top: 50%, rounding: floor}", "9", "8", "7", "6", "5"))
                .isEqualTo("oh...");
        assertThat(given("{id: line, at-least: 7, of: total}", "9", "7", "6")).isEqualTo("ll.");
    }

    @Test
    void medal_windows_are_anchored_on_the_best_of_each_colour() {
        var medals = "{medals: {window: 2, of: total, colours: [{id: gold}, {id: silver}, {id: bronze}]}}";
        assertThat(given(medals, "90", "80", "70", "60")).isEqualTo("gsb.");
        assertThat(given(medals, "90", "80", "70", "68", "67")).isEqualTo("gsbb.");
        assertThat(given(medals, "90", "80", "78", "77", "76")).isEqualTo("gssbb");
        assertThat(given(medals, "90", "80", "78", "75")).isEqualTo("gss.");
        assertThat(given(medals, "90", "88", "80", "78", "77")).isEqualTo("ggbb.");
        assertThat(given(medals, "90", "89", "88", "87", "86", "85")).isEqualTo("gggbb.");
        assertThat(given(medals, "90", "90", "90", "87")).isEqualTo("ggg.");
        assertThat(given(medals, "90", "80")).isEqualTo("gs");
        assertThat(given(medals, "90")).isEqualTo("g");
        assertThat(given("{medals: {window: 0, of: total}}", "90", "90", "80", "80", "70"))
                .isEqualTo("ggbb.");
    }

    @Test
    void the_largest_table_that_the_field_reaches_holds_and_small_fields_are_void() {
        var tables =
                "{fewest: 4, awards: [{id: big, count: 1}]}, {awards: [{id: any, count: 1}]}, {fewest: 3, awards: [{id: small, count: 1}]}";
        assertThat(given(tables, "9", "8", "7", "6")).isEqualTo("b...");
        assertThat(given(tables, "9", "8", "7")).isEqualTo("s..");
        assertThat(given(tables, "9", "8")).isEqualTo("a.");
        assertThat(given(
                        "{fewest: 2, awards: [{id: one, count: 1}]}, {fewest: 2, awards: [{id: two, count: 1}]}",
                        "9",
                        "8"))
                .isEqualTo("o.");
        assertThat(awards("ranking: {fewest: 3}\nawards: [{id: one, count: 1}]", "9", "8", "7"))
                .startsWith("o..");
        assertThat(awards("ranking: {fewest: 3}\nawards: [{id: one, count: 1}]", "9", "8"))
                .startsWith("..");
    }

    @Test
    void honours_go_by_rank_award_and_division() {
        var honours =
                "honours: [{id: h2, from: 2, to: 3}, {id: hg, awards: [gold]}, {id: hx, from: 1, to: 1, divisions: [x]}]";
        assertThat(awards(honours + "\nawards: [{id: gold, count: 1}]", "9", "8", "7", "6"))
                .isEqualTo("g... hg h2 h2");
    }
}
