package org.leitai.registration.domain;

import java.util.List;
import java.util.UUID;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;

/**
 * A contestant, team or project in one discipline.
 *
 * @param number entry number such as {@code W-017}, given at approval; empty before
 * @param arrivedMicros recorded time of arrival, 0 before
 * @param calledMicros recorded time in the call room, 0 before
 */
public record Entry(Application application, Status status, String number, long arrivedMicros, long calledMicros) {

    /** Where an entry stands on its way in. */
    public enum Status {
        APPLIED("applied"),
        APPROVED("approved"),
        REJECTED("rejected"),
        WITHDRAWN("withdrawn");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        /** The stable name in the contract. */
        public String code() {
            return code;
        }
    }

    /**
     * What was applied for.
     *
     * @param code of the discipline; the entry number begins with it
     * @param division id in the rulebook; empty when it has none
     * @param team id under which the team's own name is kept, {@link Act#NOBODY} for an individual
     * @param consent version of the words that were agreed to; empty when staff registered the entry from signed paper
     */
    public record Application(
            UUID entry,
            StreamId discipline,
            String code,
            String division,
            UUID unit,
            String delegation,
            UUID team,
            List<Member> members,
            String consent) {
        public Application {
            members = List.copyOf(members);
        }

        public boolean isTeam() {
            return !team.equals(Act.NOBODY);
        }
    }

    public UUID id() {
        return application.entry();
    }

    static Entry applied(Application application) {
        return new Entry(application, Status.APPLIED, "", 0, 0);
    }

    Entry approved(String given) {
        return new Entry(application, Status.APPROVED, given, arrivedMicros, calledMicros);
    }

    Entry status(Status now) {
        return new Entry(application, now, number, arrivedMicros, calledMicros);
    }

    Entry arrived(long micros) {
        return new Entry(application, status, number, micros, calledMicros);
    }

    Entry called(long micros) {
        return new Entry(application, status, number, arrivedMicros, micros);
    }
}
