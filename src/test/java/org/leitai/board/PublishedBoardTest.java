package org.leitai.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leitai.board.domain.Audience;
import org.leitai.judging.domain.DisciplineEvent.CursorMoved;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.platform.live.Epoch;
import org.leitai.platform.live.Frame;

/** Frames are made for those who follow; who begins to follow reads what they would have told. */
class PublishedBoardTest {
    private static final Epoch FIRST = new Epoch(new UUID(0, 1), 1, "names");
    private static final Epoch NEXT_OWNER = new Epoch(new UUID(0, 1), 2, "names");

    private long nanos = -7;
    private final Story story = Story.of(RunningBoardTest.rules("at-once", "open", "[]"));
    private final PublishedBoard board = new PublishedBoard(
            new BoardName(new StreamId(new UUID(0, 2)), Audience.PUBLIC), Story.aliases(Audience.PUBLIC), () -> nanos);
    private long seq = 100;

    @BeforeEach
    void aBoardThatHasJustBegun() {
        story.entries("", 3);
        story.numbers("speech", Map.of("01", 1, "02", 2, "03", 3)).seats(2, Role.JUDGE);
        story.open("speech");
        assertThat(changed(FIRST)).get().matches(Frame::snapshot);
    }

    @Test
    void a_board_that_has_just_begun_may_have_followers_of_an_earlier_keeper() {
        pass(PublishedBoard.LEASE_NANOS - 1);

        assertThat(changed(FIRST)).isPresent();
    }

    @Test
    void frames_end_a_minute_after_somebody_last_said_that_he_follows() {
        pass(PublishedBoard.LEASE_NANOS - 1);
        board.followed();
        pass(PublishedBoard.LEASE_NANOS - 1);
        assertThat(changed(FIRST)).isPresent();

        pass(1);
        assertThat(changed(FIRST)).isEmpty();
    }

    @Test
    void what_nobody_was_told_is_in_the_snapshot_and_the_next_frame_follows_it() {
        pass(PublishedBoard.LEASE_NANOS);
        changed(FIRST);
        changed(FIRST);

        board.followed();
        Frame read = board.snapshot().orElseThrow();
        Frame next = changed(FIRST).orElseThrow();

        assertThat(read.id().seq()).isEqualTo(seq - 1);
        assertThat(next.prev()).isEqualTo(read.id().seq());
    }

    @Test
    void a_new_keeper_begins_with_a_snapshot_for_all() {
        pass(PublishedBoard.LEASE_NANOS);

        assertThat(changed(NEXT_OWNER)).get().matches(Frame::snapshot);
        assertThat(changed(NEXT_OWNER)).get().matches(frame -> !frame.snapshot());
    }

    private void pass(long some) {
        nanos += some;
    }

    private Optional<Frame> changed(Epoch epoch) {
        seq++;
        story.tell(new CursorMoved("speech", seq % 2 == 0 ? "01" : "02"));
        return board.advance(story.scene(), story.touched(), epoch, seq, 1_790_000_000_000_000L)
                .frame();
    }
}
