package org.leitai.scoring.certainty;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Repeat;
import org.leitai.rulebook.exact.Bounds;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.certainty.StageBounds.Coming;
import org.leitai.scoring.sheet.Repeats;
import org.leitai.scoring.sheet.Trace;

/** What several work pieces or attempts can come to. */
record RepeatBounds(Repeat repeat, boolean ascending) {
    /**
     * What they can come to, or null if nothing can.
     *
     * @param coming of each, in order
     * @param further what one more can be where there may be any number of them, otherwise null
     */
    @Nullable Bounds of(List<Coming> coming, @Nullable Bounds further) {
        if (further == null) {
            return taken(coming);
        }
        var all = new ArrayList<>(coming);
        var enough = repeat.best() == null ? 1 : repeat.best();
        all.addAll(Collections.nCopies(enough, new Coming(further, false)));
        var bounds = Objects.requireNonNull(taken(all), "of one at least");
        return switch (repeat.take()) {
            case SUM -> repeat.best() == null ? endless(bounds, further) : bounds;
            // any number of further ones may outweigh those that are there
            case MEAN -> bounds.or(further);
            case BEST, WORST, FIRST, LAST -> bounds;
        };
    }

    /** As many as like may be added: there is a limit only where none of them can lose, or win, anything. */
    private static Bounds endless(Bounds bounds, Bounds further) {
        return new Bounds(
                further.low() == null || further.low().signum() < 0 ? null : bounds.low(),
                further.high() == null || further.high().signum() > 0 ? null : bounds.high());
    }

    private @Nullable Bounds taken(List<Coming> coming) {
        if (coming.isEmpty()) {
            return null;
        }
        var surely = coming.stream().allMatch(Coming::surely);
        return switch (repeat.take()) {
            case FIRST -> surely ? coming.getFirst().bounds() : any(coming);
            case LAST -> surely ? coming.getLast().bounds() : any(coming);
            case SUM, MEAN, BEST, WORST ->
                FoldBounds.rising(
                        coming.stream()
                                .filter(Coming::surely)
                                .map(Coming::bounds)
                                .toList(),
                        coming.stream()
                                .filter(one -> !one.surely())
                                .map(Coming::bounds)
                                .toList(),
                        this::take);
        };
    }

    private static Bounds any(List<Coming> coming) {
        return coming.stream().map(Coming::bounds).reduce(Bounds::or).orElse(Bounds.NONE);
    }

    private Ratio take(List<Ratio> values) {
        return Objects.requireNonNull(
                new Repeats(ascending, Trace.SILENT).take(repeat, new ArrayList<>(values)), "of no values");
    }
}
