package org.leitai.kernel;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who stands behind a request, as established by its session; authorisation asks it, never the request's body. */
public sealed interface Principal {
    /** Nobody signed in. */
    record Anonymous() implements Principal {}

    /**
     * A member of staff.
     *
     * @param grants every role the account holds, each with its scope
     */
    record Staff(UUID account, UUID session, List<Grant> grants) implements Principal {
        public Staff {
            grants = List.copyOf(grants);
        }

        /** Whether one of these roles is held for that discipline of that contest (a wider scope counts). */
        public boolean has(StreamId contest, @Nullable StreamId discipline, Role... roles) {
            return grants.stream()
                    .anyMatch(grant ->
                            grant.covers(contest, discipline) && List.of(roles).contains(grant.role()));
        }

        /** Whether one of these roles is held for the whole installation. */
        public boolean hasEverywhere(Role... roles) {
            return grants.stream()
                    .anyMatch(grant -> grant.contest() == null && List.of(roles).contains(grant.role()));
        }
    }

    /**
     * A device that holds a judge's seat (judge, chief judge, scorer or timekeeper).
     *
     * @param person who fills the seat now
     */
    record SeatHolder(
            UUID seat, UUID person, UUID device, UUID session, StreamId contest, StreamId discipline, Role role)
            implements Principal {}

    /** A contestant, or a team's captain, signed in with entry number and code. */
    record Contestant(UUID entry, UUID session, StreamId contest, StreamId discipline) implements Principal {}

    /**
     * A role with its scope.
     *
     * @param contest null for the whole installation
     * @param discipline null for the whole contest
     */
    record Grant(
            Role role, @Nullable StreamId contest, @Nullable StreamId discipline) {
        boolean covers(StreamId wantedContest, @Nullable StreamId wantedDiscipline) {
            return contest == null
                    || (contest.equals(wantedContest) && (discipline == null || discipline.equals(wantedDiscipline)));
        }
    }
}
