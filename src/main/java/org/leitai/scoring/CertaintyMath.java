package org.leitai.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.aspect.Bounds;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.sheet.Mode;
import org.leitai.scoring.sheet.Trace;

/**
 * What can still happen in one division: every missing mark at its worst and best gives each total's bounds, and bounds
 * that do not overlap give ranks that are already certain. With standardised ranking nothing is bounded, because every mark
 * moves everyone.
 */
record CertaintyMath(Rulebook rulebook, ScoreState state, EntryMath math) {
    private record Reach(Ranked ranked, Bounds bounds) {
        boolean isCertain() {
            return bounds.low() != null && bounds.low().equals(bounds.high());
        }
    }

    /** Certainty by entry id. */
    Map<String, Certainty> of(List<Ranked> table) {
        var reaches =
                table.stream().map(ranked -> new Reach(ranked, bounds(ranked))).toList();
        var result = new LinkedHashMap<String, Certainty>();
        for (var reach : reaches) {
            result.put(reach.ranked().id(), certainty(reach, reaches));
        }
        return result;
    }

    private Certainty certainty(Reach own, List<Reach> all) {
        var entry = own.ranked().result();
        var ranks = rulebook.rounds().isEmpty() && rulebook.standardise() == null && competes(own);
        var best = 1;
        var worst = 1;
        for (var other : all) {
            if (ranks && !other.ranked().id().equals(own.ranked().id()) && competes(other)) {
                best += surelyBefore(other, own) ? 1 : 0;
                worst += mayBeBefore(other, own) ? 1 : 0;
            }
        }
        return new Certainty(
                entry.missing(),
                entry.complete(),
                own.bounds().low() == null ? null : own.bounds().low().toDecimal(),
                own.bounds().high() == null ? null : own.bounds().high().toDecimal(),
                ranks ? Integer.valueOf(best) : null,
                ranks ? Integer.valueOf(worst) : null);
    }

    /** Whether it can be ranked: who has nothing when all marks are in never will be. */
    private static boolean competes(Reach reach) {
        var result = reach.ranked().result();
        return result.entry().status() == Status.COMPETING && (result.total() != null || !result.complete());
    }

    private boolean surelyBefore(Reach a, Reach b) {
        if (a.isCertain()
                && b.isCertain()
                && a.bounds().low() != null
                && a.bounds().low().equals(b.bounds().low())) {
            return settled(a, b) && a.ranked().key().compareTo(b.ranked().key()) > 0;
        }
        return rulebook.ranking().ascending()
                ? less(a.bounds().high(), b.bounds().low())
                : less(b.bounds().high(), a.bounds().low());
    }

    private boolean mayBeBefore(Reach a, Reach b) {
        return !surelyBefore(b, a)
                && !(settled(a, b) && a.ranked().key().compareTo(b.ranked().key()) == 0);
    }

    /** Nothing that decides between the two can change any more. */
    private static boolean settled(Reach a, Reach b) {
        return a.ranked().result().complete() && b.ranked().result().complete();
    }

    private static boolean less(@Nullable Ratio a, @Nullable Ratio b) {
        return a != null && b != null && a.compareTo(b) < 0;
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
