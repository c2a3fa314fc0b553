package org.leitai.results;

import java.util.ArrayList;
import java.util.List;

/**
 * What a comparison of published results with a new fold of the ledger found.
 *
 * @param records that were issued
 * @param rows compared
 * @param differences one English sentence each
 */
public record PublishedReport(int records, long rows, List<String> differences) {
    static final PublishedReport EMPTY = new PublishedReport(0, 0, List.of());

    public PublishedReport {
        differences = List.copyOf(differences);
    }

    /** Whether the ledger still gives what was published. */
    public boolean isClean() {
        return differences.isEmpty();
    }

    PublishedReport plus(PublishedReport other) {
        List<String> all = new ArrayList<>(differences);
        all.addAll(other.differences);
        return new PublishedReport(records + other.records, rows + other.rows, all);
    }
}
