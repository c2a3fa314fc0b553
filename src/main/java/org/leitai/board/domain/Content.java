package org.leitai.board.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leitai.kernel.doc.Doc;

/**
 * What one audience sees at one moment.
 *
 * @param whole parts that change as a whole, such as {@code head} and {@code now}
 * @param rows by alias, in order of the board; the window only
 * @param sheets by id
 */
public record Content(Map<String, Doc> whole, Map<String, Doc.Obj> rows, Map<String, Doc.Obj> sheets) {
    public static final Content NOTHING = new Content(Map.of(), Map.of(), Map.of());

    /** All of it, as members of a frame. */
    public Map<String, Doc> all() {
        var members = new LinkedHashMap<>(whole);
        members.put("rows", new Doc.Arr(List.copyOf(rows.values())));
        if (!sheets.isEmpty()) {
            members.put("sheets", new Doc.Arr(List.copyOf(sheets.values())));
        }
        return members;
    }

    /** What is different from an earlier content, as members of a frame; empty when nothing is. */
    public Optional<Map<String, Doc>> since(Content earlier) {
        var members = new LinkedHashMap<String, Doc>();
        whole.forEach((name, part) -> {
            if (!part.equals(earlier.whole.get(name))) {
                members.put(name, part);
            }
        });
        var gone = new ArrayList<Doc>();
        items(members, gone, "rows", rows, earlier.rows);
        items(members, gone, "sheets", sheets, earlier.sheets);
        if (!gone.isEmpty()) {
            members.put("gone", new Doc.Arr(gone));
        }
        return members.isEmpty() ? Optional.empty() : Optional.of(members);
    }

    @SuppressWarnings("ReferenceEquality") // the same map says the same, without looking into it
    private static void items(
            Map<String, Doc> members,
            List<Doc> gone,
            String name,
            Map<String, Doc.Obj> now,
            Map<String, Doc.Obj> earlier) {
        if (now == earlier) {
            return;
        }
        List<Doc> changed = new ArrayList<>();
        now.forEach((id, item) -> {
            if (!item.equals(earlier.get(id))) {
                changed.add(item);
            }
        });
        earlier.keySet().stream().filter(id -> !now.containsKey(id)).forEach(id -> gone.add(new Doc.Text(id)));
        if (!changed.isEmpty()) {
            members.put(name, new Doc.Arr(changed));
        }
    }
}
