package org.leitai.cli;

import static java.util.stream.Collectors.joining;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.leitai.rulebook.tree.Canonical;

/**
 * Named columns and rows of texts, printed row by row as an aligned table, CSV or JSON: hundreds of thousands of rows are
 * never one text.
 *
 * @param keys column names for programs
 * @param titles column names for people
 */
record Grid(List<String> keys, List<String> titles, List<List<String>> rows) {
    void table(PrintWriter out) {
        var widths = new int[titles.size()];
        widen(widths, titles);
        rows.forEach(row -> widen(widths, row));
        line(out, titles, widths);
        rows.forEach(row -> line(out, row, widths));
    }

    private static void widen(int[] widths, List<String> cells) {
        for (var i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], width(cells.get(i)));
        }
    }

    private static void line(PrintWriter out, List<String> cells, int[] widths) {
        for (var i = 0; i < cells.size(); i++) {
            out.append(cells.get(i));
            if (i + 1 < cells.size()) {
                out.append(" ".repeat(widths[i] - width(cells.get(i)) + 2));
            }
        }
        out.append('\n');
    }

    /** Columns a text takes in a terminal: Chinese characters take two. */
    private static int width(String text) {
        return text.codePoints().map(c -> c >= 0x2E80 && c < 0xFFE0 ? 2 : 1).sum();
    }

    void csv(PrintWriter out) {
        out.append(String.join(",", keys)).append('\n');
        rows.forEach(row ->
                out.append(row.stream().map(Grid::cell).collect(joining(","))).append('\n'));
    }

    private static String cell(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    /** A list of objects; numbers stay texts so that no reader rounds them. */
    void json(PrintWriter out) {
        out.append("[\n  ");
        var between = "";
        for (var row : rows) {
            out.append(between).append(object(row));
            between = ",\n  ";
        }
        out.append("\n]\n");
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
