package org.leitai.registration;

import io.vertx.core.Future;
import java.util.UUID;
import org.leitai.kernel.StreamId;

/** Makes the codes that contestants sign in with; sign-in belongs to another room. */
@FunctionalInterface
public interface EntryCodes {
    /** A new code in place of an older one; it can be read this once. */
    Future<String> issue(StreamId contest, StreamId discipline, UUID entry, String number);
}
