package org.leitai.platform.gateway;

import org.leitai.kernel.StreamId;

/** A question to a stream that nobody opened. */
public final class UnknownStreamException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownStreamException(StreamId stream) {
        this("there is no stream " + stream);
    }

    /** With the words of the node that was asked. */
    public UnknownStreamException(String message) {
        super(message);
    }
}
