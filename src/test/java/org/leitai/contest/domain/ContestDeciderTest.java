package org.leitai.contest.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leitai.contest.domain.ContestCommand.AddDiscipline;
import org.leitai.contest.domain.ContestCommand.CloseRegistration;
import org.leitai.contest.domain.ContestCommand.CreateContest;
import org.leitai.contest.domain.ContestCommand.GrantRole;
import org.leitai.contest.domain.ContestCommand.OpenRegistration;
import org.leitai.contest.domain.ContestCommand.PublishContest;
import org.leitai.contest.domain.ContestCommand.RemoveWall;
import org.leitai.contest.domain.ContestCommand.RevokeRole;
import org.leitai.contest.domain.ContestCommand.SetWall;
import org.leitai.contest.domain.ContestEvent.ContestCreated;
import org.leitai.contest.domain.ContestEvent.ContestPublished;
import org.leitai.contest.domain.ContestEvent.DisciplineAdded;
import org.leitai.contest.domain.ContestEvent.RegistrationClosed;
import org.leitai.contest.domain.ContestEvent.RegistrationOpened;
import org.leitai.contest.domain.ContestEvent.RoleGranted;
import org.leitai.contest.domain.ContestEvent.RoleRevoked;
import org.leitai.contest.domain.ContestEvent.WallRemoved;
import org.leitai.contest.domain.ContestEvent.WallSet;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.testkit.Scenario;

class ContestDeciderTest {
    private static final StreamId CONTEST = new StreamId(new UUID(1, 1));
    private static final StreamId ROLL = new StreamId(new UUID(1, 2));
    private static final StreamId WELDING = new StreamId(new UUID(1, 3));
    private static final Title TITLE = new Title("职工技能竞赛", "Skills contest");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final ContestCreated CREATED =
            new ContestCreated(TITLE, Level.CITY, DAY, DAY.plusDays(2), "370000/370800", "体育馆", ROLL);
    private static final List<Division> DIVISIONS = List.of(new Division("staff", new Title("职工组", "Staff")));
    private static final DisciplineAdded ADDED =
            new DisciplineAdded(WELDING, "W", new Title("焊工", "Welding"), "aa".repeat(32), DIVISIONS);
    private static final UUID GRANT = new UUID(2, 1);
    private static final UUID ACCOUNT = new UUID(2, 2);

    private final Scenario<ContestState, ContestCommand, ContestEvent> scenario =
            Scenario.of(new ContestDecider(), CONTEST);

    @Test
    void a_contest_is_created_once() {
        var create = new CreateContest(TITLE, Level.CITY, DAY, DAY.plusDays(2), "370000/370800", "体育馆", ROLL);

        scenario.when(create).then(CREATED);
        scenario.given(CREATED).when(create).refused("contest-exists");
    }

    @Test
    void a_contest_does_not_end_before_it_begins() {
        scenario.when(new CreateContest(TITLE, Level.CITY, DAY, DAY.minusDays(1), "", "", ROLL))
                .refused("dates-reversed");
    }

    @Test
    void a_contest_needs_a_chinese_title() {
        scenario.when(new CreateContest(new Title(" ", "Contest"), Level.CITY, DAY, DAY, "", "", ROLL))
                .refused("title-invalid");
    }

    @Test
    void nothing_is_done_to_a_contest_that_was_never_created() {
        scenario.when(new PublishContest()).refused("contest-unknown");
    }

    @Test
    void a_discipline_is_added_once_and_its_code_is_its_own() {
        var add = new AddDiscipline(WELDING, "W", new Title("焊工", "Welding"), "aa".repeat(32), DIVISIONS);

        scenario.given(CREATED).when(add).then(ADDED);
        scenario.given(ADDED).when(add).nothingHappens();
        scenario.when(new AddDiscipline(ROLL, "W", TITLE, "", List.of())).refused("discipline-code-taken");
        scenario.when(new AddDiscipline(ROLL, "焊", TITLE, "", List.of())).refused("discipline-code-invalid");
        scenario.when(new AddDiscipline(ROLL, "X", new Title("", ""), "", List.of()))
                .refused("title-invalid");
    }

