package org.leitai.platform.gateway;

import java.util.List;
import java.util.UUID;
import org.leitai.kernel.StreamId;

/** Which node should keep a stream. A wish, not a lock: the ledger's head decides. Safe on any thread. */
public interface Placement {
    UUID self();

    /** All nodes, the one that should keep the stream first; the same on every node that sees the same members. */
    List<UUID> candidates(StreamId stream);

    boolean isMember(UUID node);

    /** A node, this one perhaps, was found unable to keep a stream; it is no candidate for it from now on. */
    default void cannotKeep(StreamId stream, UUID node) {}

    /** Called, on any thread, whenever nodes have come or gone. */
    void onChange(Runnable listener);

    default boolean isMine(StreamId stream) {
        return candidates(stream).getFirst().equals(self());
    }

    /** A node alone. */
    static Placement alone(UUID self) {
        return new Placement() {
            @Override
            public UUID self() {
                return self;
            }

            @Override
            public List<UUID> candidates(StreamId stream) {
                return List.of(self);
            }

            @Override
            public boolean isMember(UUID node) {
                return node.equals(self);
            }

            @Override
            public void onChange(Runnable listener) {
                // Nothing ever changes.
            }
        };
    }
}
