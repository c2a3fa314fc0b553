package org.leitai.registration.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Orders that anybody can repeat: entries by ascending SHA-256 of {@code seed + ":" + entry id}, both as UTF-8 text. */
public final class DrawOrder {
    /** Recorded with each draw, so that a later way of drawing can be told apart. */
    public static final String METHOD = "sha256-order/1";

    private DrawOrder() {}

    /** The entries in drawn order; the order they are given in does not matter. */
    public static List<UUID> of(String seed, Collection<UUID> entries) {
        return entries.stream()
                .sorted(Comparator.comparing((UUID entry) -> ticket(seed, entry))
                        .thenComparing(UUID::toString))
                .toList();
    }

    private static String ticket(String seed, UUID entry) {
        return HexFormat.of().formatHex(sha256((seed + ":" + entry).getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
