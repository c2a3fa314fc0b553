package org.leitai.registration.sheet;

import java.util.List;

/**
 * A table as texts.
 *
 * @param rows with their cells; rows may be of different length
 */
public record Grid(List<Line> rows) {
    /** More rows are refused: a contest's import is some hundreds. */
    public static final int MAX_ROWS = 2_000;

    public static final int MAX_COLUMNS = 100;

    public Grid {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param row as people count in their spreadsheet, from 1
     */
    public record Line(int row, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }

        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }
}
