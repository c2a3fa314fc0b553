package org.leitai.platform.arena;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Act;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.ledger.Hash;

/** Which commands of a stream have been recorded, by device and key. One thread at a time. */
final class KnownKeys {
    private final Map<Key, Known> known = new HashMap<>();
    /** Nearly every command causes one event, of a few names: such lists are shared. */
    private final Map<String, List<String>> single = new HashMap<>();

    @Nullable Known get(Act act) {
        return known.get(Key.of(act));
    }

    void addAll(Map<Key, Known> commands) {
        known.putAll(commands);
    }

    /** One more event of a command; its parts follow one another. */
    void add(Act act, Hash request, long seq, long recordedMicros, String name) {
        known.merge(
                Key.of(act),
                new Known(request, seq, recordedMicros, single.computeIfAbsent(name, List::of)),
                KnownKeys::grown);
    }

    int size() {
        return known.size();
    }

    private static Known grown(Known before, Known part) {
        List<String> names = new ArrayList<>(before.names());
        names.addAll(part.names());
        return new Known(part.request(), part.seq(), part.recordedMicros(), List.copyOf(names));
    }

    /** A key belongs to the device that made it. */
    record Key(UUID device, UUID key) {
        static Key of(Act act) {
            return new Key(act.device(), act.key());
        }
    }

    /**
     * A recorded command.
     *
     * @param seq of its last event
     * @param names of its events, in order
     */
    record Known(Hash request, long seq, long recordedMicros, List<String> names) {
        Outcome.Committed again() {
            return new Outcome.Committed(seq, recordedMicros, names, true);
        }
    }
}
