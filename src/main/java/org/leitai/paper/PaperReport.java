package org.leitai.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * What scoring all evidence again found.
 *
 * @param chunks and their entries
 * @param differences one English sentence each
 */
public record PaperReport(int papers, int chunks, long entries, List<String> differences) {
    static final PaperReport EMPTY = new PaperReport(0, 0, 0, List.of());

    public PaperReport {
        differences = List.copyOf(differences);
    }

    /** Whether all evidence is there and still comes to what was recorded. */
    public boolean isClean() {
        return differences.isEmpty();
    }

    PaperReport plus(PaperReport other) {
        List<String> all = new ArrayList<>(differences);
        all.addAll(other.differences);
        return new PaperReport(papers + other.papers, chunks + other.chunks, entries + other.entries, all);
    }
}
