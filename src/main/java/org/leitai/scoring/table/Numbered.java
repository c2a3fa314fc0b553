package org.leitai.scoring.table;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Award;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.result.Row;

/**
 * The rows of one division, each made when it is asked for: its rank is counted in the order, so that a single row does not
 * cost the whole table. Going through all of them makes all of them once. Immutable.
 */
final class Numbered extends AbstractList<Row> {
    private final Order<Ranked> order;
    private final Rulebook rulebook;
    private final Placing placing;
    private final DivisionTable table;
    private final Map<String, Optional<String>> overrides;
    private final int field;
    private final Awards awards;
    /** All rows, once somebody went through them; made twice at worst, and then equal. */
    private @Nullable List<Row> all;

    Numbered(
            String division,
            Order<Ranked> order,
            Rulebook rulebook,
            Placing placing,
            DivisionTable table,
            Map<String, Optional<String>> overrides) {
        this.order = order;
        this.rulebook = rulebook;
        this.placing = placing;
        this.table = table;
        this.overrides = overrides;
        this.field = placing.countRanked(order);
        this.awards = new Awards(rulebook, division, field, this::scores, overrides);
    }

    @Override
    public int size() {
        return order.size();
    }

    @Override
    public Row get(int index) {
        return all == null ? row(order.get(index)) : all.get(index);
    }

    @Override
    public Iterator<Row> iterator() {
        if (all == null) {
            all = List.copyOf(table.rows(placing.numbered(order.toList()), overrides));
        }
        return all.iterator();
    }

    /** The row of an entry of this order. */
    Row row(Ranked entry) {
        if (!placing.isRanked(entry)) {
            return table.row(entry, awards.of(entry), null);
        }
        var better = placing.countBetter(entry, order);
        var notWorse = placing.countNotWorse(entry, order);
        var placed = entry.placed(better + 1, notWorse - better > 1);
        return table.row(placed, awards.of(placed), widened(placed));
    }

    /** How many more decimals separate the entry from those with an equal total; they stand side by side. */
    private @Nullable Integer widened(Ranked entry) {
        return DivisionTable.widens(rulebook)
                ? table.decimals(placing.numbered(placing.withTotalOf(entry, order)))
                        .get(entry.total())
                : null;
    }

    /** What ranked entries have, best score first: their order, or its reverse where less is better. */
    private List<Ratio> scores(Award.Of of) {
        var ascending = rulebook.ranking().ascending();
        return new AbstractList<>() {
            @Override
            public int size() {
                return field;
            }

            @Override
            public Ratio get(int index) {
                return Objects.requireNonNull(
                        order.get(ascending ? field - 1 - index : index).total());
            }
        };
    }
}
