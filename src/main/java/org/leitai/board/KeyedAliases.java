package org.leitai.board;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.leitai.board.domain.Aliases;
import org.leitai.board.domain.Audience;
import org.leitai.kernel.StreamId;
import org.leitai.platform.secret.InstallationKey;

/**
 * Aliases as keyed fingerprints: random to everyone without the installation's key, stable over restarts and moves of the keeper,
 * unrelated between disciplines, audiences and layers. Those asked for lately are kept: a fingerprint costs more than the rest of a
 * row. One thread at a time.
 */
final class KeyedAliases implements Aliases {
    private static final int BYTES = 10;
    private static final int MOST_KEPT = 2_000;

    private final InstallationKey key;
    private final String scope;
    private final Map<Asked, String> kept = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, String> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private record Asked(String layer, UUID entry) {}

    KeyedAliases(InstallationKey key, StreamId discipline, Audience audience) {
        this.key = key;
        this.scope = discipline + "|" + audience.code() + "|";
    }

    @Override
    public String of(String layer, UUID entry) {
        return kept.computeIfAbsent(new Asked(layer, entry), this::fingerprint);
    }

    private String fingerprint(Asked asked) {
        byte[] fingerprint = key.fingerprint("board-alias", scope + asked.layer + "|" + asked.entry);
        return HexFormat.of().formatHex(fingerprint, 0, BYTES);
    }
}
