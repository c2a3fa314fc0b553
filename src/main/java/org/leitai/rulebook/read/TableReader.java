package org.leitai.rulebook.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leitai.rulebook.GroupTable;
import org.leitai.rulebook.GroupTable.By;
import org.leitai.rulebook.GroupTable.Measure;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.tree.Fields;
import org.leitai.rulebook.tree.Numbers;
import org.leitai.rulebook.tree.Tree.Scalar;

/** Reads {@code tables:}, the tables over teams, units and delegations. */
final class TableReader {
    private static final int MAX = 1_000_000;

    private TableReader() {}

    static List<GroupTable> tables(Fields root) {
        return root.each("tables", fields -> {
            var id = fields.id("id");
            var table = new GroupTable(
                    id,
                    fields.title("title", id),
                    fields.word("by", By.class, By.DELEGATION),
                    fields.each("columns", TableReader::key),
                    optional(fields, "best-per-division"),
                    optional(fields, "best"),
                    fields.whole("fewest", 0, 0, MAX),
                    points(fields),
                    Set.copyOf(fields.texts("exclude")));
            if (table.order().isEmpty()) {
                fields.error(
                        "columns",
                        "missing-field",
                        "a table needs columns: [{what: total}, …]",
                        "统计表需要 columns: [{what: total}, …]");
            }
            fields.done();
            return table;
        });
    }

    private static @org.jspecify.annotations.Nullable Integer optional(Fields fields, String key) {
        return fields.has(key) ? Integer.valueOf(fields.whole(key, 1, 1, MAX)) : null;
    }

    private static Map<String, Ratio> points(Fields fields) {
        var points = new LinkedHashMap<String, Ratio>();
        fields.entries("points").forEach((award, item) -> {
            var number = item.value() instanceof Scalar scalar ? Numbers.parse(scalar.text()) : Optional.<Ratio>empty();
            if (number.isEmpty()) {
                fields.problems()
                        .error(item.value().mark(), item.path(), "wrong-type", "a number is expected here", "此处应为数字");
            }
            points.put(award, number.orElse(Ratio.ZERO));
        });
        return Map.copyOf(points);
    }

    private static GroupTable.Key key(Fields fields) {
        var measure = fields.word("what", Measure.class, Measure.TOTAL);
        var needsRef = measure == Measure.AWARD || measure == Measure.OF;
        var ref = needsRef ? fields.text("of") : "";
        var key = new GroupTable.Key(
                measure,
                ref,
                RankingReader.ascending(fields, false),
                fields.flag("ranks", true),
                StepReader.rounding(fields, "round"));
        fields.done();
        return key;
    }
}
