package org.leitai.registration.domain;

import java.util.List;
import java.util.UUID;
import org.leitai.kernel.Command;
import org.leitai.kernel.StreamId;

/** Wishes put to a contest's roll. */
public sealed interface RollCommand extends Command {
    record OpenRoll(StreamId contest) implements RollCommand {}

    /** Adds units, all or none. */
    record RegisterUnits(List<Unit> units) implements RollCommand {
        public RegisterUnits {
            units = List.copyOf(units);
        }
    }

    /**
     * Puts entries on the roll, all or none.
     *
     * @param approve true when staff enters them: they need no second look
     */
    record SubmitEntries(List<Entry.Application> entries, boolean approve) implements RollCommand {
        public SubmitEntries {
            entries = List.copyOf(entries);
        }
    }

    record ApproveEntry(UUID entry) implements RollCommand {}

    /**
     * Turns an application down.
     *
     * @param reason from {@link RollDecider#REJECTIONS}; never free text, which could name somebody
     */
    record RejectEntry(UUID entry, String reason) implements RollCommand {}

    record WithdrawEntry(UUID entry) implements RollCommand {}

    /** The contestant has come to the venue with documents. */
    record RecordArrival(UUID entry) implements RollCommand {}

    /** The contestant stands in the call room, minutes before the start. */
    record RecordCall(UUID entry) implements RollCommand {}

    /**
     * Draws the order of appearance of a discipline's approved entries.
     *
     * @param seed any text made public, such as the figures of that day's lottery
     */
    record HoldDraw(StreamId discipline, String seed) implements RollCommand {}

    /** The person's data and key are to be destroyed. */
    record ErasePerson(UUID person) implements RollCommand {}
}
