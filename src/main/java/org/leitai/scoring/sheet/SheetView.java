package org.leitai.scoring.sheet;

import java.util.HashMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Node;
import org.leitai.rulebook.Node.Branch;
import org.leitai.rulebook.Node.Leaf;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.aspect.Judged;
import org.leitai.rulebook.aspect.MarkValue;
import org.leitai.rulebook.exact.Ratio;

/** Questions about which marks a sheet holds. */
public record SheetView(Stage stage, Sheet sheet) {
    /** Whether a node adds to its parent and is expected to be marked. */
    public static boolean counts(Node node) {
        return switch (node) {
            case Leaf leaf -> leaf.aspect().counts() && !leaf.aspect().head().optional();
            case Branch branch -> branch.children().stream().anyMatch(SheetView::counts);
        };
    }

    /** The numbers of pieces or attempts that have marks. */
    public SortedSet<Integer> numbers(Branch branch, Part part, boolean pieces) {
        var numbers = new TreeSet<Integer>();
        visit(branch, part, (_, mark) -> numbers.add(pieces ? mark.piece() : mark.attempt()));
        return numbers;
    }

    /**
     * Seats with marks, in label order, each with whether it has said of anything here that it gives no mark; then its whole sheet is
     * absent.
     */
    public SortedMap<String, Boolean> seats(Branch branch, Part part) {
        var absent = new HashMap<String, Boolean>();
        visit(
                branch,
                part,
                (leaf, mark) -> absent.merge(mark.seat(), mark.isAbsent() && counts(leaf), Boolean::logicalOr));
        var ordered = new TreeMap<String, Boolean>(SeatOrder.BY_LABEL);
        ordered.putAll(absent);
        return ordered;
    }

    /** Whether everything expected here is marked. */
    public boolean isComplete(Node node, Part part) {
        return switch (node) {
            case Leaf leaf -> !counts(leaf) || hasMark(leaf, part);
            case Branch branch -> branch.children().stream().allMatch(child -> isComplete(child, part));
        };
    }

    private boolean hasMark(Leaf leaf, Part part) {
        for (var mark : sheet.marks(leaf.index())) {
            if (part.holds(mark)) {
                return true;
            }
        }
        return false;
    }

    /** A recorded figure as it was written: numbers as they are, times in seconds, anything else by its points. */
    public @Nullable Ratio figure(String aspect, Part part) {
        var index = stage.positions().get(aspect);
        if (index == null) {
            return null;
        }
        var where = wherever(aspect, part);
        for (var mark : sheet.marks(index)) {
            if (where.holds(mark) && !mark.isAbsent()) {
                return raw(stage.leaves().get(index), mark.value());
            }
        }
        return null;
    }

    /** A figure on a form that is filled once holds for every work piece and attempt. */
    private Part wherever(String aspect, Part part) {
        return stage.formOf(aspect)
                .map(form -> new Part(
                        isOnce(form.pieces()) ? 0 : part.piece(),
                        isOnce(form.attempts()) ? 0 : part.attempt(),
                        part.seat()))
                .orElse(part);
    }

    private static boolean isOnce(@Nullable Integer count) {
        return count != null && count == 1;
    }

    public static Ratio raw(Leaf leaf, MarkValue value) {
        return switch (value) {
            case MarkValue.Amount number -> Ratio.of(number.value());
            case MarkValue.Time time -> Ratio.of(time.seconds());
            default -> leaf.aspect().points(value);
        };
    }

    /** What a spread looks at: the level of a judgement, otherwise the points. */
    public static Ratio level(MarkValue value, Ratio points) {
        return value instanceof MarkValue.Level level ? Ratio.of(level.level()) : points;
    }

    /** The most a spread can see. */
    public static Ratio highest(Leaf leaf) {
        return leaf.aspect() instanceof Judged judged
                ? Ratio.of(judged.highest())
                : leaf.aspect().head().max();
    }

    private void visit(Node node, Part part, BiConsumer<Leaf, SeatMark> visitor) {
        switch (node) {
            case Leaf leaf -> {
                for (var mark : sheet.marks(leaf.index())) {
                    if (part.holds(mark)) {
                        visitor.accept(leaf, mark);
                    }
                }
            }
            case Branch branch -> branch.children().forEach(child -> visit(child, part, visitor));
        }
    }
}
