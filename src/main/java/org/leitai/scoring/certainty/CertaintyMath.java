package org.leitai.scoring.certainty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Cut;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.aspect.Bounds;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.fold.Entry;
import org.leitai.scoring.fold.ScoreState;
import org.leitai.scoring.result.Certainty;
import org.leitai.scoring.result.Certainty.Line;
import org.leitai.scoring.result.Status;
import org.leitai.scoring.sheet.Mode;
import org.leitai.scoring.sheet.Trace;
import org.leitai.scoring.table.Cuts;
import org.leitai.scoring.table.Ranked;
import org.leitai.scoring.total.EntryMath;

/**
 * What can still happen in one division: every missing mark at its worst and best gives each total's bounds, and bounds
 * that do not overlap give ranks that are already certain. With standardised ranking nothing is bounded, because every mark
 * moves everyone.
 */
public record CertaintyMath(Rulebook rulebook, ScoreState state, EntryMath math) {
    /** An entry with the lowest and highest total it can still get. */
    record Reach(Ranked ranked, Bounds bounds) {}

    /** Certainty by entry id. */
    public Map<String, Certainty> of(List<Ranked> table) {
        var reaches = reaches(table);
        var competing = reaches.stream().filter(CertaintyMath::competes).toList();
        var places = new PossiblePlaces(competing, rulebook.ranking().ascending());
        var result = new LinkedHashMap<String, Certainty>();
        for (var reach : reaches) {
            result.put(reach.ranked().id(), certainty(reach, boundsPlaces() && competes(reach) ? places : null));
        }
        return result;
    }

    /** Where entries stand to a cut, by id. */
    public Map<String, Line> lines(Cut cut, List<Ranked> table) {
        var reaches = reaches(table);
        var competing = reaches.stream().filter(CertaintyMath::competes).toList();
        var settled =
                competing.stream().allMatch(reach -> reach.ranked().result().complete());
        var through = settled ? Cuts.through(cut, table) : Set.<String>of();
        var lines = new CutLines(cut, competing, rulebook.ranking().ascending());
        var result = new LinkedHashMap<String, Line>();
        for (var reach : reaches) {
            var id = reach.ranked().id();
            if (settled || !competes(reach)) {
                result.put(id, through.contains(id) ? Line.SAFE : Line.OUT);
            } else {
                result.put(id, boundsPlaces() ? lines.of(reach) : Line.OPEN);
            }
        }
        return result;
    }

    private List<Reach> reaches(List<Ranked> table) {
        return table.stream().map(ranked -> new Reach(ranked, bounds(ranked))).toList();
    }

    /** Under standardised scores and in elimination rounds every mark may move everyone. */
    private boolean boundsPlaces() {
        return rulebook.rounds().isEmpty() && rulebook.standardise() == null;
    }

    private static Certainty certainty(Reach own, @Nullable PossiblePlaces places) {
        var entry = own.ranked().result();
        return new Certainty(
                entry.missing(),
                entry.complete(),
                own.bounds().low() == null ? null : own.bounds().low().toDecimal(),
                own.bounds().high() == null ? null : own.bounds().high().toDecimal(),
                places == null ? null : Integer.valueOf(places.best(own)),
                places == null ? null : Integer.valueOf(places.worst(own)));
    }

    /** Whether it can be ranked: who has nothing when all marks are in never will be. */
    private static boolean competes(Reach reach) {
        var result = reach.ranked().result();
        return result.entry().status() == Status.COMPETING && (result.total() != null || !result.complete());
    }

    private Bounds bounds(Ranked ranked) {
        if (ranked.result().complete()) {
            return new Bounds(ranked.total(), ranked.total());
        }
        var one = bound(ranked.result().entry(), Mode.LOW);
        var other = bound(ranked.result().entry(), Mode.HIGH);
        return new Bounds(one, other);
    }

    private @Nullable Ratio bound(Entry entry, Mode mode) {
        var weighted = new ArrayList<Ratio>();
        for (var stage : rulebook.stages()) {
            if (stage.isFor(entry.admitted().division())) {
                var value = math.evaluator(stage, state.sheetOf(stage, entry), mode, Trace.SILENT)
                        .value(stage.tree());
                if (value == null && !state.isClosed(stage)) {
                    return null;
                }
                if (value != null) {
                    weighted.add(value.times(stage.tree().weight()));
                }
            }
        }
        var exact = weighted.isEmpty() ? null : math.total(entry, weighted, Trace.SILENT);
        return exact == null
                ? null
                : rulebook.total().rounding().map(round -> round.apply(exact)).orElse(exact);
    }
}
