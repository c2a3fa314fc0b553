package org.leitai.scoring.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Node;
import org.leitai.rulebook.Node.Branch;
import org.leitai.rulebook.Node.Leaf;
import org.leitai.rulebook.aspect.Gate;
import org.leitai.rulebook.exact.Ratio;

/** What marks that nobody waits for, optional ones and vetoes, may still do to a bound while their stage is open. */
public record Chances(SheetView view) {
    /** Whether any mark may still come below a node. */
    boolean mayCome(Node node, Part part) {
        return switch (node) {
            case Leaf leaf ->
                view.stage()
                        .formOf(leaf.id())
                        .filter(form -> Expected.hasRoom(form, leaf, part, marks(leaf, part)))
                        .isPresent();
            case Branch branch -> branch.children().stream().anyMatch(child -> mayCome(child, part));
        };
    }

    private int marks(Leaf leaf, Part part) {
        var count = 0;
        for (var mark : view.sheet().marks(leaf.index())) {
            count += part.holds(mark) ? 1 : 0;
        }
        return count;
    }

    /** Ids of children that a veto over single items may still put to 0. */
    Set<String> items(Branch branch, Part part) {
        Set<String> items = Set.of();
        for (var child : branch.children()) {
            if (child instanceof Leaf leaf
                    && leaf.gate() instanceof Gate gate
                    && gate.zeroes() == Gate.Scope.ITEMS
                    && mayCome(leaf, part)) {
                items = items.isEmpty() ? new HashSet<>() : items;
                for (var item : gate.items()) {
                    items.add(item.id());
                }
            }
        }
        return items;
    }

    /** The bound of what is one of two. */
    static Ratio either(Mode mode, Ratio one, Ratio other) {
        return mode == Mode.LOW ? one.min(other) : one.max(other);
    }

    /**
     * The bound of values of which some come and some may: of so many that may, the lowest (or highest) are the worst (or best),
     * so every number of them is tried. Without any that surely comes there is one at least.
     */
    public static @Nullable Ratio fold(
            Mode mode, List<Ratio> sure, List<Ratio> maybe, Function<List<Ratio>, @Nullable Ratio> fold) {
        var values = new ArrayList<>(sure);
        var bound = sure.isEmpty() ? null : fold.apply(values);
        if (maybe.isEmpty() || (bound == null && !sure.isEmpty())) {
            return bound;
        }
        var order = mode == Mode.LOW ? Comparator.<Ratio>naturalOrder() : Comparator.<Ratio>reverseOrder();
        for (var value : maybe.stream().sorted(order).toList()) {
            values.add(value);
            var next = fold.apply(values);
            if (next == null) {
                return null;
            }
            bound = bound == null ? next : either(mode, bound, next);
        }
        return bound;
    }
}
