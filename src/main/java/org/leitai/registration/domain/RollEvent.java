package org.leitai.registration.domain;

import java.util.List;
import java.util.UUID;
import org.leitai.kernel.Event;
import org.leitai.kernel.StreamId;

/** Facts of a contest's roll. */
public sealed interface RollEvent extends Event {
    record RollOpened(StreamId contest) implements RollEvent {}

    record UnitRegistered(Unit unit) implements RollEvent {}

    record EntrySubmitted(Entry.Application application) implements RollEvent {}

    record EntryApproved(UUID entry, String number) implements RollEvent {}

    record EntryRejected(UUID entry, String reason) implements RollEvent {}

    record EntryWithdrawn(UUID entry) implements RollEvent {}

    record EntryArrived(UUID entry) implements RollEvent {}

    record EntryCalled(UUID entry) implements RollEvent {}

    /**
     * An order of appearance.
     *
     * @param method how anybody repeats it, see {@link DrawOrder#METHOD}
     */
    record DrawHeld(StreamId discipline, String seed, String method, List<UUID> order) implements RollEvent {
        public DrawHeld {
            order = List.copyOf(order);
        }
    }

    record PersonErased(UUID person) implements RollEvent {}
}
