package org.leitai.scoring.certainty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Cut;
import org.leitai.rulebook.Ranking.By;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.exact.Bounds;
import org.leitai.scoring.certainty.StageBounds.Coming;
import org.leitai.scoring.fold.Entry;
import org.leitai.scoring.fold.ScoreState;
import org.leitai.scoring.result.Certainty;
import org.leitai.scoring.result.Certainty.Line;
import org.leitai.scoring.result.Status;
import org.leitai.scoring.sheet.Expected;
import org.leitai.scoring.table.Cuts;
import org.leitai.scoring.table.Ranked;
import org.leitai.scoring.total.EntryMath;
import org.leitai.scoring.total.EntryResult;

/**
 * What can still happen in one division: every missing mark at its worst and best gives each total's bounds, and bounds
 * that do not overlap give ranks that are already certain.
 */
public record CertaintyMath(Rulebook rulebook, ScoreState state, EntryMath math) {
    /**
     * An entry with the lowest and highest total it can still get.
     *
     * @param settled true if no mark can come that moves it: none is missing, and no optional one and no veto may come any more
     */
    record Reach(Ranked ranked, Bounds bounds, boolean settled) {}

    /** Certainty by entry id. */
    public Map<String, Certainty> of(List<Ranked> table) {
        var ends = new RoundEnds(rulebook, table);
        var reaches = reaches(table, ends);
        var competing = reaches.stream().filter(CertaintyMath::competes).toList();
        var places = new Places(competing, ends, rulebook.ranking().ascending(), ranksScaled());
        var result = new LinkedHashMap<String, Certainty>();
        for (var reach : reaches) {
            result.put(reach.ranked().id(), certainty(reach, competes(reach) ? places.of(reach) : null));
        }
        return result;
    }

    /** Where entries stand to a cut, by id. */
    public Map<String, Line> lines(Cut cut, List<Ranked> table) {
        var reaches = reaches(table, new RoundEnds(rulebook, table));
        var competing = reaches.stream().filter(CertaintyMath::competes).toList();
        var settled = competing.stream().allMatch(Reach::settled);
        var through = settled ? Cuts.through(cut, table) : Set.<String>of();
        var lines = new CutLines(cut, competing, rulebook.ranking().ascending());
        var result = new LinkedHashMap<String, Line>();
        for (var reach : reaches) {
            var id = reach.ranked().id();
            if (settled || !competes(reach)) {
                result.put(id, through.contains(id) ? Line.SAFE : Line.OUT);
            } else {
                var compared = rulebook.rounds().isEmpty() && !ranksScaled();
                result.put(id, compared ? lines.of(reach) : Line.OPEN);
            }
        }
        return result;
    }

    private List<Reach> reaches(List<Ranked> table, RoundEnds ends) {
        return movesTogether()
                ? table.stream()
                        .map(ranked -> new Reach(ranked, Bounds.NONE, false))
                        .toList()
                : table.stream().map(ranked -> reach(ranked, ends)).toList();
    }

    /** Where a stage is standardised its scores, and totals with them, move with the marks of anybody who counts in the scale. */
    private boolean movesTogether() {
        return rulebook.stages().stream()
                .filter(stage -> stage.standardise() != null && !state.isClosed(stage))
                .anyMatch(stage -> state.entries().values().stream().anyMatch(entry -> mayMove(stage, entry)));
    }

    private boolean mayMove(Stage stage, Entry entry) {
        if (entry.status() != Status.COMPETING || !stage.isFor(entry.admitted().division())) {
            return false;
        }
        var sheet = state.sheetOf(stage, entry);
        return Expected.missing(stage, sheet) > 0 || Expected.hasRoom(stage, sheet);
    }

    private Reach reach(Ranked ranked, RoundEnds ends) {
        var settled = ranked.result().complete() && !mayCome(ranked.result().entry());
        return new Reach(
                ranked,
                settled
                        ? new Bounds(ranked.total(), ranked.total())
                        : ends.of(ranked).stream()
                                .map(stages -> bounds(ranked.result(), stages))
                                .reduce(Bounds::or)
                                .orElse(Bounds.NONE),
                settled);
    }

    /** Whether a mark may come that nobody waits for. */
    private boolean mayCome(Entry entry) {
        return rulebook.stages().stream()
                .filter(stage -> stage.isFor(entry.admitted().division()) && !state.isClosed(stage))
                .anyMatch(stage -> Expected.hasRoom(stage, state.sheetOf(stage, entry)));
    }

    /** Then every mark may move everyone. */
    private boolean ranksScaled() {
        return rulebook.ranking().by() == By.SCALED;
    }

    private static Certainty certainty(Reach own, Places.@Nullable Span places) {
        var entry = own.ranked().result();
        return new Certainty(
                entry.missing(),
                entry.complete(),
                own.bounds().low() == null ? null : own.bounds().low().toDecimal(),
                own.bounds().high() == null ? null : own.bounds().high().toDecimal(),
                places == null ? null : Integer.valueOf(places.best()),
                places == null ? null : Integer.valueOf(places.worst()));
    }

    /** Whether it can be ranked: who has nothing when all marks are in never will be. */
    private static boolean competes(Reach reach) {
        var result = reach.ranked().result();
        return result.entry().status() == Status.COMPETING && (result.total() != null || !reach.settled());
    }

    private Bounds bounds(EntryResult result, List<Stage> stages) {
        var entry = result.entry();
        var sure = new ArrayList<Bounds>();
        var maybe = new ArrayList<Bounds>();
        for (var stage : stages) {
            var coming = stage.isFor(entry.admitted().division()) ? coming(stage, result) : null;
            if (coming != null) {
                (coming.surely() ? sure : maybe)
                        .add(coming.times(stage.tree().weight()).bounds());
            }
        }
        var rule = rulebook.total();
        var folded =
                FoldBounds.fold(rule.fold(), sure, maybe, rulebook.ranking().ascending());
        if (folded == null) {
            return Bounds.NONE;
        }
        var exact = new StepBounds(_ -> Bounds.NONE)
                .apply(rule.unrounded(), folded)
                .each(value -> math.corrected(entry, value));
        return rule.rounding().map(round -> exact.each(round::apply)).orElse(exact);
    }

    private @Nullable Coming coming(Stage stage, EntryResult result) {
        if (!state.isClosed(stage) && stage.standardise() == null) {
            var sheet = state.sheetOf(stage, result.entry());
            return new StageBounds(stage, sheet, rulebook.ranking().ascending()).coming();
        }
        var score = result.stages().get(stage.id());
        return score == null || score.value() == null ? null : new Coming(Bounds.at(score.value()), true);
    }
}
