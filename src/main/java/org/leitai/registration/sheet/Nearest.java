package org.leitai.registration.sheet;

import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.leitai.registration.domain.Unit;

/** The known word that was probably meant. */
final class Nearest {
    private Nearest() {}

    /** Null when even the nearest differs in more than a third of its characters (at least one may differ). */
    static @Nullable String of(String wanted, Collection<String> known) {
        String key = Unit.key(wanted);
        return known.stream()
                .filter(candidate -> near(key, Unit.key(candidate)))
                .min(Comparator.comparingInt((String candidate) -> distance(key, Unit.key(candidate)))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    private static boolean near(String key, String candidate) {
        return !key.isEmpty()
                && (distance(key, candidate) <= Math.max(1, candidate.length() / 3)
                        || candidate.contains(key)
                        || (candidate.length() >= 4 && key.contains(candidate)));
    }

    /** Levenshtein's distance. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int cost = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                int next = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + cost);
                diagonal = row[j];
                row[j] = next;
            }
        }
        return row[other.length()];
    }
}
