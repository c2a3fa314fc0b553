package org.leitai.platform.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.platform.live.TestFrames.FIRST_TERM;
import static org.leitai.platform.live.TestFrames.LEDGER;
import static org.leitai.platform.live.TestFrames.delta;
import static org.leitai.platform.live.TestFrames.row;
import static org.leitai.platform.live.TestFrames.snapshot;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leitai.kernel.doc.Doc;

class ImageTest {
    private final Image image = Image.of(snapshot(10, row("a", "9.10"), row("b", "9.00")));

    @Test
    void a_delta_that_follows_changes_only_the_rows_it_names() {
        Frame delta = delta(10, 12, row("b", "9.50"));

        assertThat(image.fit(delta)).isEqualTo(Image.Fit.NEXT);
        image.apply(delta);

        assertThat(image.snapshot().body().objects("rows")).containsExactly(row("a", "9.10"), row("b", "9.50"));
        assertThat(image.snapshot().id()).isEqualTo(new FrameId(FIRST_TERM, 12));
        assertThat(image.snapshot().snapshot()).isTrue();
    }

    @Test
    void what_is_gone_leaves_the_snapshot() {
        Doc.Obj body = Doc.obj()
                .put("board", "b/public")
                .put("epoch", FIRST_TERM.toString())
                .put("seq", 11)
                .put("prev", 10)
                .put("kind", "delta")
                .put("gone", List.of(new Doc.Text("a")))
                .build();

        image.apply(Frame.of(body));

        assertThat(image.snapshot().body().objects("rows")).containsExactly(row("b", "9.00"));
        assertThat(image.snapshot().body().get("gone")).isNull();
    }

    @Test
    void a_delta_over_something_missing_is_a_gap() {
        assertThat(image.fit(delta(11, 12))).isEqualTo(Image.Fit.GAP);
    }

    @Test
    void a_delta_known_already_is_old() {
        assertThat(image.fit(delta(9, 10))).isEqualTo(Image.Fit.OLD);
    }

    @Test
    void frames_of_a_replaced_owner_are_old_and_those_of_its_successor_need_a_snapshot() {
        Image later = Image.of(snapshot("b/public", new Epoch(LEDGER, 2, "0"), 10));

        assertThat(later.fit(snapshot(99))).isEqualTo(Image.Fit.OLD);
        assertThat(image.fit(delta("b/public", new Epoch(LEDGER, 2, "0"), 10, 11)))
                .isEqualTo(Image.Fit.GAP);
        assertThat(image.fit(snapshot("b/public", new Epoch(LEDGER, 2, "0"), 9)))
                .isEqualTo(Image.Fit.NEXT);
    }

    @Test
    void a_snapshot_is_encoded_once_until_the_next_change() {
        image.apply(delta(10, 11, row("a", "9.20")));

        assertThat(image.snapshot().json()).isSameAs(image.snapshot().json());
    }

    @Test
    void a_frame_is_the_same_after_the_way_over_the_bus() {
        Frame sent = delta(10, 11, row("a", "9.20"));

        Frame arrived = Frame.fromWire(sent.toWire());

        assertThat(arrived).isEqualTo(sent);
    }
}
