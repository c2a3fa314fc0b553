package org.leitai.platform.live;

import java.util.UUID;

/**
 * One keeper's writing of a board. Frames of one epoch are ordered by {@code seq}; frames of two epochs never mix.
 *
 * @param ledger the installation's ledger
 * @param term ownership term of the stream's head: a higher one is a later owner
 * @param turn what changed beside the ledger (such as names) since the owner loaded the stream; "0" at first
 */
public record Epoch(UUID ledger, long term, String turn) {
    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when the text is not {@code <ledger>.<term>.<turn>}
     */
    public static Epoch parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3 || parts[2].isEmpty()) {
            throw new IllegalArgumentException("not an epoch: " + text);
        }
        return new Epoch(UUID.fromString(parts[0]), Long.parseLong(parts[1]), parts[2]);
    }

    /** Whether frames of this epoch come from an owner that has been replaced by the other's. */
    public boolean isBefore(Epoch other) {
        return ledger.equals(other.ledger) && term < other.term;
    }

    @Override
    public String toString() {
        return ledger + "." + term + "." + turn;
    }
}
