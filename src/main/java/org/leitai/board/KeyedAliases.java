package org.leitai.board;

import java.util.HexFormat;
import java.util.UUID;
import org.leitai.board.domain.Aliases;
import org.leitai.board.domain.Audience;
import org.leitai.kernel.StreamId;
import org.leitai.platform.secret.InstallationKey;

/**
 * Aliases as keyed fingerprints: random to everyone without the installation's key, stable over restarts and moves of the keeper,
 * unrelated between disciplines, audiences and layers.
 */
final class KeyedAliases implements Aliases {
    private static final int BYTES = 10;

    private final InstallationKey key;
    private final String scope;

    KeyedAliases(InstallationKey key, StreamId discipline, Audience audience) {
        this.key = key;
        this.scope = discipline + "|" + audience.code() + "|";
    }

    @Override
    public String of(String layer, UUID entry) {
        byte[] fingerprint = key.fingerprint("board-alias", scope + layer + "|" + entry);
        return HexFormat.of().formatHex(fingerprint, 0, BYTES);
    }
}
