package org.leitai.cli;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.leitai.rulebook.tree.Canonical;

/**
 * Named columns and rows of texts, printed as an aligned table, CSV or JSON.
 *
 * @param keys column names for programs
 * @param titles column names for people
 */
record Grid(List<String> keys, List<String> titles, List<List<String>> rows) {
    String table() {
        var widths = new ArrayList<Integer>();
        for (var column = 0; column < keys.size(); column++) {
            var at = column;
            var widest = rows.stream().mapToInt(row -> width(row.get(at))).max().orElse(0);
            widths.add(Math.max(width(titles.get(column)), widest));
        }
        var out = new StringBuilder();
        line(out, titles, widths);
        rows.forEach(row -> line(out, row, widths));
        return out.toString();
    }

    private static void line(StringBuilder out, List<String> cells, List<Integer> widths) {
        for (var i = 0; i < cells.size(); i++) {
            out.append(cells.get(i));
            if (i + 1 < cells.size()) {
                out.append(" ".repeat(widths.get(i) - width(cells.get(i)) + 2));
            }
        }
        out.append('\n');
    }

    /** Columns a text takes in a terminal: Chinese characters take two. */
    private static int width(String text) {
        return text.codePoints().map(c -> c >= 0x2E80 && c < 0xFFE0 ? 2 : 1).sum();
    }

    String csv() {
        var out = new StringBuilder(String.join(",", keys)).append('\n');
        rows.forEach(row ->
                out.append(row.stream().map(Grid::cell).collect(joining(","))).append('\n'));
        return out.toString();
    }

    private static String cell(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    /** A list of objects; numbers stay texts so that no reader rounds them. */
    String json() {
        return rows.stream().map(this::object).collect(joining(",\n  ", "[\n  ", "\n]\n"));
    }

    private String object(List<String> row) {
        var fields = new ArrayList<String>();
        for (var i = 0; i < keys.size(); i++) {
            fields.add(
                    Canonical.quote(keys.get(i)) + ":" + (row.get(i).isEmpty() ? "null" : Canonical.quote(row.get(i))));
        }
        return fields.stream().collect(joining(",", "{", "}"));
    }
}
