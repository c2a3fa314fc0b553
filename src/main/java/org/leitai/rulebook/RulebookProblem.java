package org.leitai.rulebook;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a rulebook, where, and what would help.
 *
 * @param line counted from 1
 * @param column counted from 1
 * @param path where in the tree, such as {@code stages[0].criteria[1].aspects[2].max}
 * @param code for programs, kebab-case
 * @param suggestion the known name that was probably meant, or null
 */
public record RulebookProblem(
        int line,
        int column,
        String path,
        String code,
        Severity severity,
        Text message,
        @Nullable String suggestion) {
    /** An error keeps the rulebook from being used, a warning does not. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
