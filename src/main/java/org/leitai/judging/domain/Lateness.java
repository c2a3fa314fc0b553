package org.leitai.judging.domain;

/** Why a mark that arrives after signing or closing is not simply refused. */
public enum Lateness {
    /** Made before the sheet was signed, or before the stage was closed, beyond its uncertainty. */
    MADE_BEFORE("made-before"),
    /** The uncertainty of its time spans the limit: a person decides. */
    UNCERTAIN("uncertain");

    private final String code;

    Lateness(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Throws {@link IllegalArgumentException} when none has that code. */
    public static Lateness ofCode(String code) {
        for (Lateness lateness : values()) {
            if (lateness.code.equals(code)) {
                return lateness;
            }
        }
        throw new IllegalArgumentException("unknown lateness: " + code);
    }
}
