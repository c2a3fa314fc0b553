package org.leitai.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.leitai.kernel.Principal;
import org.leitai.kernel.Principal.Anonymous;
import org.leitai.kernel.Principal.Contestant;
import org.leitai.kernel.Principal.Grant;
import org.leitai.kernel.Principal.SeatHolder;
import org.leitai.kernel.Principal.Staff;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.platform.http.Problem;

/** Roles against what they may do; whoever is not named may not. */
class JudgingAccessTest {
    private static final StreamId CONTEST = new StreamId(new UUID(1, 1));
    private static final StreamId DISCIPLINE = new StreamId(new UUID(1, 2));
    private static final StreamId OTHER = new StreamId(new UUID(1, 3));
    private static final Contestant CONTESTANT = new Contestant(new UUID(2, 1), new UUID(3, 1), CONTEST, DISCIPLINE);

    private static Staff staff(Role role, StreamId discipline) {
        return new Staff(new UUID(4, 1), new UUID(3, 2), List.of(new Grant(role, CONTEST, discipline)));
    }

    private static SeatHolder seat(Role role, StreamId discipline) {
        return new SeatHolder(
                new UUID(5, 1), new UUID(5, 2), new UUID(5, 3), new UUID(3, 3), CONTEST, discipline, role);
    }

    private static Set<Role> rolesThat(Consumer<Principal> may) {
        Set<Role> allowed = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (passes(may, staff(role, DISCIPLINE))) {
                allowed.add(role);
            }
            assertThat(passes(may, staff(role, OTHER)))
                    .as(role + " of another discipline")
                    .isFalse();
        }
        assertThat(passes(may, new Anonymous())).isFalse();
        assertThat(passes(may, CONTESTANT)).isFalse();
        return allowed;
    }

    private static boolean passes(Consumer<Principal> may, Principal principal) {
        try {
            may.accept(principal);
            return true;
        } catch (Problem refused) {
            assertThat(refused.status()).isIn(401, 403);
            return false;
        }
    }

    @Test
    void stages_are_run_by_organisers_and_scorers_and_the_host_moves_the_cursor_too() {
        assertThat(rolesThat(who -> JudgingAccess.mayRun(who, CONTEST, DISCIPLINE)))
                .containsExactlyInAnyOrder(Role.ORGANISER, Role.SCORER);
        assertThat(rolesThat(who -> JudgingAccess.mayMoveCursor(who, CONTEST, DISCIPLINE)))
                .containsExactlyInAnyOrder(Role.ORGANISER, Role.SCORER, Role.HOST);
    }

    @Test
    void seats_are_kept_by_organisers() {
        assertThat(rolesThat(who -> JudgingAccess.maySeat(who, CONTEST, DISCIPLINE)))
                .containsExactly(Role.ORGANISER);
    }

    @Test
    void progress_is_for_staff_and_the_chief_but_not_for_other_judges() {
        Consumer<Principal> progress = who -> JudgingAccess.maySeeProgress(who, CONTEST, DISCIPLINE);

        assertThat(rolesThat(progress)).containsExactlyInAnyOrder(Role.values());
        assertThat(passes(progress, seat(Role.CHIEF_JUDGE, DISCIPLINE))).isTrue();
        assertThat(passes(progress, seat(Role.JUDGE, DISCIPLINE))).isFalse();
        assertThat(passes(progress, seat(Role.CHIEF_JUDGE, OTHER))).isFalse();
    }

    @Test
    void claims_show_values_to_the_chief_and_those_who_watch_over_the_contest() {
        Consumer<Principal> claims = who -> JudgingAccess.maySeeClaims(who, CONTEST, DISCIPLINE);

        assertThat(rolesThat(claims)).containsExactlyInAnyOrder(Role.ORGANISER, Role.SUPERVISOR, Role.AUDITOR);
        assertThat(passes(claims, seat(Role.CHIEF_JUDGE, DISCIPLINE))).isTrue();
        assertThat(passes(claims, seat(Role.JUDGE, DISCIPLINE))).isFalse();
    }

    @Test
    void marks_come_from_seats_of_the_discipline_and_decisions_from_its_chief() {
        Consumer<Principal> marks = who -> JudgingAccess.seat(who, DISCIPLINE);
        Consumer<Principal> decisions = who -> JudgingAccess.chief(who, DISCIPLINE);

        assertThat(rolesThat(marks)).isEmpty();
        assertThat(rolesThat(decisions)).isEmpty();
        assertThat(passes(marks, seat(Role.JUDGE, DISCIPLINE))).isTrue();
        assertThat(passes(marks, seat(Role.JUDGE, OTHER))).isFalse();
        assertThat(passes(decisions, seat(Role.CHIEF_JUDGE, DISCIPLINE))).isTrue();
        assertThat(passes(decisions, seat(Role.JUDGE, DISCIPLINE))).isFalse();
    }
}
