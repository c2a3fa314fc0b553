package org.leitai.contest.domain;

import org.jspecify.annotations.Nullable;

/** Which union announces a contest: the rungs of the ladder. */
public enum Level {
    COUNTY("county"),
    CITY("city"),
    PROVINCE("province"),
    NATION("nation");

    private final String code;

    Level(String code) {
        this.code = code;
    }

    /** The stable name in events and contract. */
    public String code() {
        return code;
    }

    /** The level of that code, or null when there is none. */
    public static @Nullable Level find(String code) {
        for (Level level : values()) {
            if (level.code.equals(code)) {
                return level;
            }
        }
        return null;
    }

    /**
     * The level of that code.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Level ofCode(String code) {
        Level level = find(code);
        if (level == null) {
            throw new IllegalArgumentException("unknown level: " + code);
        }
        return level;
    }
}
