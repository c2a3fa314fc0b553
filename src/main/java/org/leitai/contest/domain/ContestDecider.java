package org.leitai.contest.domain;

import java.util.List;
import java.util.regex.Pattern;
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
import org.leitai.contest.domain.ContestState.About;
import org.leitai.contest.domain.ContestState.Appointment;
import org.leitai.contest.domain.ContestState.Discipline;
import org.leitai.kernel.Act;
import org.leitai.kernel.Decider;
import org.leitai.kernel.Decision;
import org.leitai.kernel.Recorded;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;

/** The rules of a contest. */
public final class ContestDecider implements Decider<ContestState, ContestCommand, ContestEvent> {
    /** More would not fit a contest's page; the largest national contest of RULES.md §2.2 had 89. */
    static final int MAX_DISCIPLINES = 200;

    /** Bounded so that the stream stays small; a city contest has some dozens of officers. */
    static final int MAX_APPOINTMENTS = 2_000;

    private static final int MAX_TITLE_CHARS = 200;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]{0,7}");

    @Override
    public ContestState initial(StreamId stream) {
        return ContestState.before(stream);
    }

    @Override
    public Decision<ContestEvent> decide(ContestState state, ContestCommand command, Act act, long nowMicros) {
        if (command instanceof CreateContest create) {
            return create(state, create);
        }
        if (state.about() == null) {
            return Decision.refuse("contest-unknown", "contest " + state.id() + " was never created");
        }
        return switch (command) {
            case CreateContest create -> create(state, create);
            case AddDiscipline add -> add(state, add);
            case PublishContest ignored -> publish(state);
            case OpenRegistration ignored -> open(state);
            case CloseRegistration ignored ->
                state.registrationOpen() ? Decision.accept(new RegistrationClosed()) : nothing();
            case GrantRole grant -> grant(state, grant);
            case SetWall wall -> WallRules.set(state, wall);
            case RemoveWall wall -> WallRules.remove(state, wall);
            case RevokeRole revoke ->
                state.appointments().containsKey(revoke.grant())
                        ? Decision.accept(new RoleRevoked(revoke.grant()))
                        : Decision.refuse("grant-unknown", "grant " + revoke.grant() + " is not held in this contest");
        };
    }

    private static Decision<ContestEvent> create(ContestState state, CreateContest create) {
        if (state.about() != null) {
            return Decision.refuse("contest-exists", "contest " + state.id() + " was created before");
        }
        if (badTitle(create.title())) {
            return Decision.refuse("title-invalid", "a title needs 1 to " + MAX_TITLE_CHARS + " characters in Chinese");
        }
        if (create.lastDay().isBefore(create.firstDay())) {
            return Decision.refuse(
                    "dates-reversed", "last day " + create.lastDay() + " is before first day " + create.firstDay());
        }
        return Decision.accept(new ContestCreated(
                create.title(),
                create.level(),
                create.firstDay(),
                create.lastDay(),
                create.office(),
                create.venue(),
                create.roll()));
    }

    private static Decision<ContestEvent> add(ContestState state, AddDiscipline add) {
        if (state.discipline(add.discipline()) != null) {
            return nothing();
        }
        if (!CODE.matcher(add.code()).matches()) {
            return Decision.refuse(
                    "discipline-code-invalid",
                    "code '" + add.code() + "' must be a capital letter and up to 7 capital letters or digits");
        }
        if (state.disciplines().stream().anyMatch(other -> other.code().equals(add.code()))) {
            return Decision.refuse("discipline-code-taken", "another discipline has code '" + add.code() + "'");
        }
        if (badTitle(add.title())) {
            return Decision.refuse("title-invalid", "a title needs 1 to " + MAX_TITLE_CHARS + " characters in Chinese");
        }
        if (state.disciplines().size() >= MAX_DISCIPLINES) {
            return Decision.refuse("too-many-disciplines", "a contest has at most " + MAX_DISCIPLINES + " disciplines");
        }
        return Decision.accept(
                new DisciplineAdded(add.discipline(), add.code(), add.title(), add.rulebookHash(), add.divisions()));
    }

    private static Decision<ContestEvent> publish(ContestState state) {
        if (state.published()) {
            return nothing();
        }
        return state.disciplines().isEmpty()
                ? Decision.refuse("no-discipline", "a contest needs a discipline before it is published")
                : Decision.accept(new ContestPublished());
    }

    private static Decision<ContestEvent> open(ContestState state) {
        if (state.registrationOpen()) {
            return nothing();
        }
        return state.published()
                ? Decision.accept(new RegistrationOpened())
                : Decision.refuse("contest-not-published", "publish the contest before registration opens");
    }

    private static Decision<ContestEvent> grant(ContestState state, GrantRole grant) {
        if (state.appointments().containsKey(grant.grant())) {
            return nothing();
        }
        StreamId discipline = grant.discipline();
        if (discipline != null && state.discipline(discipline) == null) {
            return Decision.refuse("discipline-unknown", "discipline " + discipline + " is not in this contest");
        }
        Appointment wanted = new Appointment(grant.account(), grant.role(), discipline);
        if (state.appointments().containsValue(wanted)) {
            return Decision.refuse(
                    "role-held", "the account holds role " + grant.role().code() + " already");
        }
        if (mixesEncryptionAndScoring(state, wanted)) {
            return Decision.refuse(
                    "roles-exclude-each-other", "an encryption officer must not judge or score in the same contest");
        }
        if (state.appointments().size() >= MAX_APPOINTMENTS) {
            return Decision.refuse("too-many-roles", "a contest has at most " + MAX_APPOINTMENTS + " appointments");
        }
        return Decision.accept(new RoleGranted(grant.grant(), grant.account(), grant.role(), discipline));
    }

    /** RULES.md §2.3 16: encryption judges must not score. */
    private static boolean mixesEncryptionAndScoring(ContestState state, Appointment wanted) {
        return state.appointments().values().stream()
                .filter(held -> held.account().equals(wanted.account()))
                .anyMatch(held -> (held.role() == Role.ENCRYPTION_OFFICER && scores(wanted.role()))
                        || (wanted.role() == Role.ENCRYPTION_OFFICER && scores(held.role())));
    }

    private static boolean scores(Role role) {
        return switch (role) {
            case JUDGE, CHIEF_JUDGE, SCORER, TIMEKEEPER -> true;
            case ORGANISER,
                    CALL_ROOM_CLERK,
                    ENCRYPTION_OFFICER,
                    SUPERVISOR,
                    HOST,
                    TEAM_LEADER,
                    SCREEN_OPERATOR,
                    CONTESTANT,
                    AUDITOR -> false;
        };
    }

    private static boolean badTitle(Title title) {
        return title.zh().isBlank()
                || title.zh().length() > MAX_TITLE_CHARS
                || title.en().length() > MAX_TITLE_CHARS;
    }

    private static Decision<ContestEvent> nothing() {
        return Decision.accept(List.of());
    }

    @Override
    public ContestState evolve(ContestState state, Recorded<ContestEvent> recorded) {
        return switch (recorded.event()) {
            case ContestCreated e ->
                state.about(
                        new About(e.title(), e.level(), e.firstDay(), e.lastDay(), e.office(), e.venue(), e.roll()));
            case DisciplineAdded e ->
                state.with(new Discipline(e.discipline(), e.code(), e.title(), e.rulebookHash(), e.divisions()));
            case ContestPublished ignored -> state.listed();
            case RegistrationOpened ignored -> state.registration(true);
            case RegistrationClosed ignored -> state.registration(false);
            case RoleGranted e ->
                state.appointments(
                        state.appointments().plus(e.grant(), new Appointment(e.account(), e.role(), e.discipline())));
            case WallSet e ->
                state.walls(state.walls().plus(e.number(), new ContestState.Wall(e.name(), e.discipline())));
            case WallRemoved e -> state.walls(state.walls().minus(e.number()));
            case RoleRevoked e -> state.appointments(state.appointments().minus(e.grant()));
        };
    }
}
