package org.leitai.access;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Principal;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.platform.http.Problem;

/** Who may do what with accounts, roles and seat cards. */
final class AccessRules {
    private AccessRules() {}

    /** Every contest's organiser may add accounts, and sees those of the own contests; see {@link #seesAllAccounts}. */
    static Principal.Staff mayKeepAccounts(Principal principal) {
        Principal.Staff staff = staff(principal);
        if (staff.grants().stream().noneMatch(grant -> grant.role() == Role.ORGANISER)) {
            throw Problem.forbidden("accounts are kept by organisers");
        }
        return staff;
    }

    /** Who else works for the union's other contests is known to organisers of the whole installation only. */
    static boolean seesAllAccounts(Principal.Staff staff) {
        return staff.hasEverywhere(Role.ORGANISER);
    }

    /** The contests in which somebody is an organiser. */
    static List<UUID> organised(Principal.Staff staff) {
        return staff.grants().stream()
                .filter(grant -> grant.role() == Role.ORGANISER)
                .flatMap(grant -> Stream.ofNullable(grant.contest()))
                .map(StreamId::value)
                .toList();
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

    /** A further seat comes to a device that holds one. */
    static Principal.SeatHolder mayCarryMore(Principal principal) {
        return switch (principal) {
            case Principal.SeatHolder holder -> holder;
            case Principal.Anonymous ignored -> throw Problem.unauthorized();
            case Principal.Staff ignored -> throw Problem.forbidden("sign this device in to a first seat");
            case Principal.Contestant ignored -> throw Problem.forbidden("sign this device in to a first seat");
        };
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
