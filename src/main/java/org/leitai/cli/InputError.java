package org.leitai.cli;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Bad input at a place: file, line and column name (or number). Its message is one line in both languages. */
final class InputError extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    InputError(String file, int line, @Nullable String column, String en, String zh) {
        super(file + ":" + line + (column == null ? "" : ", column " + column) + ": " + en + "（" + zh + "）");
    }
}
