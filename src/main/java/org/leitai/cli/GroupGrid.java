package org.leitai.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.leitai.rulebook.GroupTable;
import org.leitai.rulebook.GroupTable.Measure;
import org.leitai.rulebook.Text.Language;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.Scorer;
import org.leitai.scoring.result.GroupRow;

/** A table over teams, units or delegations as a grid. */
final class GroupGrid {
    private GroupGrid() {}

    static Grid of(Scorer scorer, String id, Language language) {
        var table = scorer.rulebook().tables().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow();
        var keys = new ArrayList<>(List.of("rank", "group"));
        table.order().forEach(key -> keys.add(name(key)));
        var titles = new ArrayList<>(keys);
        titles.set(0, language == Language.ZH ? "名次" : "Rank");
        titles.set(1, table.title().in(language));
        return new Grid(
                keys,
                titles,
                scorer.groupTable(id).stream().map(row -> cells(table, row)).toList());
    }

    private static String name(GroupTable.Key key) {
        var word = key.measure().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return key.ref().isEmpty() ? word : word + ":" + key.ref();
    }

    private static List<String> cells(GroupTable table, GroupRow row) {
        var cells = new ArrayList<String>();
        cells.add(row.rank() == null ? "" : Integer.toString(row.rank()));
        cells.add(row.group());
        for (var i = 0; i < row.values().size(); i++) {
            var key = table.order().get(i);
            cells.add(
                    key.measure() == Measure.WHO
                            ? String.join(" ", row.entries())
                            : printed(key, row.values().get(i)));
        }
        return cells;
    }

    /** Averages that the rulebook rounds keep their closing zeros, as totals do. */
    private static String printed(GroupTable.Key key, Ratio value) {
        var decimal = key.round() == null ? value.toDecimal() : key.round().print(value);
        return decimal.toPlainString();
    }
}
