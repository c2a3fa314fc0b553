package org.leitai.rulebook.read;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Node;
import org.leitai.rulebook.Node.Branch;
import org.leitai.rulebook.Node.Fold;
import org.leitai.rulebook.Node.Leaf;
import org.leitai.rulebook.Panel;
import org.leitai.rulebook.Repeat;
import org.leitai.rulebook.Step;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.tree.Fields;

/** Compares a declared {@code max} with what the parts can give. */
final class SumCheck {
    private SumCheck() {}

    static void check(Fields at, Branch branch) {
        var declared = branch.max();
        if (declared == null) {
            return;
        }
        unweighted(branch)
                .filter(sum -> !sum.equals(declared))
                .ifPresent(sum -> at.error(
                        "max",
                        "sum-differs",
                        "'" + branch.id() + "' says max " + declared + ", its parts add up to " + sum,
                        "“" + branch.id() + "”标明满分 " + declared + "，各部分合计为 " + sum));
    }

    /** The highest value in the scheme, or empty where it depends on recorded figures or a varying number of pieces. */
    static Optional<Ratio> highest(Node node) {
        return unweighted(node).map(node.weight()::times);
    }

    private static Optional<Ratio> unweighted(Node node) {
        return switch (node) {
            case Leaf leaf ->
                leaf.aspect().head().outside() || !leaf.aspect().counts()
                        ? Optional.of(Ratio.ZERO)
                        : after(
                                leaf.steps(),
                                panelled(leaf.panel(), leaf.aspect().head().max()));
            case Branch branch ->
                folded(branch.fold(), branch.children())
                        .map(value -> branch.panel() == null ? value : panelled(branch.panel(), value))
                        .flatMap(value -> after(branch.steps(), value))
                        .flatMap(value -> repeated(branch.attempts(), value))
                        .flatMap(value -> repeated(branch.pieces(), value));
        };
    }

    private static Ratio panelled(Panel panel, Ratio max) {
        return switch (panel.combine()) {
            case SUM -> max.times(Ratio.of(panel.size() - panel.dropHigh() - panel.dropLow()));
            case AGREED, MEAN, MEDIAN -> max;
        };
    }

    static Optional<Ratio> folded(Fold fold, List<? extends Node> children) {
        var values = children.stream().map(SumCheck::highest).toList();
        if (values.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        var known = values.stream()
                .flatMap(Optional::stream)
                .sorted((a, b) -> b.compareTo(a))
                .toList();
        return switch (fold.way()) {
            case SUM -> known.stream().reduce(Ratio::plus);
            case BEST -> known.stream().limit(fold.best()).reduce(Ratio::plus);
            case MEAN, PRODUCT -> Optional.empty();
        };
    }

    /** Of so many pieces or attempts; empty where their number varies and they are added up. */
    private static Optional<Ratio> repeated(@Nullable Repeat repeat, Ratio value) {
        if (repeat == null) {
            return Optional.of(value);
        }
        return switch (repeat.take()) {
            case SUM -> {
                var count = repeat.best() != null ? repeat.best() : repeat.count();
                yield count == null ? Optional.empty() : Optional.of(value.times(Ratio.of(count)));
            }
            case MEAN, BEST, WORST, FIRST, LAST -> Optional.of(value);
        };
    }

    static Optional<Ratio> after(List<Step> steps, Ratio value) {
        var result = value;
        for (var step : steps) {
            switch (step) {
                case Step.Times(Step.Operand.Fixed by) -> result = result.times(by.value());
                case Step.Divide(Step.Operand.Fixed by) -> result = result.dividedBy(by.value());
                case Step.Plus(Step.Operand.Fixed what) -> result = result.plus(what.value());
                case Step.Minus(Step.Operand.Fixed what) -> result = result.minus(what.value());
                case Step.AtLeast atLeast -> result = result.max(atLeast.bound());
                case Step.AtMost atMost -> result = result.min(atMost.bound());
                case Step.Round round -> result = round.rounding().apply(result);
                case Step.Times _, Step.Divide _, Step.Plus _, Step.Minus _ -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(result);
    }
}
