package org.leitai.platform.arena;

import java.util.UUID;
import org.leitai.kernel.StreamId;

/** Another node owns the stream now; the command is not recorded here. */
public final class MovedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UUID owner;

    public MovedException(StreamId stream, UUID owner) {
        super("stream " + stream + " is kept by node " + owner);
        this.owner = owner;
    }

    /** The node in the stream's head. */
    public UUID owner() {
        return owner;
    }
}
