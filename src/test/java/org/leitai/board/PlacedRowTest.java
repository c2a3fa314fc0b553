package org.leitai.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.http.Json;
import org.leitai.platform.redis.RankedPage;

class PlacedRowTest {
    @ParameterizedTest
    @ValueSource(strings = {"示例甲", "\"ranked\":false", "\\\"ranked\\\":false,", "}", "a\"}\n", ""})
    void a_row_as_text_is_the_row_as_a_document_whatever_its_name(String name) {
        Doc.Obj row =
                Doc.obj().put("id", "a1").put("name", name).put("total", "9.50").build();
        var place = place(row, 41, 2);

        assertThat(Json.obj(BoardPages.placedText(place))).isEqualTo(BoardPages.placed(place));
        assertThat(BoardPages.placed(place).integer("rank")).isEqualTo(42);
        assertThat(BoardPages.placed(place).bool("shared")).isTrue();
    }

    @Test
    void a_row_that_is_not_ranked_has_no_place() {
        Doc.Obj row = Doc.obj().put("id", "a1").put("ranked", false).build();

        assertThat(Json.obj(BoardPages.placedText(place(row, 3, 1)))).isEqualTo(row);
    }

    private static RankedPage.Place place(Doc.Obj row, long better, long equal) {
        return new RankedPage.Place("a1", better, equal, Json.buffer(row).toString());
    }
}
