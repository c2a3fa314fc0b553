package org.leitai.board.domain;

import java.util.Optional;

/** For whom a board is made. */
public enum Audience {
    PUBLIC("public"),
    /** People with a role in the contest; sees how far every sheet is, and no more of blind stages than the public. */
    STAFF("staff");

    private final String code;

    Audience(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Audience> ofCode(String code) {
        for (Audience audience : values()) {
            if (audience.code.equals(code)) {
                return Optional.of(audience);
            }
        }
        return Optional.empty();
    }
}
