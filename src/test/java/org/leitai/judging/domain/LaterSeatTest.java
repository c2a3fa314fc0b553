package org.leitai.judging.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leitai.judging.domain.Trial.JUDGE_1;
import static org.leitai.judging.domain.Trial.JUDGE_2;
import static org.leitai.judging.domain.Trial.actOf;
import static org.leitai.judging.domain.Trial.seam;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leitai.judging.domain.DisciplineCommand.ImportMarks;
import org.leitai.judging.domain.DisciplineCommand.RecordMark;
import org.leitai.judging.domain.DisciplineEvent.MarkRecorded;
import org.leitai.judging.domain.DisciplineEvent.NumbersAssigned;
import org.leitai.judging.domain.DisciplineEvent.SeatAdded;
import org.leitai.judging.domain.DisciplineEvent.SeatFilled;
import org.leitai.judging.domain.DisciplineEvent.SheetReturned;
import org.leitai.judging.domain.DisciplineEvent.SheetSigned;
import org.leitai.judging.domain.DisciplineEvent.SpreadFound;
import org.leitai.judging.domain.DisciplineEvent.StageOpened;
import org.leitai.kernel.Act;
import org.leitai.kernel.Role;
import org.leitai.testkit.Scenario;

/** Two seats have seen each other's votes before the third of the panel is added, or values are imported for one of them. */
class LaterSeatTest {
    private static final UUID JUDGE_3 = new UUID(4, 13);
    private static final UUID A = new UUID(8, 1);
    private static final UUID B = new UUID(8, 2);
    private static final UUID C = new UUID(8, 3);
    private static final UUID D = new UUID(8, 4);
    private static final UUID KEY = new UUID(8, 9);
    private static final UUID WHY = new UUID(10, 1);
    private static final Slot.Cell SEAM = new Slot.Cell("seam", 1, 1);
    private static final String OF_THREE = Trial.YAML.replace("seats: 2", "seats: 3");

    private static Scenario<DisciplineState, DisciplineCommand, DisciplineEvent> marking() {
        return Trial.scenario()
                .given(Trial.prepared(OF_THREE))
                .given(new NumbersAssigned("work", Trial.LINKS), new StageOpened("work"));
    }

    private static Scenario<DisciplineState, DisciplineCommand, DisciplineEvent> shown() {
        return marking().given(mark(A, JUDGE_1, "2", null, Act.NOBODY), mark(B, JUDGE_2, "3", null, Act.NOBODY));
    }

    private static Scenario<DisciplineState, DisciplineCommand, DisciplineEvent> joined(
            Scenario<DisciplineState, DisciplineCommand, DisciplineEvent> before) {
        return before.given(
                new SeatAdded(JUDGE_3, "3", Role.JUDGE, List.of()),
                new SeatFilled(JUDGE_3, new UUID(5, 13), Act.NOBODY, ""));
    }

    private static MarkRecorded mark(UUID key, UUID seat, String value, @Nullable UUID replaces, UUID reason) {
        return new MarkRecorded(key, seam("01", seat), value, replaces, reason);
    }

    private static RecordMark wish(UUID seat, String value, @Nullable UUID replaces) {
        return new RecordMark(seam("01", seat), value, replaces, Act.NOBODY);
    }

    @Test
    void a_seat_that_is_added_unlocks_no_votes_that_were_shown() {
        var three = joined(shown());

        three.when(wish(JUDGE_1, "3", A), actOf(JUDGE_1, C)).refused("votes-shown");
        three.when(new RecordMark(seam("01", JUDGE_1), "3", A, WHY), actOf(JUDGE_1, C))
                .refused("votes-shown");
        three.when(wish(JUDGE_3, "2", null), actOf(JUDGE_3, C)).then(mark(C, JUDGE_3, "2", null, Act.NOBODY));
        three.given(mark(C, JUDGE_3, "2", null, Act.NOBODY))
                .when(wish(JUDGE_3, "3", C), actOf(JUDGE_3, D))
                .refused("votes-shown");
    }

    @Test
    void votes_that_nobody_has_seen_may_still_be_changed_when_a_seat_is_added() {
        joined(marking().given(mark(A, JUDGE_1, "2", null, Act.NOBODY)))
                .when(wish(JUDGE_1, "3", A), actOf(JUDGE_1, C))
                .then(mark(C, JUDGE_1, "3", A, Act.NOBODY));
    }

    @Test
    void votes_that_were_settled_stay_so_until_the_added_seat_lies_too_far_from_them() {
        var settled = marking()
                .given(mark(A, JUDGE_1, "0", null, Act.NOBODY), mark(B, JUDGE_2, "3", null, Act.NOBODY))
                .given(new SpreadFound("work", "look", "01", SEAM, "3"))
                .given(mark(C, JUDGE_1, "2", A, WHY), mark(D, JUDGE_2, "3", B, WHY));
        var three = joined(settled);

        three.when(new RecordMark(seam("01", JUDGE_1), "3", C, WHY), actOf(JUDGE_1, KEY))
                .refused("votes-shown");
        var apart = new SpreadFound("work", "look", "01", SEAM, "2");
        three.when(wish(JUDGE_3, "1", null), actOf(JUDGE_3, KEY))
                .then(mark(KEY, JUDGE_3, "1", null, Act.NOBODY), apart);
        three.given(mark(KEY, JUDGE_3, "1", null, Act.NOBODY), apart)
                .when(new RecordMark(seam("01", JUDGE_1), "1", C, WHY), actOf(JUDGE_1, new UUID(8, 10)))
                .then(mark(new UUID(8, 10), JUDGE_1, "1", C, WHY));
    }

    @Test
    void an_import_changes_a_shown_vote_no_more_than_its_seat_may() {
        var change = new ImportMarks("work", JUDGE_1, List.of(new ImportedMark("01", "seam", "3")));
        var look = new SheetId("work", "look", "01", JUDGE_1);

        shown().when(change).refused("votes-shown");
        joined(shown()).when(change).refused("votes-shown");
        assertThat(shown().given(new SheetReturned(look, WHY)).when(change).events())
                .hasSize(2);
        assertThat(marking()
                        .given(mark(A, JUDGE_1, "2", null, Act.NOBODY))
                        .when(change)
                        .events())
                .hasSize(2);
        shown().when(new ImportMarks("work", JUDGE_1, List.of(new ImportedMark("01", "seam", "2"))))
                .then(new SheetSigned(look, List.of(A)));
    }

    @Test
    void an_import_signs_nothing_that_lies_too_far_from_the_other_seats() {
        marking()
                .given(mark(A, JUDGE_1, "0", null, Act.NOBODY))
                .when(new ImportMarks("work", JUDGE_2, List.of(new ImportedMark("01", "seam", "3"))))
                .refused("spread-too-wide");
        marking()
                .given(mark(A, JUDGE_1, "0", null, Act.NOBODY), mark(B, JUDGE_2, "3", null, Act.NOBODY))
                .given(new SpreadFound("work", "look", "01", SEAM, "3"))
                .when(new ImportMarks("work", JUDGE_1, List.of(new ImportedMark("01", "seam", "2"))))
                .refused("reason-needed");
    }
}
