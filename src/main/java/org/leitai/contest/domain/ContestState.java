package org.leitai.contest.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What a contest is now.
 *
 * @param about null before it is created
 */
public record ContestState(
        StreamId id,
        @Nullable About about,
        PVector<Discipline> disciplines,
        boolean published,
        boolean registrationOpen,
        PMap<UUID, Appointment> appointments,
        PMap<Integer, Wall> walls) {

    /** What was announced. */
    public record About(
            Title title,
            Level level,
            LocalDate firstDay,
            LocalDate lastDay,
            String office,
            String venue,
            StreamId roll) {}

    /** One thing competed in. */
    public record Discipline(StreamId id, String code, Title title, String rulebookHash, List<Division> divisions) {}

    /** A role held by an account. */
    public record Appointment(
            UUID account, Role role, @Nullable StreamId discipline) {}

    /**
     * A wall board.
     *
     * @param discipline null while it shows the contest's name and the time
     */
    public record Wall(String name, @Nullable StreamId discipline) {}

    static ContestState before(StreamId id) {
        return new ContestState(
                id, null, TreePVector.empty(), false, false, HashTreePMap.empty(), HashTreePMap.empty());
    }

    ContestState about(About created) {
        return new ContestState(id, created, disciplines, published, registrationOpen, appointments, walls);
    }

    ContestState with(Discipline discipline) {
        return new ContestState(
                id, about, disciplines.plus(discipline), published, registrationOpen, appointments, walls);
    }

    ContestState listed() {
        return new ContestState(id, about, disciplines, true, registrationOpen, appointments, walls);
    }

    ContestState registration(boolean open) {
        return new ContestState(id, about, disciplines, published, open, appointments, walls);
    }

    ContestState appointments(PMap<UUID, Appointment> held) {
        return new ContestState(id, about, disciplines, published, registrationOpen, held, walls);
    }

    ContestState walls(PMap<Integer, Wall> hung) {
        return new ContestState(id, about, disciplines, published, registrationOpen, appointments, hung);
    }

    /** The discipline with that id, or null. */
    public @Nullable Discipline discipline(StreamId wanted) {
        return disciplines.stream()
                .filter(discipline -> discipline.id().equals(wanted))
                .findFirst()
                .orElse(null);
    }
}
