package org.leitai.board.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.leitai.kernel.doc.Doc;

/**
 * A row as an audience may see it, with the key that orders it. The rank is not part of it: it is counted among the rows shown.
 *
 * @param key see {@link RankKey}
 * @param body the row's members but {@code rank} and {@code shared}
 */
public record BoardRow(String id, String division, String key, Doc.Obj body) {
    static final Comparator<BoardRow> BEST_FIRST =
            Comparator.comparing(BoardRow::key).thenComparing(BoardRow::id);

    /**
     * The best rows of each division with their ranks counted (1-2-2-4), as members of a frame by id.
     *
     * @param known rows as they stood in an earlier window, of those that are still the same but perhaps for their places
     */
    public static Map<String, Doc.Obj> window(List<BoardRow> rows, int perDivision, Map<String, Doc.Obj> known) {
        var divisions = new TreeMap<String, List<BoardRow>>();
        rows.forEach(row -> divisions
                .computeIfAbsent(row.division, ignored -> new ArrayList<>())
                .add(row));
        var window = new LinkedHashMap<String, Doc.Obj>();
        divisions.values().forEach(division -> best(division, perDivision, known, window));
        return window;
    }

    private static void best(
            List<BoardRow> division, int most, Map<String, Doc.Obj> known, Map<String, Doc.Obj> window) {
        division.sort(BEST_FIRST);
        int better = 0;
        for (int i = 0; i < Math.min(most, division.size()); i++) {
            BoardRow row = division.get(i);
            if (i > 0 && !division.get(i - 1).key.equals(row.key)) {
                better = i;
            }
            boolean shared = sameKey(division, i, i - 1) || sameKey(division, i, i + 1);
            Doc.Obj before = known.get(row.id);
            window.put(
                    row.id,
                    before != null && isPlaced(before, better + 1L, shared) ? before : row.placed(better + 1L, shared));
        }
    }

    private static boolean isPlaced(Doc.Obj row, long rank, boolean shared) {
        return row.integer("rank", 0) == rank && row.bool("shared", false) == shared;
    }

    private static boolean sameKey(List<BoardRow> division, int one, int other) {
        return other >= 0 && other < division.size() && division.get(one).key.equals(division.get(other).key);
    }

    /** The row with its place; without one when it is not ranked. */
    public Doc.Obj placed(long rank, boolean shared) {
        return RankKey.isRanked(key) ? placed(body, rank, shared) : body;
    }

    /** A stored row with a place that was counted when it was read. */
    public static Doc.Obj placed(Doc.Obj body, long rank, boolean shared) {
        return Doc.obj(body).put("rank", rank).put("shared", shared).build();
    }
}
