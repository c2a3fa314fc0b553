package org.leitai.contest.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Command;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;

/** Wishes put to a contest's stream. */
public sealed interface ContestCommand extends Command {
    /**
     * Announces a contest, not yet public.
     *
     * @param roll the stream that will hold its registrations
     * @param office the union's place in the tree, such as {@code 370000/370800/370829}
     */
    record CreateContest(
            Title title, Level level, LocalDate firstDay, LocalDate lastDay, String office, String venue, StreamId roll)
            implements ContestCommand {}

    /**
     * Adds a discipline, whose own stream was opened before.
     *
     * @param code short and unique in the contest, such as {@code W}; entry numbers begin with it
     * @param rulebookHash of the rulebook in the discipline's stream, hex
     * @param divisions as the rulebook names them; empty when entries are not divided
     */
    record AddDiscipline(StreamId discipline, String code, Title title, String rulebookHash, List<Division> divisions)
            implements ContestCommand {}

    /** Lists the contest for everybody. */
    record PublishContest() implements ContestCommand {}

    /** Lets people apply by the public form. */
    record OpenRegistration() implements ContestCommand {}

    record CloseRegistration() implements ContestCommand {}

    /**
     * Appoints an account.
     *
     * @param discipline null for the whole contest
     */
    record GrantRole(
            UUID grant, UUID account, Role role, @Nullable StreamId discipline) implements ContestCommand {}

    /**
     * Hangs a wall board of a name, or gives it other content.
     *
     * @param number its place in its address, from 1
     * @param discipline what it shows; null for the contest's name and the time
     */
    record SetWall(int number, String name, @Nullable StreamId discipline) implements ContestCommand {}

    record RemoveWall(int number) implements ContestCommand {}

    record RevokeRole(UUID grant) implements ContestCommand {}
}
