package org.leitai.scoring.table;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.leitai.rulebook.Cut;

/** Who is through a cut. */
public final class Cuts {
    private Cuts() {}

    /** Ids that are through, in order, where everybody who is ranked competes. */
    public static Set<String> through(Cut cut, List<Ranked> table) {
        return through(cut, table, (int)
                table.stream().filter(entry -> entry.rank() != null).count());
    }

    /**
     * Ids that are through, in order.
     *
     * @param table the placed field, best first
     * @param field how many compete, for shares
     */
    public static Set<String> through(Cut cut, List<Ranked> table, int field) {
        var places = places(cut, field);
        var perDelegation = new HashMap<String, Integer>();
        var through = new LinkedHashSet<String>();
        var candidates = table.stream()
                .filter(entry -> entry.rank() != null && meets(cut, entry))
                .toList();
        var lastRank = 0;
        for (var entry : candidates) {
            var rank = entry.rank() == null ? Integer.MAX_VALUE : entry.rank();
            var tiedAtLine = rank == lastRank && cut.ties() == Cut.Ties.GROW;
            if (through.size() >= places && !tiedAtLine) {
                break;
            }
            if (cut.ties() == Cut.Ties.SHRINK && !fits(candidates, rank, places)) {
                break;
            }
            var delegation = entry.result().entry().admitted().delegation();
            var quota = cut.perDelegation();
            if (quota == null || perDelegation.merge(delegation, 1, Integer::sum) <= quota) {
                through.add(entry.id());
                lastRank = rank;
            }
        }
        return through;
    }

    /** Whether the whole group with this rank fits above the line. */
    private static boolean fits(List<Ranked> candidates, int rank, int places) {
        return candidates.stream()
                        .filter(entry -> entry.rank() != null && entry.rank() <= rank)
                        .count()
                <= places;
    }

    /** Whether an entry may go on by its total; a reserve must, too. */
    public static boolean meets(Cut cut, Ranked entry) {
        return cut.threshold() == null
                || (entry.total() != null && entry.total().compareTo(cut.threshold()) >= 0);
    }

    public static int places(Cut cut, int field) {
        if (cut.best() != null) {
            return cut.best();
        }
        return cut.share() == null
                ? Integer.MAX_VALUE
                : Math.max(cut.minimum(), cut.round().places(cut.share(), field));
    }
}
