package org.leitai.platform.bus;

import java.util.UUID;
import org.leitai.kernel.StreamId;

/**
 * Every address on the event bus. Each begins with the ledger's id, so that a foreign installation on the same bus is never
 * heard.
 */
public record Addresses(UUID ledger) {
    /** Frames of one discipline's boards, published; one consumer a node. */
    public String board(StreamId discipline) {
        return address("board", discipline.value());
    }

    /** Names of people in a contest have changed, published without a body. */
    public String names(StreamId contest) {
        return address("names", contest.value());
    }

    /** A node that is going to stop, published to all. */
    public String departures() {
        return address("departures", ledger);
    }

    /** Whether one node is reached by another, sent. */
    public String probe(UUID node) {
        return address("probe", node);
    }

    /** A node that cannot read a stream, published to all. */
    public String unreadable() {
        return address("unreadable", ledger);
    }

    /** Commands and questions to the keepers of one node, sent. */
    public String keepers(UUID node) {
        return address("keepers", node);
    }

    private String address(String subject, UUID of) {
        return "leitai." + ledger + "." + subject + "." + of;
    }
}
