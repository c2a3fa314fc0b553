package org.leitai.platform.arena;

import java.util.UUID;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;

/** Another node owns the stream now; the command is not recorded here. */
public final class MovedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UUID owner;

    public MovedException(StreamId stream, UUID owner) {
        super("stream " + stream + " is kept by node " + owner);
        this.owner = owner;
    }

    /** Let go before the command was recorded; nobody has taken it yet. */
    public MovedException(StreamId stream) {
        super("stream " + stream + " is being moved");
        this.owner = Act.NOBODY;
    }

    /** The node in the stream's head, or {@link Act#NOBODY}. */
    public UUID owner() {
        return owner;
    }
}
