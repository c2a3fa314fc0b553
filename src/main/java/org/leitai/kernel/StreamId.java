package org.leitai.kernel;

import java.util.UUID;

/** The identity of one stream of the ledger: a UUIDv7, so that ids sort by creation. */
public record StreamId(UUID value) {
    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static StreamId parse(String text) {
        return new StreamId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
