package org.leitai.judging.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * What the ledger holds of a sealed draw until it is opened: SHA-256(seed, then for each entry in ascending order of its id's text:
 * id {@code =} number and a line feed). The 32 random bytes of the seed keep it from being guessed.
 */
public final class Commitment {
    public static final int SEED_BYTES = 32;

    private Commitment() {}

    /** Lower-case hex of the commitment to those links. */
    public static String of(byte[] seed, List<Link> links) {
        MessageDigest digest = sha256();
        digest.update(seed);
        links.stream()
                .sorted(Comparator.comparing(link -> link.entry().toString()))
                .map(link -> link.entry() + "=" + link.number() + "\n")
                .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
