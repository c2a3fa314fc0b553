package org.leitai.contest;

import org.leitai.kernel.Principal;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.platform.http.Problem;

/** Who may do what with contests. */
final class ContestAccess {
    private ContestAccess() {}

    /** Only organisers of the whole installation announce contests. */
    static void create(Principal principal) {
        if (!staff(principal).hasEverywhere(Role.ORGANISER)) {
            throw Problem.forbidden("creating a contest needs role organiser for the installation");
        }
    }

    static void organise(Principal principal, StreamId contest) {
        if (!staff(principal).has(contest, null, Role.ORGANISER)) {
            throw Problem.forbidden("this needs role organiser for the contest");
        }
    }

    /** What hangs where is the screen operator's, and the organisers' where there is none. */
    static void hang(Principal principal, StreamId contest) {
        if (!staff(principal).has(contest, null, Role.ORGANISER, Role.SCREEN_OPERATOR)) {
            throw Problem.forbidden("walls are the organisers' and the screen operator's");
        }
    }

    /** Whether somebody may see a contest that is not published. */
    static boolean seesDrafts(Principal principal, StreamId contest) {
        return switch (principal) {
            case Principal.Anonymous ignored -> false;
            case Principal.Staff staff -> staff.has(contest, null, Role.values());
            case Principal.SeatHolder holder -> holder.contest().equals(contest);
            case Principal.Contestant contestant -> contestant.contest().equals(contest);
        };
    }

    /** Rulebooks of the library are no secret, but only staff needs them. */
    static void readLibrary(Principal principal) {
        staff(principal);
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
