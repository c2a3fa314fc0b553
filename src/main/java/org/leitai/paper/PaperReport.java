package org.leitai.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * What scoring all evidence again, and comparing boards in Redis with it, found.
 *
 * @param chunks and their entries
 * @param rows of boards in Redis that were compared; none of a board that Redis does not hold
 * @param differences one English sentence each
 */
public record PaperReport(int papers, int chunks, long entries, long rows, List<String> differences) {
    static final PaperReport EMPTY = new PaperReport(0, 0, 0, 0, List.of());

    public PaperReport {
        differences = List.copyOf(differences);
    }

    /** Whether all evidence is there and still comes to what was recorded, and Redis holds the same. */
    public boolean isClean() {
        return differences.isEmpty();
    }

    PaperReport plus(PaperReport other) {
        List<String> all = new ArrayList<>(differences);
        all.addAll(other.differences);
        return new PaperReport(
                papers + other.papers, chunks + other.chunks, entries + other.entries, rows + other.rows, all);
    }
}
