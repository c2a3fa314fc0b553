package org.leitai.judging.domain;

import java.util.Locale;

/** Who is asked to sign a sheet beside its judge. */
public enum Cosigner {
    /** A second judge of the discipline. */
    JUDGE,
    /** The contestant, or the captain of a team. */
    CONTESTANT,
    CHIEF;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Fails with {@link IllegalArgumentException} for other codes. */
    public static Cosigner ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
