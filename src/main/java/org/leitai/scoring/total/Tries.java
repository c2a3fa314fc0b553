package org.leitai.scoring.total;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Node;
import org.leitai.rulebook.Node.Branch;
import org.leitai.rulebook.Repeat;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.sheet.Part;
import org.leitai.scoring.sheet.SheetView;
import org.leitai.scoring.sheet.StageEvaluator;

/**
 * A time or recorded figure that is marked for each attempt or work piece: the figure of the attempt that counts, or of the
 * pieces that do, taken as their values are.
 *
 * @param ascending whether less is better in the ranking, which says what the best attempt is
 * @param less whether of attempts that are worth the same the lower figure is the better one
 */
record Tries(SheetView view, StageEvaluator evaluator, boolean ascending, boolean less) {
    /** Pieces or attempts of one branch above the figure. */
    private record Level(Branch branch, Repeat repeat, boolean pieces) {
        Part at(Part part, int number) {
            return pieces ? new Part(number, part.attempt(), part.seat()) : new Part(part.piece(), number, part.seat());
        }
    }

    /** What counts, with the figure that was recorded there. */
    private record Try(Ratio value, Ratio figure) {}

    /** Empty where the figure is recorded once, whatever it is; null inside where nothing is recorded yet. */
    Optional<Optional<Ratio>> figure(Node tree, String id) {
        var levels = new ArrayList<Level>();
        return find(tree, id, levels) && !levels.isEmpty()
                ? Optional.of(Optional.ofNullable(at(levels, id, Part.ALL)))
                : Optional.empty();
    }

    private static boolean find(Node node, String id, List<Level> levels) {
        if (!(node instanceof Branch branch)) {
            return node.id().equals(id);
        }
        var before = levels.size();
        if (branch.pieces() instanceof Repeat pieces) {
            levels.add(new Level(branch, pieces, true));
        }
        if (branch.attempts() instanceof Repeat attempts) {
            levels.add(new Level(branch, attempts, false));
        }
        for (var child : branch.children()) {
            if (find(child, id, levels)) {
                return true;
            }
        }
        levels.subList(before, levels.size()).clear();
        return false;
    }

    private @Nullable Ratio at(List<Level> levels, String id, Part part) {
        if (levels.isEmpty()) {
            return view.figure(id, part);
        }
        var level = levels.getFirst();
        var rest = levels.subList(1, levels.size());
        var tries = new ArrayList<Try>();
        for (int number : view.numbers(level.branch(), part, level.pieces())) {
            var own = level.at(part, number);
            var value = evaluator.value(level.branch(), own);
            var figure = at(rest, id, own);
            if (value != null && figure != null) {
                tries.add(new Try(value, figure));
            }
        }
        return tries.isEmpty() ? null : taken(level.repeat(), tries);
    }

    private Ratio taken(Repeat repeat, List<Try> tries) {
        Comparator<Try> byValue = Comparator.comparing(Try::value);
        Comparator<Try> byFigure = Comparator.comparing(Try::figure);
        var best = (ascending ? byValue : byValue.reversed()).thenComparing(less ? byFigure : byFigure.reversed());
        var counted = repeat.best() instanceof Integer most && most < tries.size()
                ? tries.stream().sorted(best).limit(most).toList()
                : tries;
        var sum = counted.stream().map(Try::figure).reduce(Ratio.ZERO, Ratio::plus);
        return switch (repeat.take()) {
            case SUM -> sum;
            case MEAN -> sum.dividedBy(Ratio.of(counted.size()));
            case BEST -> counted.stream().min(best).orElseThrow().figure();
            case WORST -> counted.stream().max(best).orElseThrow().figure();
            case FIRST -> counted.getFirst().figure();
            case LAST -> counted.getLast().figure();
        };
    }
}
