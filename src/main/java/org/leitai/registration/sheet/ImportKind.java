package org.leitai.registration.sheet;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is imported. */
public enum ImportKind {
    UNITS("units", Set.of(Column.UNIT, Column.DELEGATION)),
    ENTRIES("entries", Set.of(Column.NAME, Column.UNIT)),
    THEORY("theory", Set.of(Column.NUMBER, Column.SCORE));

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<Column> required;

    ImportKind(String code, Set<Column> required) {
        this.code = code;
        this.required = required;
    }

    public String code() {
        return code;
    }

    Set<Column> required() {
        return required;
    }

    /** Null when there is none of that code. */
    public static @Nullable ImportKind find(String code) {
        for (ImportKind kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        return null;
    }
}
