package org.leitai.access;

import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Principal;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.platform.http.Problem;

/** Who may do what with accounts, roles and seat cards. */
final class AccessRules {
    private AccessRules() {}

    /** Accounts belong to the installation: its organisers and every contest's organiser may list and add them. */
    static void mayKeepAccounts(Principal principal) {
        Principal.Staff staff = staff(principal);
        if (staff.grants().stream().noneMatch(grant -> grant.role() == Role.ORGANISER)) {
            throw Problem.forbidden("accounts are kept by organisers");
        }
    }

    static void mayGrantRoles(Principal principal, StreamId contest) {
        if (!staff(principal).has(contest, null, Role.ORGANISER)) {
            throw Problem.forbidden("roles of a contest are granted by its organisers");
        }
    }

    static void mayPrintSeatCards(Principal principal, StreamId contest, @Nullable StreamId discipline) {
        if (!staff(principal).has(contest, discipline, Role.ORGANISER)) {
            throw Problem.forbidden("seat cards are printed by the organisers");
        }
    }

    private static Principal.Staff staff(Principal principal) {
        return switch (principal) {
            case Principal.Staff staff -> staff;
            case Principal.Anonymous ignored -> throw Problem.unauthorized();
            case Principal.SeatHolder ignored ->
                throw Problem.forbidden("a judge's seat cannot do this; sign in as staff");
            case Principal.Contestant ignored ->
                throw Problem.forbidden("a contestant cannot do this; sign in as staff");
        };
    }
}
