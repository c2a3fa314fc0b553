package org.leitai.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.leitai.rulebook.Text.Language;
import org.leitai.scoring.Scorer;
import org.leitai.scoring.result.Row;

/** Who is through a cut and who is in reserve, in order, or how certain that is of everybody, as a grid. */
record CutGrid(Scorer scorer, Language language) {
    private static final List<String> KEYS = List.of("division", "rank", "entry", "delegation", "cut");

    Grid of(String cut) {
        var rows = new ArrayList<List<String>>();
        for (var division : scorer.divisions()) {
            var result = scorer.cut(cut, division);
            result.through().forEach(entry -> rows.add(cells(entry, "through")));
            result.reserves().forEach(entry -> rows.add(cells(entry, "reserve")));
        }
        return grid(rows);
    }

    /** Marks are still missing: {@code safe}, {@code open} or {@code out} for each entry, best first. */
    Grid lines(String cut) {
        var rows = new ArrayList<List<String>>();
        for (var division : scorer.divisions()) {
            var lines = scorer.cutLines(cut, division);
            for (var row : scorer.rows(division)) {
                var line = Objects.requireNonNull(lines.get(row.entry()), "every row's entry is known");
                rows.add(cells(row.entry(), line.name().toLowerCase(Locale.ROOT)));
            }
        }
        return grid(rows);
    }

    private Grid grid(List<List<String>> rows) {
        var titles = language == Language.ZH
                ? List.of("组别", "名次", "参赛号", "代表队", "晋级")
                : List.of("Division", "Rank", "Entry", "Delegation", "Cut");
        return new Grid(KEYS, titles, rows);
    }

    private List<String> cells(String entry, String what) {
        var row = scorer.row(entry).orElseThrow();
        return List.of(row.division(), rank(row), entry, row.delegation(), what);
    }

    private static String rank(Row row) {
        return row.rank() == null ? "" : Integer.toString(row.rank());
    }
}
