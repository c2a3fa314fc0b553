package org.leitai.platform.embedded;

import org.jspecify.annotations.Nullable;

/** A server cannot run here. The message is one line for the person at the keyboard: what is wrong and what to do. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
