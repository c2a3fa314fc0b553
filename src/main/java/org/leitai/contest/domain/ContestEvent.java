package org.leitai.contest.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Event;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;

/** Facts of a contest's stream. */
public sealed interface ContestEvent extends Event {
    record ContestCreated(
            Title title, Level level, LocalDate firstDay, LocalDate lastDay, String office, String venue, StreamId roll)
            implements ContestEvent {}

    record DisciplineAdded(StreamId discipline, String code, Title title, String rulebookHash, List<Division> divisions)
            implements ContestEvent {}

    record ContestPublished() implements ContestEvent {}

    record RegistrationOpened() implements ContestEvent {}

    record RegistrationClosed() implements ContestEvent {}

    record RoleGranted(
            UUID grant, UUID account, Role role, @Nullable StreamId discipline) implements ContestEvent {}

    record WallSet(int number, String name, @Nullable StreamId discipline) implements ContestEvent {}

    record WallRemoved(int number) implements ContestEvent {}

    record RoleRevoked(UUID grant) implements ContestEvent {}
}
