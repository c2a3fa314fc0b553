package org.leitai.paper;

import org.leitai.contest.ContestReads.Home;
import org.leitai.kernel.Principal;
import org.leitai.kernel.Role;
import org.leitai.platform.http.Problem;

/** Who may do what with mass papers. */
final class PaperAccess {
    private PaperAccess() {}

    static void run(Principal principal, Home home) {
        require(principal, home, Role.ORGANISER, Role.SCORER);
    }

    /** Sees how far it is, and ranks that are not announced. */
    static void watch(Principal principal, Home home) {
        require(principal, home, Role.ORGANISER, Role.SCORER, Role.SUPERVISOR, Role.AUDITOR);
    }

    private static void require(Principal principal, Home home, Role... roles) {
        boolean allowed = switch (principal) {
            case Principal.Anonymous ignored -> throw Problem.unauthorized();
            case Principal.Staff staff -> staff.has(home.contestId(), home.id(), roles);
            case Principal.SeatHolder ignored -> false;
            case Principal.Contestant ignored -> false;
        };
        if (!allowed) {
            throw Problem.forbidden("a mass paper is for organisers and scorers");
        }
    }
}
