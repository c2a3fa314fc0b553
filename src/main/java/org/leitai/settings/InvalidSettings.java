package org.leitai.settings;

import java.util.List;

/** Settings are wrong; the message names each of them, what it is and what it should be, in one line. */
public final class InvalidSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidSettings(List<String> problems) {
        super(String.join("; ", problems));
    }
}
