package org.leitai.board;

import org.leitai.kernel.Principal;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.platform.http.Problem;

/** Who may see boards: everybody the public ones, people with a duty in the contest the staff's. */
final class BoardAccess {
    /** Not the encryption officer, who knows numbers and must not see what was marked under them. */
    private static final Role[] STAFF = {
        Role.ORGANISER, Role.SCORER, Role.TIMEKEEPER, Role.SUPERVISOR, Role.HOST, Role.SCREEN_OPERATOR, Role.AUDITOR
    };

    private BoardAccess() {}

    /** Refuses whoever may not see the staff's board of that discipline. */
    static void mustSeeStaffBoard(Principal principal, StreamId contest, StreamId discipline) {
        boolean allowed = switch (principal) {
            case Principal.Anonymous ignored -> throw Problem.unauthorized();
            case Principal.Staff staff ->
                staff.has(contest, discipline, STAFF) && !staff.has(contest, discipline, Role.ENCRYPTION_OFFICER);
            case Principal.SeatHolder holder ->
                holder.role() == Role.CHIEF_JUDGE && holder.discipline().equals(discipline);
            case Principal.Contestant ignored -> false;
        };
        if (!allowed) {
            throw Problem.forbidden("the staff's board needs a duty in this discipline");
        }
    }
}
