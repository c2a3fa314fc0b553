package org.leitai.registration.domain;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which number stands for which entry in a sealed stage, and the commitment that the ledger holds until two officers open it: SHA-256 of
 * the 32 bytes of the seed, then for each entry in ascending order of its id's text: id, {@code =}, number, line feed.
 */
public final class BlindNumbers {
    public static final int SEED_BYTES = 32;

    private BlindNumbers() {}

    /** Numbers from 1 in an order that only the seed's holder can know, as text of equal width (at least 2). */
    public static Map<UUID, String> draw(byte[] seed, Collection<UUID> entries) {
        return number(DrawOrder.of(HexFormat.of().formatHex(seed), entries));
    }

    /** Numbers from 1 in that order. */
    public static Map<UUID, String> number(List<UUID> order) {
        int width = Math.max(2, Integer.toString(order.size()).length());
        Map<UUID, String> numbers = new LinkedHashMap<>();
        for (int i = 0; i < order.size(); i++) {
            String digits = Integer.toString(i + 1);
            numbers.put(order.get(i), "0".repeat(width - digits.length()) + digits);
        }
        return numbers;
    }

    /** The commitment, hex. */
    public static String commitment(byte[] seed, Map<UUID, String> numbers) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(seed);
        List<UUID> entries = new ArrayList<>(numbers.keySet());
        entries.sort(Comparator.comparing(UUID::toString));
        for (UUID entry : entries) {
            bytes.writeBytes((entry + "=" + numbers.get(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(DrawOrder.sha256(bytes.toByteArray()));
    }
}
