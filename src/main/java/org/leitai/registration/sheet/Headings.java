package org.leitai.registration.sheet;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the headings of a grid are: titles and notes may stand above, and a merged heading may span a second row of finer ones.
 *
 * @param last index in the grid of the last heading row; data follows
 */
record Headings(int last, Map<Column, Integer> columns) {
    private static final int SEARCHED_ROWS = 12;

    /** @throws UnreadableSheet {@code columns-missing} when no row names all required columns */
    static Headings find(Grid grid, Set<Column> required) throws UnreadableSheet {
        Headings best = new Headings(-1, Map.of());
        for (int row = 0; row < Math.min(SEARCHED_ROWS, grid.rows().size()); row++) {
            Grid.Line line = grid.rows().get(row);
            best = better(best, of(row, null, line));
            if (row > 0) {
                best = better(best, of(row, grid.rows().get(row - 1), line));
            }
        }
        List<String> missing = required.stream()
                .filter(missingFrom(best))
                .sorted()
                .map(Column::heading)
                .toList();
        if (!missing.isEmpty()) {
            throw new UnreadableSheet("columns-missing", "no row of headings names " + String.join(", ", missing));
        }
        return best;
    }

    private static java.util.function.Predicate<Column> missingFrom(Headings found) {
        return column -> !found.columns().containsKey(column);
    }

    private static Headings better(Headings one, Headings other) {
        return other.columns().size() > one.columns().size() ? other : one;
    }

    private static Headings of(int row, Grid.@Nullable Line above, Grid.Line line) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        int width =
                Math.max(line.cells().size(), above == null ? 0 : above.cells().size());
        for (int cell = 0; cell < width; cell++) {
            Column column = Column.of(line.cell(cell));
            // A second heading row must not swallow data: upper cells count only where the lower one is empty.
            if (column == null && above != null && line.cell(cell).isBlank()) {
                column = Column.of(above.cell(cell));
            }
            if (column != null) {
                columns.putIfAbsent(column, cell);
            }
        }
        return new Headings(row, columns);
    }
}
