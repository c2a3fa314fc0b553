package org.leitai.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.TreeMap;
import org.leitai.scoring.Scorer;
import org.leitai.scoring.result.Row;

/** Ranks that are shared although the rulebook says that none may be: somebody has to draw lots and record them. */
record UndrawnLots(Scorer scorer) {
    /** Says each such rank; true if there is one. */
    boolean report(PrintWriter err) {
        if (scorer.rulebook().ranking().shared()) {
            return false;
        }
        var found = false;
        for (var division : scorer.divisions()) {
            var shared = new TreeMap<Integer, List<String>>();
            scorer.rows(division).stream()
                    .filter(Row::shared)
                    .forEach(row -> shared.merge(
                            row.rank() == null ? 0 : row.rank(), List.of(row.entry()), UndrawnLots::joined));
            shared.forEach((rank, entries) -> say(err, rank, String.join(", ", entries)));
            found |= !shared.isEmpty();
        }
        err.flush();
        return found;
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    private static void say(PrintWriter err, int rank, String entries) {
        err.println("rank " + rank + " may not be shared by " + entries + ": draw lots and give them in the column lots"
                + " of the entries file（第 " + rank + " 名不得并列，请抽签并填入参赛名单的 lots 列：" + entries + "）");
    }
}
