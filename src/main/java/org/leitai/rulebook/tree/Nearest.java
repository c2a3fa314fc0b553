package org.leitai.rulebook.tree;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known name that was probably meant. */
public final class Nearest {
    private static final int MAX_CHARS = 40;

    private Nearest() {}

    /** The closest name within a third of its letters (at least two), or empty. */
    public static Optional<String> of(String given, Collection<String> known) {
        if (given.length() > MAX_CHARS) {
            return Optional.empty();
        }
        return known.stream()
                .filter(name -> distance(given, name) <= Math.max(2, name.length() / 3))
                .min(Comparator.comparingInt((String name) -> distance(given, name))
                        .thenComparing(name -> name));
    }

    /** Levenshtein distance, one row at a time. */
    static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
