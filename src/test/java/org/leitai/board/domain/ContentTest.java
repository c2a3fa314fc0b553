package org.leitai.board.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leitai.kernel.doc.Doc;

class ContentTest {
    private static final Doc.Obj HEAD = Doc.obj().put("state", "running").build();
    private final Content before = content(HEAD, row("a", "9.1"), row("b", "9.0"));

    @Test
    void nothing_follows_when_nothing_changed() {
        assertThat(content(HEAD, row("b", "9.0"), row("a", "9.1")).since(before))
                .isEmpty();
    }

    @Test
    void a_changed_row_travels_alone() {
        assertThat(content(HEAD, row("a", "9.1"), row("b", "9.2")).since(before))
                .contains(Map.of("rows", new Doc.Arr(List.of(row("b", "9.2")))));
    }

    @Test
    void a_row_that_left_is_named_as_gone() {
        assertThat(content(HEAD, row("a", "9.1")).since(before))
                .contains(Map.of("gone", new Doc.Arr(List.of(new Doc.Text("b")))));
    }

    @Test
    void parts_without_items_travel_whole() {
        Doc.Obj closed = Doc.obj().put("state", "closed").build();

        assertThat(content(closed, row("a", "9.1"), row("b", "9.0")).since(before))
                .contains(Map.of("head", closed));
    }

    private static Content content(Doc.Obj head, Doc.Obj... rows) {
        var byId = new LinkedHashMap<String, Doc.Obj>();
        for (Doc.Obj row : rows) {
            byId.put(row.text("id"), row);
        }
        return new Content(Map.of("head", head), byId, Map.of());
    }

    private static Doc.Obj row(String id, String total) {
        return Doc.obj().put("id", id).put("total", total).build();
    }
}
