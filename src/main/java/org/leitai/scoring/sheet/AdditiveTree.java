package org.leitai.scoring.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Node;
import org.leitai.rulebook.Node.Branch;
import org.leitai.rulebook.Node.Fold;
import org.leitai.rulebook.Node.Leaf;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.Step;
import org.leitai.rulebook.exact.Ratio;

/**
 * A stage whose marks are only weighted, rounded and added up on their way to its value, so that one mark changes one path. No
 * vetoes, no work pieces, attempts or panels over whole sheets, no figures that work from elsewhere.
 */
public final class AdditiveTree {
    private final Stage stage;
    private final boolean ascending;
    /** The root first. */
    private final List<Branch> branches = new ArrayList<>();
    /** For each leaf the numbers of the branches above it, the nearest first. */
    private final int[][] paths;
    /** For each leaf how many marks it should have. */
    private final int[] expected;
    /** Whether every branch has the sum of its children for its value. */
    private final boolean plain;

    private AdditiveTree(Stage stage, boolean ascending) {
        this.stage = stage;
        this.ascending = ascending;
        this.paths = new int[stage.leaves().size()][];
        this.expected = new int[stage.leaves().size()];
        number(stage.tree(), new int[0]);
        this.plain = branches.stream().allMatch(branch -> branch.steps().isEmpty());
        for (var form : stage.forms()) {
            form.leaves().forEach(leaf -> expected[leaf.index()] = Expected.marks(form, leaf));
        }
    }

    /** The tree of a stage, or empty when its value is more than sums. */
    public static Optional<AdditiveTree> of(Stage stage, boolean ascending) {
        return isAdditive(stage.tree()) ? Optional.of(new AdditiveTree(stage, ascending)) : Optional.empty();
    }

    private static boolean isAdditive(Node node) {
        return node.steps().stream().noneMatch(Step::usesFigure)
                && switch (node) {
                    case Leaf leaf -> leaf.gate() == null;
                    case Branch branch ->
                        branch.fold().way() == Fold.Way.SUM
                                && branch.panel() == null
                                && branch.pieces() == null
                                && branch.attempts() == null
                                && branch.gates().isEmpty()
                                && branch.children().stream().allMatch(AdditiveTree::isAdditive);
                };
    }

    private void number(Branch branch, int[] above) {
        var path = new int[above.length + 1];
        path[0] = branches.size();
        System.arraycopy(above, 0, path, 1, above.length);
        branches.add(branch);
        for (var child : branch.children()) {
            switch (child) {
                case Leaf leaf -> paths[leaf.index()] = path;
                case Branch below -> number(below, path);
            }
        }
    }

    /** What a sheet without marks comes to. */
    public Running empty() {
        var missing = 0;
        for (var marks : expected) {
            missing += marks;
        }
        var none = new @Nullable Ratio[branches.size()];
        return new Running(none, none, new int[branches.size()], missing);
    }

    /** What a sheet comes to, kept from mark to mark; immutable. */
    public static final class Running {
        /** For each branch the weighted sum of the children that have a value; null for none. */
        private final @Nullable Ratio[] sums;
        /** For each branch its value, after its steps. */
        private final @Nullable Ratio[] values;
        /** For each branch how many children have a value. */
        private final int[] counted;

        private final int missing;

        private Running(@Nullable Ratio[] sums, @Nullable Ratio[] values, int[] counted, int missing) {
            this.sums = sums;
            this.values = values;
            this.counted = counted;
            this.missing = missing;
        }

        /** Of the whole stage, or null without marks. */
        public @Nullable Ratio value() {
            return values[0];
        }

        /** Expected marks that are not there. */
        public int missing() {
            return missing;
        }
    }

    /** After one leaf's marks changed. */
    public Running after(Running running, Sheet before, Sheet sheet, int leaf) {
        var old = value(before, leaf);
        var now = value(sheet, leaf);
        var missing = running.missing - missing(before, leaf) + missing(sheet, leaf);
        return Objects.equals(old, now)
                ? new Running(running.sums, running.values, running.counted, missing)
                : moved(running, leaf, old, now, missing);
    }

    private Running moved(Running running, int leaf, @Nullable Ratio old, @Nullable Ratio now, int missing) {
        var sums = running.sums.clone();
        var values = plain ? sums : running.values.clone();
        var counted = old == null || now == null ? running.counted.clone() : running.counted;
        Node below = stage.leaves().get(leaf);
        var by = difference(old, now);
        for (var number : paths[leaf]) {
            if ((old == null) != (now == null)) {
                counted[number] += now == null ? -1 : 1;
            }
            by = by.times(below.weight());
            old = values[number];
            var sum = sums[number];
            sums[number] = counted[number] == 0 ? null : sum == null ? by : sum.plus(by);
            below = branches.get(number);
            now = stepped(below, sums[number]);
            values[number] = now;
            by = below.steps().isEmpty() ? by : difference(old, now);
        }
        return new Running(sums, values, counted, missing);
    }

    private static Ratio difference(@Nullable Ratio old, @Nullable Ratio now) {
        return (now == null ? Ratio.ZERO : now).minus(old == null ? Ratio.ZERO : old);
    }

    private static @Nullable Ratio stepped(Node branch, @Nullable Ratio sum) {
        return sum == null || branch.steps().isEmpty()
                ? sum
                : new StepMath(StepMath.Figures.NONE, Trace.SILENT).apply(branch.steps(), sum, Part.ALL);
    }

    private @Nullable Ratio value(Sheet sheet, int leaf) {
        return sheet.marks(leaf).length == 0
                ? null
                : new StageEvaluator(stage, sheet, Trace.SILENT, ascending, false)
                        .value(stage.leaves().get(leaf));
    }

    private int missing(Sheet sheet, int leaf) {
        return Math.max(0, expected[leaf] - sheet.marks(leaf).length);
    }
}
