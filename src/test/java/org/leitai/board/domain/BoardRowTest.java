package org.leitai.board.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leitai.kernel.doc.Doc;

class BoardRowTest {
    @Test
    void equal_keys_share_a_rank_and_the_next_one_counts_on() {
        Map<String, Doc.Obj> window = BoardRow.window(
                List.of(row("d", "1k3"), row("b", "1k2"), row("a", "1k1"), row("c", "1k2")), 100, Map.of());

        assertThat(window.keySet()).containsExactly("a", "b", "c", "d");
        assertThat(window.values()).extracting(row -> row.integer("rank")).containsExactly(1L, 2L, 2L, 4L);
        assertThat(window.values()).extracting(row -> row.bool("shared")).containsExactly(false, true, true, false);
    }

    @Test
    void the_window_ends_inside_a_tie_without_changing_its_rank() {
        Map<String, Doc.Obj> window =
                BoardRow.window(List.of(row("a", "1k1"), row("b", "1k1"), row("c", "1k1")), 2, Map.of());

        assertThat(window.keySet()).containsExactly("a", "b");
        assertThat(window.values()).extracting(row -> row.bool("shared")).containsOnly(true);
    }

    @Test
    void divisions_are_ranked_apart_and_rows_without_rank_come_last_without_one() {
        var rows = new ArrayList<>(List.of(row("a", "1k1"), row("z", RankKey.unranked("dns"))));
        rows.add(new BoardRow("s", "students", "1k9", Doc.obj().put("id", "s").build()));

        Map<String, Doc.Obj> window = BoardRow.window(rows, 100, Map.of());

        assertThat(window.get("s"))
                .isNotNull()
                .extracting(row -> row.integer("rank"))
                .isEqualTo(1L);
        assertThat(window.get("z"))
                .isNotNull()
                .extracting(row -> row.get("rank"))
                .isNull();
    }

    private static BoardRow row(String id, String key) {
        return new BoardRow(id, "staff", key, Doc.obj().put("id", id).build());
    }
}
