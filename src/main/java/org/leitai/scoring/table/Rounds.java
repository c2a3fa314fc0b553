package org.leitai.scoring.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.leitai.rulebook.Round;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.sheet.Trace;
import org.leitai.scoring.total.EntryMath;
import org.leitai.scoring.total.EntryResult;

/**
 * Elimination rounds: each ranks those who got into it by its own sum of stages; whoever gets further stands before
 * whoever does not.
 */
record Rounds(Rulebook rulebook, EntryMath math, Placing placing) {
    /** The table as it stands after each round, in the order of rounds. */
    List<List<Ranked>> tables(List<EntryResult> field) {
        var tables = new ArrayList<List<Ranked>>();
        Set<String> in = new HashSet<>();
        field.forEach(result -> in.add(result.entry().id()));
        for (var round : rulebook.rounds()) {
            var present = field.stream()
                    .filter(result -> in.contains(result.entry().id()))
                    .toList();
            var table = placing.place(
                    present.stream().map(result -> ranked(round, result)).toList());
            tables.add(table);
            var cut = round.cut();
            if (cut != null) {
                in.retainAll(Cuts.through(cut, table, present.size()));
            }
        }
        return tables;
    }

    private Ranked ranked(Round round, EntryResult result) {
        var weighted = new ArrayList<Ratio>();
        for (var id : round.stages()) {
            var score = result.stages().get(id);
            var stage = rulebook.stage(id).orElse(null);
            if (stage != null && score != null && score.value() instanceof Ratio value) {
                weighted.add(value.times(stage.tree().weight()));
            }
        }
        var own = result.stages().get(round.stages().getLast());
        var exact = weighted.isEmpty() || own == null || own.value() == null
                ? null
                : math.total(result.entry(), weighted, Trace.SILENT);
        var total = exact == null
                ? null
                : rulebook.total().rounding().map(r -> r.apply(exact)).orElse(exact);
        return new Ranked(result, exact, total, null, placing.key(total, null, result), null, false, round.id());
    }

    /** The final order: the last round's table, then those who fell out in the one before, and so on. */
    static List<Ranked> merged(List<List<Ranked>> tables) {
        var result = new ArrayList<Ranked>();
        var seen = new HashSet<String>();
        for (var i = tables.size() - 1; i >= 0; i--) {
            var offset =
                    (int) result.stream().filter(entry -> entry.rank() != null).count();
            var out = tables.get(i).stream()
                    .filter(entry -> !seen.contains(entry.id()))
                    .toList();
            for (var entry : out) {
                var unreached = i > 0 && entry.exact() == null;
                if (!unreached) {
                    seen.add(entry.id());
                    result.add(
                            entry.rank() == null
                                    ? entry
                                    : entry.placed(offset + rankAmong(out, entry), entry.shared()));
                }
            }
        }
        return result;
    }

    private static int rankAmong(List<Ranked> out, Ranked entry) {
        var better = 0;
        for (var other : out) {
            if (other.rank() != null && entry.rank() != null && other.rank() < entry.rank()) {
                better++;
            }
        }
        return better + 1;
    }
}
