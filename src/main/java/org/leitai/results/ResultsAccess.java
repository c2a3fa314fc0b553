package org.leitai.results;

import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Principal;
import org.leitai.kernel.Principal.Contestant;
import org.leitai.kernel.Principal.SeatHolder;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.platform.http.Problem;

/** Who may do what with results. */
final class ResultsAccess {
    private ResultsAccess() {}

    static void mayLock(Principal principal, StreamId contest, StreamId discipline) {
        if (!staff(principal).has(contest, discipline, Role.ORGANISER, Role.SCORER)) {
            throw Problem.forbidden("results are locked by organisers and scorers");
        }
    }

    static void mayAnnounce(Principal principal, StreamId contest, StreamId discipline) {
        if (!staff(principal).has(contest, discipline, Role.ORGANISER, Role.HOST)) {
            throw Problem.forbidden("results are announced by organisers and the host");
        }
    }

    /**
     * As which officer somebody takes part in an opening.
     *
     * @param first the role of the officer who proposed it, or null
     */
    static Role officer(Principal principal, StreamId contest, StreamId discipline, @Nullable Role first) {
        Principal.Staff staff = staff(principal);
        boolean encryption = staff.has(contest, discipline, Role.ENCRYPTION_OFFICER);
        boolean supervisor = staff.has(contest, discipline, Role.SUPERVISOR);
        if (!encryption && !supervisor) {
            throw Problem.forbidden("identities are opened by an encryption officer and a supervisor");
        }
        boolean takesEncryption = encryption && (!supervisor || first != Role.ENCRYPTION_OFFICER);
        return takesEncryption ? Role.ENCRYPTION_OFFICER : Role.SUPERVISOR;
    }

    /**
     * After the announcement everybody; before it, once issued, staff and the chief.
     *
     * @param announced whether the results are public
     */
    static void maySeeResults(Principal principal, StreamId contest, StreamId discipline, boolean announced) {
        if (announced || isChief(principal, discipline)) {
            return;
        }
        if (!staff(principal)
                .has(contest, discipline, Role.ORGANISER, Role.SCORER, Role.SUPERVISOR, Role.AUDITOR, Role.HOST)) {
            throw Problem.forbidden("results are not announced yet");
        }
    }

    /** Why somebody got which score is shown to staff; contestants see their own. */
    static void maySeeExplanation(Principal principal, StreamId contest, StreamId discipline) {
        if (!isChief(principal, discipline)
                && !staff(principal)
                        .has(contest, discipline, Role.ORGANISER, Role.SCORER, Role.SUPERVISOR, Role.AUDITOR)) {
            throw Problem.forbidden("explanations of others' scores are for staff");
        }
    }

    static Contestant contestant(Principal principal) {
        return switch (principal) {
            case Contestant contestant -> contestant;
            case Principal.Anonymous ignored -> throw Problem.unauthorized();
            case Principal.Staff ignored -> throw Problem.forbidden("this is a contestant's own page");
            case SeatHolder ignored -> throw Problem.forbidden("this is a contestant's own page");
        };
    }

    private static boolean isChief(Principal principal, StreamId discipline) {
        return principal instanceof SeatHolder holder
                && holder.role() == Role.CHIEF_JUDGE
                && holder.discipline().equals(discipline);
    }

    private static Principal.Staff staff(Principal principal) {
        return switch (principal) {
            case Principal.Staff staff -> staff;
            case Principal.Anonymous ignored -> throw Problem.unauthorized();
            case SeatHolder ignored -> throw Problem.forbidden("a judge's seat cannot do this; sign in as staff");
            case Contestant ignored -> throw Problem.forbidden("a contestant cannot do this; sign in as staff");
        };
    }
}
