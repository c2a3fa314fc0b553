package org.leitai.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.scoring.Marks.mark;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leitai.rulebook.yaml.RulebookReader;
import org.leitai.scoring.fold.ScoringEvent.EntryAdmitted;
import org.leitai.scoring.fold.ScoringEvent.EntryStatusSet;
import org.leitai.scoring.result.GroupRow;
import org.leitai.scoring.result.Status;

/** Tables over delegations: who counts, what is added, how groups are ranked. */
class GroupTablesTest {
    /** Divisions x and y; delegation d: 9, 8, 1 in x and 7 in y; e: 6 in x and 5, 4 in y; f nobody ranked. */
    private static List<GroupRow> table(String table) {
        var rulebook = RulebookReader.read("""
                rulebook: r
                awards: [{id: gold, count: 1}, {id: silver, count: 1}]
                tables: [{id: other, by: unit, columns: [{what: total}]}, {id: t, %s}]
                stages: [{id: s, aspects: [{id: a, max: 10}]}]
                """.formatted(table)).orThrow();
        var scorer = Scorer.of(rulebook);
        var rows = new String[][] {
            {"A", "x", "d", "9"},
            {"B", "x", "d", "8"},
            {"C", "x", "d", "1"},
            {"D", "y", "d", "7"},
            {"E", "x", "e", "6"},
            {"F", "y", "e", "5"},
            {"G", "y", "e", "4"},
            {"H", "y", "f", "9"},
            {"I", "y", "", "1"}
        };
        for (var row : rows) {
            var members = row[0].equals("E") ? List.of("p1", "p2", "p3") : List.<String>of();
            scorer.apply(new EntryAdmitted(row[0], row[1], row[2], "u", members, "team " + row[2], ""));
            scorer.apply(mark(rulebook, "s", row[0], "a", "1", row[3]));
        }
        scorer.apply(new EntryStatusSet("H", Status.DSQ));
        return scorer.groupTable("t");
    }

    private static List<String> rows(String table) {
        return table(table).stream()
                .map(row -> row.rank() + (row.shared() ? "= " : " ") + row.group() + " " + row.values() + " "
                        + row.entries())
                .toList();
    }

    @Test
    void every_ranked_entry_of_a_group_counts_once() {
        assertThat(rows("by: delegation, columns: [{what: total}]"))
                .containsExactly("1 d [25] [A, B, D, C]", "2 e [15] [E, F, G]");
        assertThat(rows("by: delegation, columns: [{what: entries}, {what: people}]"))
                .containsExactly("1 d [4, 4] [A, B, D, C]", "2 e [3, 5] [E, F, G]");
        assertThat(rows("by: team, columns: [{what: total}]"))
                .containsExactly("1 team d [25] [A, B, D, C]", "2 team e [15] [E, F, G]", "3 team  [1] [I]");
        assertThat(rows("by: unit, columns: [{what: average, round: 2}]"))
                .containsExactly("1 u [5.13] [A, B, D, E, F, G, C, I]");
    }

    @Test
    void the_best_of_a_group_and_of_each_division() {
        assertThat(rows("by: delegation, best: 2, columns: [{what: total}]"))
                .containsExactly("1 d [17] [A, B]", "2 e [11] [E, F]");
        assertThat(rows("by: delegation, best-per-division: 1, columns: [{what: total}]"))
                .containsExactly("1 d [16] [A, D]", "2 e [11] [E, F]");
        assertThat(rows("by: delegation, best-per-division: 1, best: 1, columns: [{what: average}]"))
                .containsExactly("1 d [9] [A]", "2 e [6] [E]");
        assertThat(rows("by: delegation, best: 4, columns: [{what: total}]"))
                .containsExactly("1 d [25] [A, B, D, C]", "2 e [15] [E, F, G]");
    }

    @Test
    void divisions_are_left_out_and_small_groups_are_not_ranked() {
        assertThat(rows("by: delegation, exclude: [x], columns: [{what: total}]"))
                .containsExactly("1 e [9] [F, G]", "2 d [7] [D]");
        assertThat(rows("by: delegation, exclude: [x], fewest: 2, columns: [{what: total}]"))
                .containsExactly("1 e [9] [F, G]", "null d [7] [D]");
    }

    @Test
    void points_awards_and_shares_of_places() {
        // x: gold A, silver B; y: gold D, silver F
        assertThat(
                        rows(
                                "by: delegation, points: {gold: 4, silver: 3}, columns: [{what: points}, {what: average-points, round: 2}]"))
                .containsExactly("1 d [11, 2.75] [A, B, D, C]", "2 e [3, 1] [E, F, G]");
        assertThat(rows("by: delegation, columns: [{what: award, of: silver}]"))
                .containsExactly("1= d [1] [A, B, D, C]", "1= e [1] [E, F, G]");
        assertThat(rows("by: delegation, columns: [{what: award, of: silver}, {what: total, order: ascending}]"))
                .containsExactly("1 e [1, 15] [E, F, G]", "2 d [1, 25] [A, B, D, C]");
        assertThat(rows("by: delegation, columns: [{what: award, of: silver}, {what: total, ranks: false}]"))
                .containsExactly("1= d [1, 25] [A, B, D, C]", "1= e [1, 15] [E, F, G]");
        assertThat(rows("by: delegation, columns: [{what: of, of: s/a}]"))
                .containsExactly("1 d [25] [A, B, D, C]", "2 e [15] [E, F, G]");
    }
}
