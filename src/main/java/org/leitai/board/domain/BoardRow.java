package org.leitai.board.domain;

import java.util.ArrayList;
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

    /** The best rows of each division with their ranks counted (1-2-2-4), as members of a frame by id. */
    public static Map<String, Doc.Obj> window(List<BoardRow> rows, int perDivision) {
        var divisions = new TreeMap<String, List<BoardRow>>();
        rows.forEach(row -> divisions
                .computeIfAbsent(row.division, ignored -> new ArrayList<>())
                .add(row));
        var window = new LinkedHashMap<String, Doc.Obj>();
        divisions.values().forEach(division -> best(division, perDivision, window));
        return window;
    }

    private static void best(List<BoardRow> division, int most, Map<String, Doc.Obj> window) {
        division.sort(java.util.Comparator.comparing(BoardRow::key).thenComparing(BoardRow::id));
        int better = 0;
        for (int i = 0; i < Math.min(most, division.size()); i++) {
            BoardRow row = division.get(i);
            if (i > 0 && !division.get(i - 1).key.equals(row.key)) {
                better = i;
            }
            boolean shared = sameKey(division, i, i - 1) || sameKey(division, i, i + 1);
            window.put(row.id, row.placed(better + 1L, shared));
        }
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
        var members = new LinkedHashMap<>(body.fields());
        members.put("rank", new Doc.Int(rank));
        members.put("shared", new Doc.Bool(shared));
        return new Doc.Obj(members);
    }
}
