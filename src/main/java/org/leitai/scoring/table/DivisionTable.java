package org.leitai.scoring.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Honour;
import org.leitai.rulebook.Ranking.Tie;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.result.Row;
import org.leitai.scoring.total.EntryMath;
import org.leitai.scoring.total.EntryResult;

/** The table of one division: results of all its entries to ordered rows with ranks, awards and honours. */
public final class DivisionTable {
    private static final int MOST_EXTRA_DECIMALS = 10;

    private final Rulebook rulebook;
    private final EntryMath math;
    private final Placing placing;

    public DivisionTable(Rulebook rulebook, EntryMath math) {
        this.rulebook = rulebook;
        this.math = math;
        this.placing = new Placing(rulebook.ranking());
    }

    /** The final order. */
    public List<Ranked> ranked(List<EntryResult> field, Map<String, Ratio> scaled) {
        return rulebook.rounds().isEmpty() ? oneRound(field, scaled) : Rounds.merged(rounds(field));
    }

    /** The table as it stood after each elimination round. */
    public List<List<Ranked>> rounds(List<EntryResult> field) {
        return new Rounds(rulebook, math, placing).tables(field);
    }

    private List<Ranked> oneRound(List<EntryResult> field, Map<String, Ratio> scaled) {
        return placing.place(field.stream()
                .map(result ->
                        placing.unplaced(result, scaled.get(result.entry().id())))
                .toList());
    }

    public List<Row> rows(List<Ranked> table, Map<String, Optional<String>> overrides) {
        var field = (int) table.stream().filter(entry -> entry.rank() != null).count();
        var division = table.isEmpty() ? "" : division(table.getFirst());
        var awards = new Awards(rulebook, division, field, Awards.scoresOf(table), overrides);
        var decimals = decimals(table);
        var rows = new ArrayList<Row>(table.size());
        for (var entry : table) {
            rows.add(row(entry, awards.of(entry), decimals.get(entry.total())));
        }
        return rows;
    }

    Row row(Ranked entry, @Nullable String award, @Nullable Integer widened) {
        var admitted = entry.result().entry().admitted();
        return new Row(
                entry.id(),
                admitted.division(),
                admitted.delegation(),
                admitted.unit(),
                entry.result().entry().status(),
                entry.rank(),
                entry.shared(),
                entry.total(),
                entry.exact(),
                printed(entry, widened),
                entry.scaled(),
                entry.result().stages(),
                entry.result().ties(),
                award,
                honours(entry, award),
                entry.result().missing(),
                entry.result().complete(),
                entry.round(),
                entry.key());
    }

    private @Nullable BigDecimal printed(Ranked entry, @Nullable Integer widened) {
        var total = entry.total();
        if (total == null || entry.exact() == null) {
            return null;
        }
        var rounding = rulebook.total().rounding();
        if (rounding.isEmpty()) {
            return total.toDecimal();
        }
        return widened != null && entry.rank() != null
                ? rounding.get().finer(widened).print(entry.exact())
                : rounding.get().print(total);
    }

    /** Whether rows with equal totals may show more decimals. */
    static boolean widens(Rulebook rulebook) {
        return rulebook.total().rounding().isPresent()
                && rulebook.ranking().ties().stream().anyMatch(tie -> tie instanceof Tie.MoreDecimals);
    }

    /** For rounded totals that further decimals separate: how many more it takes. */
    Map<Ratio, Integer> decimals(List<Ranked> table) {
        var result = new HashMap<Ratio, Integer>();
        var rounding = rulebook.total().rounding();
        if (rounding.isEmpty() || !widens(rulebook)) {
            return result;
        }
        var groups = new HashMap<Ratio, Set<Ratio>>();
        for (var entry : table) {
            if (entry.rank() != null && entry.total() != null && entry.exact() != null) {
                groups.computeIfAbsent(entry.total(), _ -> new HashSet<>()).add(entry.exact());
            }
        }
        groups.forEach((total, exacts) -> {
            if (exacts.size() > 1) {
                result.put(
                        total,
                        extra(exacts, rounding.get().decimals(), rounding.get().mode()));
            }
        });
        return result;
    }

    private static int extra(Set<Ratio> exacts, int decimals, RoundingMode mode) {
        for (var more = 1; more < MOST_EXTRA_DECIMALS; more++) {
            var at = decimals + more;
            if (exacts.stream().map(exact -> exact.round(at, mode)).distinct().count() == exacts.size()) {
                return more;
            }
        }
        return MOST_EXTRA_DECIMALS;
    }

    private List<String> honours(Ranked entry, @Nullable String award) {
        if (entry.rank() == null) {
            return List.of();
        }
        var division = division(entry);
        var rank = entry.rank();
        return rulebook.honours().stream()
                .filter(honour ->
                        honour.divisions().isEmpty() || honour.divisions().contains(division))
                .filter(honour -> reaches(honour, rank)
                        || (award != null && honour.awards().contains(award)))
                .map(Honour::id)
                .toList();
    }

    private static String division(Ranked entry) {
        return entry.result().entry().admitted().division();
    }

    private static boolean reaches(Honour honour, int rank) {
        return honour.from() != null && honour.to() != null && rank >= honour.from() && rank <= honour.to();
    }
}
