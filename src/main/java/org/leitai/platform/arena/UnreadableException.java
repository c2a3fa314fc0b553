package org.leitai.platform.arena;

import org.leitai.kernel.StreamId;
import org.leitai.platform.gateway.UnavailableException;

/** A newer program wrote events of this stream; another node may be able to read them. */
public final class UnreadableException extends UnavailableException {
    private static final long serialVersionUID = 1L;
    private static final int RETRY_AFTER_SECONDS = 30;

    public UnreadableException(StreamId stream, String why) {
        super("stream " + stream + " cannot be read here: " + why, RETRY_AFTER_SECONDS);
    }
}
