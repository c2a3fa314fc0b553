package org.leitai.scoring.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.leitai.rulebook.Round;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.result.StageScore;
import org.leitai.scoring.result.Status;
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
        var stages = new HashSet<String>();
        Set<String> in = new HashSet<>();
        field.forEach(result -> in.add(result.entry().id()));
        for (var round : rulebook.rounds()) {
            stages.addAll(round.stages());
            var present = field.stream()
                    .filter(result -> in.contains(result.entry().id()))
                    .map(result -> upTo(stages, result))
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

    /** Of the marks of later rounds none is missing yet, and of whoever falls out here none ever will be. */
    private static EntryResult upTo(Set<String> stages, EntryResult result) {
        var scores = result.stages().values().stream()
                .filter(score -> stages.contains(score.stage()))
                .toList();
        return new EntryResult(
                result.entry(),
                result.stages(),
                result.exact(),
                result.total(),
                result.ties(),
                scores.stream().mapToInt(StageScore::missing).sum(),
                scores.stream().allMatch(StageScore::complete));
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
        return new Ranked(
                result,
                result.entry().number(),
                exact,
                total,
                null,
                placing.key(total, null, result),
                null,
                false,
                round.id());
    }

    /**
     * The final order: the last round's table, then those who fell out in the one before, and so on. Who is through to a
     * round but has nothing in it yet stands with the round before, and what it still misses is that of the round it is in.
     * An entry is complete only once everybody is in the rounds that brought it where it stands: until then it may still get
     * through, or fall out.
     */
    static List<Ranked> merged(List<List<Ranked>> tables) {
        var result = new ArrayList<Ranked>();
        var seen = new HashSet<String>();
        var reached = new HashMap<String, EntryResult>();
        for (var i = tables.size() - 1; i >= 0; i--) {
            var offset =
                    (int) result.stream().filter(entry -> entry.rank() != null).count();
            var decided = isSettled(tables, i);
            tables.get(i)
                    .forEach(entry -> reached.putIfAbsent(entry.id(), decided ? entry.result() : open(entry.result())));
            var out = tables.get(i).stream()
                    .filter(entry -> !seen.contains(entry.id()))
                    .toList();
            for (var entry : out) {
                var unreached = i > 0 && entry.exact() == null;
                if (!unreached) {
                    seen.add(entry.id());
                    var known = entry.with(reached.getOrDefault(entry.id(), entry.result()));
                    result.add(
                            known.rank() == null
                                    ? known
                                    : known.placed(offset + rankAmong(out, entry), entry.shared()));
                }
            }
        }
        return result;
    }

    /** Whether who is in this round, and who falls out in it, will not change any more. */
    private static boolean isSettled(List<List<Ranked>> tables, int round) {
        var until = round == tables.size() - 1 ? round : round + 1;
        return tables.stream().limit(until).allMatch(Rounds::isDecided);
    }

    private static boolean isDecided(List<Ranked> table) {
        return table.stream()
                .map(Ranked::result)
                .filter(result -> result.entry().status() == Status.COMPETING)
                .allMatch(EntryResult::complete);
    }

    private static EntryResult open(EntryResult result) {
        return new EntryResult(
                result.entry(),
                result.stages(),
                result.exact(),
                result.total(),
                result.ties(),
                result.missing(),
                false);
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
