package org.leitai.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.leitai.kernel.Principal;
import org.leitai.kernel.Principal.Anonymous;
import org.leitai.kernel.Principal.Grant;
import org.leitai.kernel.Principal.Staff;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.platform.http.Problem;

/** Roles against the acts of publication. */
class ResultsAccessTest {
    private static final StreamId CONTEST = new StreamId(new UUID(1, 1));
    private static final StreamId DISCIPLINE = new StreamId(new UUID(1, 2));

    private static Staff staff(Role... roles) {
        return new Staff(
                new UUID(4, 1),
                new UUID(3, 2),
                List.of(roles).stream()
                        .map(role -> new Grant(role, CONTEST, null))
                        .toList());
    }

    private static Set<Role> rolesThat(Consumer<Principal> may) {
        Set<Role> allowed = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            try {
                may.accept(staff(role));
                allowed.add(role);
            } catch (Problem refused) {
                assertThat(refused.status()).isEqualTo(403);
            }
        }
        return allowed;
    }

    @Test
    void locking_and_announcing_have_their_roles() {
        assertThat(rolesThat(who -> ResultsAccess.mayLock(who, CONTEST, DISCIPLINE)))
                .containsExactlyInAnyOrder(Role.ORGANISER, Role.SCORER);
        assertThat(rolesThat(who -> ResultsAccess.mayAnnounce(who, CONTEST, DISCIPLINE)))
                .containsExactlyInAnyOrder(Role.ORGANISER, Role.HOST);
    }

    @Test
    void identities_are_opened_by_encryption_officer_and_supervisor() {
        assertThat(rolesThat(who -> ResultsAccess.officer(who, CONTEST, DISCIPLINE, null)))
                .containsExactlyInAnyOrder(Role.ENCRYPTION_OFFICER, Role.SUPERVISOR);
        assertThat(ResultsAccess.officer(
                        staff(Role.ENCRYPTION_OFFICER, Role.SUPERVISOR), CONTEST, DISCIPLINE, Role.ENCRYPTION_OFFICER))
                .isEqualTo(Role.SUPERVISOR);
    }

    @Test
    void before_the_announcement_results_are_for_those_who_prepare_it() {
        assertThat(rolesThat(who -> ResultsAccess.maySeeResults(who, CONTEST, DISCIPLINE, false)))
                .containsExactlyInAnyOrder(Role.ORGANISER, Role.SCORER, Role.SUPERVISOR, Role.AUDITOR, Role.HOST);
        assertThatThrownBy(() -> ResultsAccess.maySeeResults(new Anonymous(), CONTEST, DISCIPLINE, false))
                .hasMessageContaining("sign-in-first");
        ResultsAccess.maySeeResults(new Anonymous(), CONTEST, DISCIPLINE, true);
    }

    @Test
    void explanations_of_others_are_for_staff_who_check_them() {
        assertThat(rolesThat(who -> ResultsAccess.maySeeExplanation(who, CONTEST, DISCIPLINE)))
                .containsExactlyInAnyOrder(Role.ORGANISER, Role.SCORER, Role.SUPERVISOR, Role.AUDITOR);
    }
}
