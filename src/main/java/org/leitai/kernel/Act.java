package org.leitai.kernel;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Who did something, with what, when, and under which key: the envelope of a command and of the events it causes.
 *
 * @param actor account, person or process that acts; {@link #NOBODY} when nobody is signed in
 * @param seat the judge's seat the act was made from, or {@link #NOBODY}
 * @param device the device's random id, or {@link #NOBODY}
 * @param actMicros the device's own time of the act, microseconds since 1970, already corrected by its measured offset; 0 when not stated
 * @param uncertaintyMicros half width of the interval in which the true time of the act lies; 0 when not stated
 * @param key unique per (stream, device); the same key with the same request is answered again, not done again
 */
public record Act(UUID actor, UUID seat, UUID device, long actMicros, long uncertaintyMicros, UUID key) {
    /** Stands for "none" in {@code actor}, {@code seat} and {@code device}: the database binds arrays without nulls. */
    public static final UUID NOBODY = new UUID(0, 0);

    /** An act by an account without seat or device time. */
    public static Act by(UUID actor, UUID device, UUID key) {
        return new Act(actor, NOBODY, device, 0, 0, key);
    }

    /** The same act's further step, on another stream or after the first: its key follows from this one, so a repetition repeats all. */
    public Act step(String name) {
        UUID next = UUID.nameUUIDFromBytes((key + "/" + name).getBytes(StandardCharsets.UTF_8));
        return new Act(actor, seat, device, actMicros, uncertaintyMicros, next);
    }
}
