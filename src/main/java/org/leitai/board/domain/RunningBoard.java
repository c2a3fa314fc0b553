package org.leitai.board.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.domain.SheetId;
import org.leitai.kernel.doc.Doc;

/**
 * One audience's board, kept from change to change: what was touched is made anew, the rest stands. At every moment it holds what
 * {@link Board#of} makes from nothing; a mark costs the same in a field of ten and of a hundred thousand. One thread at a time.
 */
public final class RunningBoard {
    private final Audience audience;
    private final Aliases aliases;
    private final HeadPart head = new HeadPart();
    private final Map<String, BoardRow> rows = new HashMap<>();
    private final Map<String, TreeSet<BoardRow>> order = new TreeMap<>();
    private Map<String, Doc> whole = Map.of();
    private Map<String, Doc.Obj> window = Map.of();
    private Map<String, Doc.Obj> sheets = new LinkedHashMap<>();

    /**
     * What one step changed.
     *
     * @param members of a frame from the state before; empty when viewers would see no difference
     * @param rows ids of rows that are new, other or gone
     */
    public record Step(Optional<Map<String, Doc>> members, Set<String> rows) {}

    public RunningBoard(Audience audience, Aliases aliases) {
        this.audience = audience;
        this.aliases = aliases;
    }

    /** Brings the board up to a scene in which no more than that was touched. */
    public Step advance(Scene scene, Touched touched) {
        var disclosure = new Disclosure(scene, audience);
        boolean everything = touched.everything() || disclosure.showsAwards();
        var made = new Rows(scene, disclosure, aliases);
        Set<String> changed = everything ? replaceAll(made.all()) : replace(made, touched.entries());
        Map<String, Doc> wholeBefore = whole;
        Map<String, Doc.Obj> windowBefore = window;
        if (!changed.isEmpty()) {
            window = BoardRow.window(best(), Board.WINDOW, without(window, changed));
        }
        whole = Board.whole(head.of(scene, disclosure), scene, disclosure, aliases, window);
        Map<String, Doc.Obj> sheetsBefore = sheets;
        Map<String, Doc.Obj> sheetsNow = Map.of();
        if (audience == Audience.STAFF && everything) {
            sheets = Board.sheets(scene, disclosure);
            sheetsNow = sheets;
        } else if (audience == Audience.STAFF) {
            sheetsBefore = new LinkedHashMap<>();
            sheetsNow = touchSheets(scene, disclosure, touched.sheets(), sheetsBefore);
        }
        var before = new Content(wholeBefore, windowBefore, sheetsBefore);
        return new Step(new Content(whole, window, sheetsNow).since(before), changed);
    }

    /** All of it, as it stands; valid until the next step. */
    public Content content() {
        return new Content(whole, window, Collections.unmodifiableMap(sheets));
    }

    /** Every row, one division after the other, the best first. */
    public List<BoardRow> rows() {
        return order.values().stream().flatMap(TreeSet::stream).toList();
    }

    public @Nullable BoardRow row(String id) {
        return rows.get(id);
    }

    private Set<String> replaceAll(List<BoardRow> next) {
        var changed = new HashSet<String>();
        var gone = new HashSet<>(rows.keySet());
        for (BoardRow row : next) {
            gone.remove(row.id());
            put(row, changed);
        }
        gone.forEach(id -> remove(id, changed));
        return changed;
    }

    private Set<String> replace(Rows made, Set<UUID> entries) {
        var changed = new HashSet<String>();
        for (UUID entry : entries) {
            made.of(entry)
                    .ifPresentOrElse(
                            row -> put(row, changed), () -> remove(aliases.of(Board.ROW_LAYER, entry), changed));
        }
        return changed;
    }

    private void put(BoardRow row, Set<String> changed) {
        BoardRow before = rows.put(row.id(), row);
        if (row.equals(before)) {
            return;
        }
        changed.add(row.id());
        takeOut(before);
        order.computeIfAbsent(row.division(), ignored -> new TreeSet<>(BoardRow.BEST_FIRST))
                .add(row);
    }

    private void remove(String id, Set<String> changed) {
        BoardRow before = rows.remove(id);
        if (before != null) {
            changed.add(id);
            takeOut(before);
        }
    }

    private void takeOut(@Nullable BoardRow row) {
        TreeSet<BoardRow> division = row == null ? null : order.get(row.division());
        if (row != null && division != null) {
            division.remove(row);
        }
    }

    private static Map<String, Doc.Obj> without(Map<String, Doc.Obj> rows, Set<String> ids) {
        var rest = new HashMap<>(rows);
        rest.keySet().removeAll(ids);
        return rest;
    }

    /** One more of each division than the window holds: whether its last row shares a rank is seen from the next. */
    private List<BoardRow> best() {
        var best = new ArrayList<BoardRow>();
        order.values()
                .forEach(division -> division.stream().limit(Board.WINDOW + 1L).forEach(best::add));
        return best;
    }

    private Map<String, Doc.Obj> touchSheets(
            Scene scene, Disclosure disclosure, Set<SheetId> touched, Map<String, Doc.Obj> before) {
        var now = new LinkedHashMap<String, Doc.Obj>();
        for (SheetId id : touched) {
            scene.grid().cell(id).ifPresent(cell -> {
                String key = Board.sheetId(cell);
                Doc.Obj sheet = Board.sheet(scene, disclosure, cell);
                Doc.Obj known = sheets.put(key, sheet);
                if (known != null) {
                    before.put(key, known);
                }
                now.put(key, sheet);
            });
        }
        return now;
    }
}
