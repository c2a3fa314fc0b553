package org.leitai.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A header: where each column stands. Unknown columns are refused, because a misspelt one would be silently ignored. */
final class Columns {
    private final String file;
    private final Map<String, Integer> at = new HashMap<>();

    private Columns(String file) {
        this.file = file;
    }

    static Columns of(String file, CsvReader.Line header, List<String> known, List<String> required) {
        var columns = new Columns(file);
        for (var i = 0; i < header.cells().size(); i++) {
            var name = header.cells().get(i).toLowerCase(Locale.ROOT);
            if (!known.contains(name)) {
                throw new InputError(
                        file,
                        header.number(),
                        name,
                        "unknown column; known: " + String.join(", ", known),
                        "未知列；可用：" + String.join("、", known));
            }
            if (columns.at.put(name, i) != null) {
                throw new InputError(file, header.number(), name, "the column stands twice", "此列重复");
            }
        }
        for (var name : required) {
            if (!columns.at.containsKey(name)) {
                throw new InputError(file, header.number(), name, "this column is missing", "缺少此列");
            }
        }
        return columns;
    }

    boolean has(String name) {
        return at.containsKey(name);
    }

    /** The cell, or an empty text if the column or the cell is not there. */
    String get(CsvReader.Line line, String name) {
        var index = at.get(name);
        return index == null || index >= line.cells().size() ? "" : line.cells().get(index);
    }

    InputError error(CsvReader.Line line, String column, String en, String zh) {
        return new InputError(file, line.number(), column, en, zh);
    }
}
