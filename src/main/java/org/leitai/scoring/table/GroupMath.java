package org.leitai.scoring.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.leitai.rulebook.GroupTable;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.fold.Entry;
import org.leitai.scoring.result.GroupRow;
import org.leitai.scoring.result.Row;
import org.leitai.scoring.sheet.PanelMath;

/** Tables over teams, units and delegations; an entry counts once, however many people it has. */
public final class GroupMath {
    private final GroupTable table;
    private final Map<String, Entry> entries;
    private final NodeValues values;

    /** The value of a stage or node for an entry. */
    public interface NodeValues {
        Optional<Ratio> value(String entry, String ref);
    }

    public GroupMath(GroupTable table, Map<String, Entry> entries, NodeValues values) {
        this.table = table;
        this.entries = entries;
        this.values = values;
    }

    public List<GroupRow> rows(List<Row> all) {
        var groups = new TreeMap<String, List<Row>>();
        for (var row : all) {
            var group = groupOf(row);
            if (row.rank() != null && !group.isEmpty() && !table.exclude().contains(row.division())) {
                groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(row);
            }
        }
        var rows = new ArrayList<GroupRow>();
        groups.forEach((group, members) -> rows.add(unranked(group, counted(members))));
        return ranked(rows);
    }

    private String groupOf(Row row) {
        return switch (table.by()) {
            case DELEGATION -> row.delegation();
            case UNIT -> row.unit();
            case TEAM ->
                entries.get(row.entry()) instanceof Entry entry
                        ? entry.admitted().team()
                        : "";
        };
    }

    private List<Row> counted(List<Row> members) {
        var sorted = new ArrayList<>(members);
        sorted.sort(Comparator.comparing(Row::sortKey).reversed());
        var perDivision = new HashMap<String, Integer>();
        var most = table.bestPerDivision();
        sorted.removeIf(row -> most != null && perDivision.merge(row.division(), 1, Integer::sum) > most);
        var best = table.best();
        return best != null && sorted.size() > best ? List.copyOf(sorted.subList(0, best)) : sorted;
    }

    private GroupRow unranked(String group, List<Row> members) {
        var cells = table.order().stream().map(key -> cell(key, members)).toList();
        return new GroupRow(
                null, false, group, cells, members.stream().map(Row::entry).toList());
    }

    private Ratio cell(GroupTable.Key key, List<Row> members) {
        var count = Ratio.of(Math.max(1, members.size()));
        var value = switch (key.measure()) {
            case TOTAL -> totals(members);
            case AVERAGE -> totals(members).dividedBy(count);
            case SCALED -> scaled(members);
            case AVERAGE_SCALED -> scaled(members).dividedBy(count);
            case POINTS -> points(members);
            case AVERAGE_POINTS -> points(members).dividedBy(count);
            case AWARD ->
                Ratio.of(members.stream()
                        .filter(row -> key.ref().equals(row.award()))
                        .count());
            case ENTRIES -> Ratio.of(members.size());
            case PEOPLE -> Ratio.of(members.stream().mapToInt(this::people).sum());
            case WHO -> Ratio.ZERO;
            case OF -> sum(members, row -> values.value(row.entry(), key.ref()));
        };
        return key.round() == null ? value : key.round().apply(value);
    }

    private int people(Row row) {
        return entries.get(row.entry()) instanceof Entry entry
                ? Math.max(1, entry.admitted().members().size())
                : 1;
    }

    private static Ratio totals(List<Row> members) {
        return sum(members, row -> Optional.ofNullable(row.total()));
    }

    private static Ratio scaled(List<Row> members) {
        return sum(members, row -> Optional.ofNullable(row.scaled()));
    }

    private Ratio points(List<Row> members) {
        return sum(members, row -> Optional.ofNullable(row.award()).map(table.points()::get));
    }

    private interface Cell {
        Optional<Ratio> of(Row row);
    }

    private static Ratio sum(List<Row> members, Cell cell) {
        return PanelMath.sum(
                members.stream().map(cell::of).flatMap(Optional::stream).toList());
    }

    private List<GroupRow> ranked(List<GroupRow> rows) {
        var able = rows.stream()
                .filter(row -> row.entries().size() >= table.fewest())
                .sorted(this::compare)
                .toList();
        var result = new ArrayList<GroupRow>();
        for (var i = 0; i < able.size(); i++) {
            var row = able.get(i);
            var asPrevious = i > 0 && compareValues(able.get(i - 1), row) == 0;
            var asNext = i + 1 < able.size() && compareValues(able.get(i + 1), row) == 0;
            var previous = asPrevious ? result.get(i - 1).rank() : null;
            var rank = previous == null ? Integer.valueOf(i + 1) : previous;
            result.add(new GroupRow(rank, asPrevious || asNext, row.group(), row.values(), row.entries()));
        }
        rows.stream().filter(row -> row.entries().size() < table.fewest()).forEach(result::add);
        return List.copyOf(result);
    }

    private int compare(GroupRow a, GroupRow b) {
        var compared = compareValues(a, b);
        return compared != 0 ? compared : a.group().compareTo(b.group());
    }

    private int compareValues(GroupRow a, GroupRow b) {
        for (var i = 0; i < table.order().size(); i++) {
            var key = table.order().get(i);
            var compared = key.ranks() ? a.values().get(i).compareTo(b.values().get(i)) : 0;
            if (compared != 0) {
                return key.ascending() ? compared : -compared;
            }
        }
        return 0;
    }
}
