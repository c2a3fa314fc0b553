package org.leitai.registration;

import java.util.List;
import org.leitai.contest.ContestReads.Home;
import org.leitai.kernel.Principal;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.platform.http.Problem;

/** Who may do what with rolls and people. */
final class RegistrationAccess {
    private RegistrationAccess() {}

    /** Registers, imports, approves, draws, erases. */
    static void organise(Principal principal, StreamId contest) {
        require(principal, contest, null, Role.ORGANISER);
    }

    /**
     * Reads entries with names, of the disciplines that the roles are for; judges, screen operators and timekeepers never do, nor do
     * team leaders: a whole field's names beside its numbers are not theirs.
     */
    static Reach readRoll(Principal principal, StreamId contest) {
        List<Principal.Grant> reading = staff(principal).grants().stream()
                .filter(grant -> readsRoll(grant, contest))
                .toList();
        if (reading.isEmpty()) {
            throw Problem.forbidden("entries with names are for officers of the contest");
        }
        return new Reach(reading);
    }

    /** Of which disciplines somebody reads the entries. */
    record Reach(List<Principal.Grant> by) {
        boolean includes(StreamId discipline) {
            return by.stream().anyMatch(grant -> grant.discipline() == null || discipline.equals(grant.discipline()));
        }
    }

    /** Reads entries of that discipline. */
    static void readOrder(Principal principal, Home home) {
        if (!readRoll(principal, home.contestId()).includes(home.id())) {
            throw Problem.forbidden("the draw is for officers of this discipline");
        }
    }

    private static boolean readsRoll(Principal.Grant grant, StreamId contest) {
        boolean here = grant.contest() == null || contest.equals(grant.contest());
        return here
                && switch (grant.role()) {
                    case ORGANISER, CALL_ROOM_CLERK, ENCRYPTION_OFFICER, SUPERVISOR, HOST, SCORER, AUDITOR -> true;
                    case TIMEKEEPER, SCREEN_OPERATOR, TEAM_LEADER, JUDGE, CHIEF_JUDGE, CONTESTANT -> false;
                };
    }

    static void receive(Principal principal, StreamId contest) {
        require(principal, contest, null, Role.ORGANISER, Role.CALL_ROOM_CLERK);
    }

    static void call(Principal principal, Home home) {
        require(principal, home.contestId(), home.id(), Role.ORGANISER, Role.CALL_ROOM_CLERK);
    }

    static void draw(Principal principal, Home home) {
        require(principal, home.contestId(), home.id(), Role.ORGANISER);
    }

    /** The only role that ever sees number and name together before the opening. */
    static void encrypt(Principal principal, Home home) {
        require(principal, home.contestId(), home.id(), Role.ENCRYPTION_OFFICER);
    }

    static Principal.Contestant contestant(Principal principal) {
        return switch (principal) {
            case Principal.Contestant contestant -> contestant;
            case Principal.Anonymous ignored -> throw Problem.unauthorized();
            case Principal.Staff ignored -> throw Problem.forbidden("this is for contestants");
            case Principal.SeatHolder ignored -> throw Problem.forbidden("this is for contestants");
        };
    }

    private static void require(
            Principal principal,
            StreamId contest,
            @org.jspecify.annotations.Nullable StreamId discipline,
            Role... roles) {
        if (!staff(principal).has(contest, discipline, roles)) {
            throw Problem.forbidden("this needs role " + roles[0].code());
        }
    }

    private static Principal.Staff staff(Principal principal) {
        return switch (principal) {
            case Principal.Staff staff -> staff;
            case Principal.Anonymous ignored -> throw Problem.unauthorized();
            case Principal.SeatHolder ignored -> throw Problem.forbidden("this needs a staff account, not a seat");
            case Principal.Contestant ignored -> throw Problem.forbidden("this needs a staff account");
        };
    }
}
