package org.leitai.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leitai.kernel.StreamId;
import org.leitai.paper.domain.Sums;
import org.leitai.platform.redis.RankedBoards;
import org.leitai.platform.redis.RankedPage;
import org.leitai.platform.redis.RankedRow;

/** Compares what Redis holds of a paper's board with what the ledger recorded: every row, its place, and that there are no others. */
final class PaperRedisComparison {
    private static final int PAGE_ROWS = 500;
    /** More say nothing new: the board is written anew from the ledger in any case. */
    private static final int MOST_DIFFERENCES = 100;

    private final RankedBoards ranked;

    PaperRedisComparison(RankedBoards ranked) {
        this.ranked = ranked;
    }

    /** Blocks; a board that Redis does not hold is no difference: it is a cache. */
    PaperReport compare(StreamId paper, List<Sums> chunks) {
        String board = PaperBoard.name(paper);
        if (chunks.isEmpty() || ranked.position(board).await().isEmpty()) {
            return PaperReport.EMPTY;
        }
        Map<String, RankedRow> expected = new HashMap<>();
        chunks.forEach(sums -> PaperBoard.rows(sums).forEach(row -> expected.put(row.id(), row)));
        String[] keys = expected.values().stream().map(RankedRow::key).sorted().toArray(String[]::new);
        List<String> differences = new ArrayList<>();
        long found = 0;
        List<RankedPage.Place> page;
        do {
            page = ranked.page(board, PaperRoutes.ALL, found, PAGE_ROWS)
                    .await()
                    .map(RankedPage::rows)
                    .orElse(List.of());
            for (RankedPage.Place place : page) {
                RankedRow row = expected.get(place.id());
                if ((row == null || !isSame(row, place, keys)) && differences.size() < MOST_DIFFERENCES) {
                    differences.add("paper " + paper + ": number " + place.id()
                            + (row == null ? " is in Redis and not in the ledger" : " differs in Redis"));
                }
            }
            found += page.size();
        } while (page.size() == PAGE_ROWS);
        if (found != expected.size()) {
            differences.add("paper " + paper + ": Redis holds " + found + " rows, the ledger says " + expected.size());
        }
        return new PaperReport(0, 0, 0, found, differences);
    }

    private static boolean isSame(RankedRow row, RankedPage.Place place, String[] keys) {
        int first = first(keys, row.key());
        return row.body().equals(place.body())
                && place.better() == first
                && place.equal() == first(keys, row.key() + '\0') - first;
    }

    /** How many keys come before that text. */
    private static int first(String[] keys, String key) {
        int at = Arrays.binarySearch(keys, key);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && keys[at - 1].equals(key)) {
            at--;
        }
        return at;
    }
}
