package org.leitai.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leitai.board.domain.Board;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.http.Json;
import org.leitai.platform.live.Epoch;
import org.leitai.platform.live.Frame;

class TopPagesTest {
    private static final int ENTRIES = 150;

    private final TopPages pages = new TopPages();

    /** The best of a division of 150, in no order, as after many deltas. */
    private static Frame frame(long seq) {
        List<Doc.Obj> rows = new ArrayList<>();
        for (int rank = 1; rank <= Board.WINDOW; rank++) {
            rows.add(Doc.obj()
                    .put("id", "row" + rank)
                    .put("division", "staff")
                    .put("rank", rank)
                    .put("status", "ok")
                    .build());
        }
        Collections.shuffle(rows, new Random(3));
        return Frame.of(Doc.obj()
                .put("board", "b/public")
                .put("epoch", new Epoch(new UUID(0, 1), 1, "0").toString())
                .put("seq", seq)
                .put("prev", 0)
                .put("kind", "snapshot")
                .put("rows", rows)
                .put(
                        "divisions",
                        List.of(Doc.obj()
                                .put("id", "staff")
                                .put("entries", ENTRIES)
                                .build()))
                .build());
    }

    @Test
    void a_page_within_the_window_is_in_order_and_counts_all_of_the_division() {
        Doc.Obj page = Json.obj(pages.page(frame(7), "staff", 10, 20).orElseThrow());

        assertThat(page.objects("rows"))
                .extracting(row -> row.integer("rank"))
                .startsWith(11L, 12L)
                .hasSize(20);
        assertThat(page.integer("total")).isEqualTo(ENTRIES);
    }

    @Test
    void it_is_written_once_a_frame() {
        Frame seventh = frame(7);
        Buffer first = pages.page(seventh, "staff", 0, 50).orElseThrow();

        assertThat(pages.page(seventh, "staff", 0, 50).orElseThrow()).isSameAs(first);
        assertThat(Json.obj(pages.page(frame(8), "staff", 0, 50).orElseThrow()).text("id"))
                .endsWith(":8");
    }

    @Test
    void what_reaches_beyond_a_full_window_is_not_answered_from_it() {
        assertThat(pages.page(frame(7), "staff", 50, 51)).isEmpty();
        assertThat(pages.page(frame(7), "nobody", 50, 51)).isPresent();
    }
}
