package org.leitai.judging.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Act;

/**
 * A mark that counts for nothing until the chief decides: a second claim on a slot, or a late one.
 *
 * @param other key of the mark that counts meanwhile; null when there is none
 * @param late null for a second claim
 */
public record Claim(
        Slot slot,
        String value,
        @Nullable UUID other,
        @Nullable Lateness late,
        Act act,
        long recordedMicros,
        State state) {
    /** What became of it. */
    public enum State {
        OPEN,
        ACCEPTED,
        REJECTED,
        /** Replaced by its own author before anybody decided. */
        SUPERSEDED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    Claim become(State next) {
        return new Claim(slot, value, other, late, act, recordedMicros, next);
    }
}
