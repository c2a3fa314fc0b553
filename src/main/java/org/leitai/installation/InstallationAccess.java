package org.leitai.installation;

import org.leitai.kernel.Principal;
import org.leitai.kernel.Principal.SeatHolder;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.platform.http.Problem;

/** Who may see machines: nothing here shows a person or a mark. */
final class InstallationAccess {
    private InstallationAccess() {}

    /** Only a seat's device has unsent marks to tell of. */
    static SeatHolder tablet(Principal principal) {
        return switch (principal) {
            case SeatHolder holder -> holder;
            case Principal.Anonymous ignored -> throw Problem.unauthorized();
            case Principal.Staff ignored -> throw Problem.forbidden("tablets report by their seat's session");
            case Principal.Contestant ignored -> throw Problem.forbidden("tablets report by their seat's session");
        };
    }

    /** All nodes and tablets are for those who run or watch over the whole installation. */
    static void maySeeInstallation(Principal principal) {
        if (!staff(principal).hasEverywhere(Role.ORGANISER, Role.SUPERVISOR, Role.AUDITOR)) {
            throw Problem.forbidden("the installation is for its organisers, supervisors and auditors");
        }
    }

    /** A discipline's tablets are also its chief's, who waits for their marks. */
    static void maySeeTablets(Principal principal, StreamId contest, StreamId discipline) {
        if (principal instanceof SeatHolder holder
                && holder.role() == Role.CHIEF_JUDGE
                && holder.discipline().equals(discipline)) {
            return;
        }
        if (!staff(principal).has(contest, discipline, Role.ORGANISER, Role.SCORER, Role.SUPERVISOR, Role.AUDITOR)) {
            throw Problem.forbidden("tablets are for those who run or watch over the discipline");
        }
    }

    private static Principal.Staff staff(Principal principal) {
        return switch (principal) {
            case Principal.Staff staff -> staff;
            case Principal.Anonymous ignored -> throw Problem.unauthorized();
            case SeatHolder ignored -> throw Problem.forbidden("a judge's seat cannot do this; sign in as staff");
            case Principal.Contestant ignored ->
                throw Problem.forbidden("a contestant cannot do this; sign in as staff");
        };
    }
}
