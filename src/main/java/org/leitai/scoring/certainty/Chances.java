package org.leitai.scoring.certainty;

import java.util.HashSet;
import java.util.Set;
import org.leitai.rulebook.Node;
import org.leitai.rulebook.Node.Branch;
import org.leitai.rulebook.Node.Leaf;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.Step;
import org.leitai.rulebook.Step.Operand;
import org.leitai.rulebook.aspect.Gate;
import org.leitai.scoring.sheet.Expected;
import org.leitai.scoring.sheet.Part;
import org.leitai.scoring.sheet.Sheet;
import org.leitai.scoring.sheet.SheetView;

/** What surely comes to a sheet whose stage is open, and what may: marks that nobody waits for, optional ones and vetoes, may not. */
record Chances(Stage stage, Sheet sheet) {
    /** Whether a node will have a value when everything has come that is awaited. */
    boolean surelyComes(Node node, Part part) {
        return node.steps().stream().allMatch(step -> hasFigure(step, part))
                && switch (node) {
                    case Leaf leaf -> SheetView.counts(leaf);
                    case Branch branch -> branch.children().stream().anyMatch(child -> surelyComes(child, part));
                };
    }

    /** Whether a step will have what it works with; an optional figure may never come. */
    private boolean hasFigure(Step step, Part part) {
        if (!(step.operand() instanceof Operand.Figure figure)) {
            return true;
        }
        var index = stage.positions().get(figure.aspect());
        var leaf = index == null ? null : stage.leaves().get(index);
        return leaf == null || !leaf.aspect().head().optional() || !mayCome(leaf, part.ofAllSeats());
    }

    /** Whether any mark may still come below a node. */
    boolean mayCome(Node node, Part part) {
        return switch (node) {
            case Leaf leaf ->
                stage.formOf(leaf.id())
                        .filter(form -> Expected.hasRoom(form, leaf, part, marks(leaf, part)))
                        .isPresent();
            case Branch branch -> branch.children().stream().anyMatch(child -> mayCome(child, part));
        };
    }

    private int marks(Leaf leaf, Part part) {
        var count = 0;
        for (var mark : sheet.marks(leaf.index())) {
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
}