    @Test
    void a_contest_has_at_most_200_disciplines() {
        scenario.given(CREATED);
        for (int i = 0; i < ContestDecider.MAX_DISCIPLINES; i++) {
            scenario.given(new DisciplineAdded(new StreamId(new UUID(3, i)), "D" + i, TITLE, "", List.of()));
        }

        scenario.when(new AddDiscipline(WELDING, "W", TITLE, "", List.of())).refused("too-many-disciplines");
    }

    @Test
    void it_is_published_with_a_discipline_and_then_opens_registration() {
        scenario.given(CREATED).when(new PublishContest()).refused("no-discipline");
        scenario.given(ADDED).when(new OpenRegistration()).refused("contest-not-published");
        scenario.when(new PublishContest()).then(new ContestPublished());
        scenario.given(new ContestPublished()).when(new PublishContest()).nothingHappens();
        scenario.when(new OpenRegistration()).then(new RegistrationOpened());
        scenario.when(new CloseRegistration()).nothingHappens();
        scenario.given(new RegistrationOpened()).when(new CloseRegistration()).then(new RegistrationClosed());
    }

    @Test
    void a_role_is_granted_once_and_revoked() {
        var grant = new GrantRole(GRANT, ACCOUNT, Role.SCORER, WELDING);

        scenario.given(CREATED, ADDED).when(grant).then(new RoleGranted(GRANT, ACCOUNT, Role.SCORER, WELDING));
        scenario.done(grant).when(grant).nothingHappens();
        scenario.when(new GrantRole(new UUID(2, 9), ACCOUNT, Role.SCORER, WELDING))
                .refused("role-held");
        scenario.when(new GrantRole(new UUID(2, 9), ACCOUNT, Role.SCORER, ROLL)).refused("discipline-unknown");
        scenario.when(new RevokeRole(new UUID(2, 9))).refused("grant-unknown");
        scenario.done(new RevokeRole(GRANT)).when(grant).then(new RoleGranted(GRANT, ACCOUNT, Role.SCORER, WELDING));
        scenario.when(new RevokeRole(GRANT)).refused("grant-unknown");
    }

    @Test
    void a_wall_is_hung_given_other_content_and_taken_down() {
        scenario.given(CREATED, ADDED).when(new SetWall(1, "大屏 1", WELDING)).then(new WallSet(1, "大屏 1", WELDING));
        scenario.when(new SetWall(1, " ", WELDING)).refused("wall-name-invalid");
        scenario.when(new SetWall(0, "大屏 0", WELDING)).refused("wall-number-invalid");
        scenario.when(new SetWall(100, "大屏 100", WELDING)).refused("wall-number-invalid");
        scenario.when(new SetWall(1, "大屏 1", ROLL)).refused("discipline-unknown");
        scenario.when(new RemoveWall(1)).nothingHappens();

        scenario.given(new WallSet(1, "大屏 1", WELDING))
                .when(new SetWall(1, "大屏 1", WELDING))
                .nothingHappens();
        scenario.when(new SetWall(1, "大屏 1", null)).then(new WallSet(1, "大屏 1", null));
        scenario.when(new RemoveWall(1)).then(new WallRemoved(1));
    }

    @Test
    void an_encryption_officer_must_not_score() {
        scenario.given(CREATED, ADDED, new RoleGranted(GRANT, ACCOUNT, Role.ENCRYPTION_OFFICER, null));

        scenario.when(new GrantRole(new UUID(2, 9), ACCOUNT, Role.CHIEF_JUDGE, WELDING))
                .refused("roles-exclude-each-other");
        scenario.given(new RoleRevoked(GRANT), new RoleGranted(GRANT, ACCOUNT, Role.SCORER, null))
                .when(new GrantRole(new UUID(2, 9), ACCOUNT, Role.ENCRYPTION_OFFICER, null))
                .refused("roles-exclude-each-other");
    }
}
