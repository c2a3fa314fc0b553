package org.leitai.scoring.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Rulebook;
import org.leitai.scoring.fold.Changes;
import org.leitai.scoring.fold.Entry;
import org.leitai.scoring.fold.ScoreState;
import org.leitai.scoring.result.Row;
import org.leitai.scoring.total.EntryMath;
import org.leitai.scoring.total.Field;

/**
 * The tables of all divisions, kept from event to event. Where entries do not depend on each other, what an event changed
 * is taken out of its order and put in again; where they do (standardised scores, elimination rounds), the table is made
 * anew. Changes are taken in when rows are read, not before.
 */
public final class Tables {
    private final Rulebook rulebook;
    private final Placing placing;
    private final boolean counted;
    private final boolean widens;
    private final Map<String, List<Row>> rows = new HashMap<>();
    private final Map<String, Order<Ranked>> orders = new HashMap<>();
    /** Where every entry of an order stands in it. */
    private final Map<String, Ranked> standing = new HashMap<>();
    /** Entries that changed since rows were last read; a new set each time, because an emptied one keeps its size. */
    private Set<String> stale = new HashSet<>();
    /** Entries whose rows changed since somebody last asked; null while all may have. Kept only once somebody asks. */
    private @Nullable Set<String> changed;

    public Tables(Rulebook rulebook) {
        this.rulebook = rulebook;
        this.placing = new Placing(rulebook.ranking());
        this.counted = isCounted(rulebook);
        this.widens = DivisionTable.widens(rulebook);
    }

    /** Whether entries depend on each other through their places alone. */
    private static boolean isCounted(Rulebook rulebook) {
        return rulebook.rounds().isEmpty()
                && rulebook.standardise() == null
                && rulebook.stages().stream().allMatch(stage -> stage.standardise() == null);
    }

    /** Tables that go their own way from here. */
    public Tables copy() {
        var copy = new Tables(rulebook);
        copy.rows.putAll(rows);
        copy.orders.putAll(orders);
        copy.standing.putAll(standing);
        copy.stale.addAll(stale);
        return copy;
    }

    public void changed(Changes changes) {
        if (!counted) {
            rows.clear();
        } else if (!orders.isEmpty()) {
            // an order that nobody asked for yet will be made of what stands then
            stale.addAll(changes.entries());
        }
        if (!counted || changes.field()) {
            changed = null;
        } else if (changed != null) {
            changed.addAll(changes.entries());
        }
    }

    /** Entries whose rows changed since the last call, ranks apart; empty when all may have. */
    public Optional<Set<String>> takeChanged(ScoreState state, Field field) {
        refresh(state, field);
        var taken = Optional.ofNullable(changed);
        changed = counted ? new HashSet<>() : null;
        return taken;
    }

    public List<Row> rows(String division, ScoreState state, Field field) {
        refresh(state, field);
        return rows.computeIfAbsent(division, _ -> made(division, state, field));
    }

    public Optional<Row> row(Entry entry, ScoreState state, Field field) {
        var table = rows(entry.admitted().division(), state, field);
        return table instanceof Numbered numbered && standing.get(entry.id()) instanceof Ranked ranked
                ? Optional.of(numbered.row(ranked))
                : table.stream().filter(row -> row.entry().equals(entry.id())).findFirst();
    }

    private List<Row> made(String division, ScoreState state, Field field) {
        var table = new DivisionTable(rulebook, new EntryMath(rulebook, state));
        return counted
                ? new Numbered(division, order(division, field), rulebook, placing, table, state.awards())
                : table.rows(table.ranked(field.results(division), field.scaledTotals(division)), state.awards());
    }

    private Order<Ranked> order(String division, Field field) {
        return orders.computeIfAbsent(division, _ -> {
            var entries = field.results(division).stream()
                    .map(result -> placing.unplaced(result, null))
                    .toList();
            entries.forEach(entry -> standing.put(entry.id(), entry));
            return placing.order(entries);
        });
    }

    private void refresh(ScoreState state, Field field) {
        if (stale.isEmpty()) {
            return;
        }
        for (var id : stale) {
            if (standing.remove(id) instanceof Ranked former) {
                rows.remove(division(former));
                orders.computeIfPresent(division(former), (_, order) -> {
                    noteNeighbours(order, former);
                    return order.minus(former);
                });
            }
            if (state.entries().get(id) instanceof Entry entry) {
                put(placing.unplaced(field.result(entry), null));
            }
        }
        stale = new HashSet<>();
    }

    /** Into its division's order, if there is one already; otherwise it will be there when the order is made. */
    private void put(Ranked entry) {
        rows.remove(division(entry));
        orders.computeIfPresent(division(entry), (_, order) -> {
            standing.put(entry.id(), entry);
            noteNeighbours(order, entry);
            return order.plus(entry);
        });
    }

    /** Who has the same total shows it with as many decimals as set them apart, so one that joins or leaves changes their rows. */
    private void noteNeighbours(Order<Ranked> order, Ranked entry) {
        if (changed != null && widens && placing.isRanked(entry)) {
            placing.withTotalOf(entry, order).forEach(other -> changed.add(other.id()));
        }
    }

    private static String division(Ranked entry) {
        return entry.result().entry().admitted().division();
    }
}
