package org.leitai.platform.arena;

import java.util.UUID;
import org.leitai.kernel.Refusal;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.DocException;

/** The refusals that come from keepers themselves, whatever the kind of stream. */
public final class KeeperRefusals {
    private KeeperRefusals() {}

    /** The key was used before, by the same device, for another request. */
    public static Refusal keyReused(UUID key) {
        return Refusal.of("key-reused", "key " + key + " was used before for another request; use a new key");
    }

    /** Nobody opened that stream. */
    public static Refusal streamUnknown(StreamId stream) {
        return Refusal.of("stream-unknown", "there is no stream " + stream);
    }

    /** A text holds NUL or half a surrogate pair. */
    public static Refusal textNotStorable(DocException why) {
        return Refusal.of("text-not-storable", String.valueOf(why.getMessage())).with("field", why.field());
    }

    /** The database refuses the values of this very command. */
    public static Refusal notStorable(String sqlState) {
        return Refusal.of("not-storable", "the ledger refuses these values (" + sqlState + ")")
                .with("state", sqlState);
    }
}
