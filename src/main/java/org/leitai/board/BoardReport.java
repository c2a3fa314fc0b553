package org.leitai.board;

import java.util.List;

/**
 * What a comparison of Redis with a fold of the ledger found.
 *
 * @param boards compared, two audiences a discipline
 * @param rows compared
 * @param absent boards that Redis does not hold now: it is a cache and they are written when their discipline is next kept
 */
public record BoardReport(int boards, long rows, int absent, List<Difference> differences) {
    public BoardReport {
        differences = List.copyOf(differences);
    }

    /**
     * One thing that is not as the ledger says.
     *
     * @param what one English sentence
     */
    public record Difference(String board, String what) {}

    /** Whether all that Redis holds is what the ledger says. */
    public boolean isClean() {
        return differences.isEmpty();
    }

    BoardReport plus(BoardReport other) {
        var all = new java.util.ArrayList<>(differences);
        all.addAll(other.differences);
        return new BoardReport(boards + other.boards, rows + other.rows, absent + other.absent, all);
    }
}
