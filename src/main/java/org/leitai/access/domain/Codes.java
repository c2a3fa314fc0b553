package org.leitai.access.domain;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The 8 characters on a seat card or a contestant's slip, and the 4-digit PIN. */
public final class Codes {
    /** Without 0 O 1 I L, which people confuse: 31 characters, so 8 of them carry 39.6 bits. */
    public static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 8;
    private static final int PINS = 10_000;

    private Codes() {}

    /** A fresh code; the generator must be a secure one. */
    public static String code(RandomGenerator random) {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, i) -> text.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString();
    }

    /** A fresh PIN of four digits. */
    public static String pin(RandomGenerator random) {
        return String.format(Locale.ROOT, "%04d", random.nextInt(PINS));
    }

    /** The code as typed (spaces, hyphens, small letters allowed) in its stored form, or null when it cannot be one. */
    public static @Nullable String normalise(String typed) {
        String code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        boolean known = code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return known && code.length() == LENGTH ? code : null;
    }
}
