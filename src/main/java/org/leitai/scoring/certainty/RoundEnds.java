package org.leitai.scoring.certainty;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.leitai.rulebook.Round;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Stage;
import org.leitai.scoring.result.Status;
import org.leitai.scoring.table.Ranked;

/** In which elimination rounds an entry may still end, and so which stages its total may come to be the sum of. */
final class RoundEnds {
    private final Rulebook rulebook;
    /** The first round that is not over, or the last one. */
    private final int open;

    RoundEnds(Rulebook rulebook, List<Ranked> table) {
        this.rulebook = rulebook;
        this.open = firstOpen(rulebook, table);
    }

    private static int firstOpen(Rulebook rulebook, List<Ranked> table) {
        var rounds = rulebook.rounds();
        var stages = new HashSet<String>();
        for (var i = 0; i < rounds.size(); i++) {
            stages.addAll(rounds.get(i).stages());
            var round = i;
            if (table.stream().anyMatch(ranked -> isOpen(ranked, index(rulebook, ranked) < round, stages))) {
                return i;
            }
        }
        return rounds.size() - 1;
    }

    /** Whether marks of these stages may come for somebody who is not out for good. */
    private static boolean isOpen(Ranked ranked, boolean stoodBefore, Set<String> stages) {
        var result = ranked.result();
        var isOut = stoodBefore && result.complete();
        return result.entry().status() == Status.COMPETING
                && !isOut
                && result.stages().values().stream()
                        .filter(score -> stages.contains(score.stage()))
                        .anyMatch(score -> !score.complete());
    }

    /** Whether it fell out for good, in a round that is over. */
    boolean isOut(Ranked ranked) {
        var own = index(rulebook, ranked);
        return own >= 0 && own < open && ranked.result().complete();
    }

    /** Whether all who are not out end in the same round, if at all; so too where there are no rounds. */
    boolean isLast() {
        return open >= rulebook.rounds().size() - 1;
    }

    private static int index(Rulebook rulebook, Ranked ranked) {
        return rulebook.rounds().stream().map(Round::id).toList().indexOf(ranked.round());
    }

    /** The stages of each round in which it may end; of the whole rulebook where there are no rounds. */
    List<List<Stage>> of(Ranked ranked) {
        var rounds = rulebook.rounds();
        if (rounds.isEmpty()) {
            return List.of(rulebook.stages());
        }
        if (isOut(ranked)) {
            return List.of(stages(rounds.get(index(rulebook, ranked))));
        }
        var ends = new ArrayList<List<Stage>>();
        for (var i = open; i < rounds.size(); i++) {
            ends.add(stages(rounds.get(i)));
        }
        return ends;
    }

    private List<Stage> stages(Round round) {
        return rulebook.stages().stream()
                .filter(stage -> round.stages().contains(stage.id()))
                .toList();
    }
}
