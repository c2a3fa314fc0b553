package org.leitai.scoring.certainty;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Node;
import org.leitai.rulebook.Node.Branch;
import org.leitai.rulebook.Node.Leaf;
import org.leitai.rulebook.Panel;
import org.leitai.rulebook.Repeat;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.Step;
import org.leitai.rulebook.aspect.Judged;
import org.leitai.rulebook.exact.Bounds;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.certainty.PanelBounds.Ballot;
import org.leitai.scoring.sheet.Part;
import org.leitai.scoring.sheet.Sheet;
import org.leitai.scoring.sheet.SheetView;
import org.leitai.scoring.sheet.StageEvaluator;
import org.leitai.scoring.sheet.Trace;
import org.leitai.scoring.sheet.Vetoes;

/**
 * One walk over an open stage's tree for one sheet that carries both ends of every value: marks that are still missing stand
 * anywhere within their bounds. A value of null means that nothing comes there.
 */
final class StageBounds {
    /** A seat that has not sat down: none of its marks are there. */
    private static final String NOBODY = "+";

    private final Stage stage;
    private final Sheet sheet;
    private final boolean ascending;
    private final SheetView view;
    private final Chances chances;
    private final Vetoes vetoes;
    /** What stands already. */
    private final StageEvaluator now;

    StageBounds(Stage stage, Sheet sheet, boolean ascending) {
        this.stage = stage;
        this.sheet = sheet;
        this.ascending = ascending;
        this.view = new SheetView(stage, sheet);
        this.chances = new Chances(stage, sheet);
        this.vetoes = new Vetoes(sheet, Trace.SILENT);
        this.now = new StageEvaluator(stage, sheet, Trace.SILENT, ascending, false);
    }

    /**
     * What may come of a node.
     *
     * @param surely false if it may also have no value at all
     */
    record Coming(Bounds bounds, boolean surely) {
        Coming times(Ratio weight) {
            return new Coming(bounds.times(Bounds.at(weight)), surely);
        }
    }

    /** What may come of the stage, or null if nothing can. */
    @Nullable Coming coming() {
        return coming(stage.tree(), Part.ALL, node(stage.tree(), Part.ALL));
    }

    /** Of a node whose value lies within bounds if it has one. What is not awaited may come, or what stands may stay. */
    private @Nullable Coming coming(Node node, Part part, @Nullable Bounds bounds) {
        if (node instanceof Leaf leaf && !leaf.aspect().counts()) {
            return null;
        }
        var known = bounds == null && chances.mayCome(node, part) ? Bounds.NONE : bounds;
        if (chances.surelyComes(node, part)) {
            return known == null ? null : new Coming(known, true);
        }
        var stands = now.value(node, part);
        if (stands == null) {
            return known == null ? null : new Coming(known, false);
        }
        return new Coming(known == null ? Bounds.at(stands) : known.or(Bounds.at(stands)), true);
    }

    private @Nullable Bounds node(Node node, Part part) {
        return switch (node) {
            case Leaf leaf -> leaf(leaf, part);
            case Branch branch -> pieces(branch, part);
        };
    }

    private @Nullable Bounds pieces(Branch branch, Part part) {
        var repeat = branch.pieces();
        return repeat == null || part.piece() != 0 ? attempts(branch, part) : repeated(branch, part, repeat, true);
    }

    private @Nullable Bounds attempts(Branch branch, Part part) {
        var repeat = branch.attempts();
        return repeat == null || part.attempt() != 0 ? seats(branch, part) : repeated(branch, part, repeat, false);
    }

    private @Nullable Bounds repeated(Branch branch, Part part, Repeat repeat, boolean pieces) {
        var numbers = view.numbers(branch, part, pieces);
        var count = repeat.count();
        for (var number = 1; count != null && number <= count; number++) {
            numbers.add(number);
        }
        var coming = new ArrayList<Coming>();
        for (var number : numbers) {
            var own = numbered(part, number, pieces);
            var one = coming(branch, own, once(branch, own, pieces));
            if (one != null) {
                coming.add(one);
            }
        }
        var further = numbered(part, numbers.isEmpty() ? 1 : numbers.last() + 1, pieces);
        return new RepeatBounds(repeat, ascending).of(coming, count == null ? once(branch, further, pieces) : null);
    }

    private static Part numbered(Part part, int number, boolean pieces) {
        return pieces ? new Part(number, part.attempt(), part.seat()) : new Part(part.piece(), number, part.seat());
    }

    private @Nullable Bounds once(Branch branch, Part part, boolean piece) {
        return piece ? attempts(branch, part) : seats(branch, part);
    }

    /** Where a panel combines whole sheets, each seat's sum is bounded first. */
    private @Nullable Bounds seats(Branch branch, Part part) {
        var panel = branch.panel();
        if (panel == null) {
            return stepped(branch, inner(branch, part), part);
        }
        if (part.seat() != null) {
            return inner(branch, part);
        }
        var seats = view.seats(branch, part);
        for (var label : panel.seats()) {
            if (seats.size() < panel.size()) {
                seats.putIfAbsent(label, false);
            }
        }
        var given = new ArrayList<Ballot>();
        var open = new ArrayList<Ballot>();
        var absent = 0;
        for (var seat : seats.entrySet()) {
            if (seat.getValue()) {
                absent++;
            } else {
                var own = new Part(part.piece(), part.attempt(), seat.getKey());
                (view.isComplete(branch, own) ? given : open).add(ballot(branch, own));
            }
        }
        var combined = new PanelBounds(panel, absent, sheet.adjustment(branch.id()), branch.max())
                .of(given, open, ballot(branch, new Part(part.piece(), part.attempt(), NOBODY)));
        return stepped(branch, combined, part);
    }

    private @Nullable Bounds stepped(Branch branch, @Nullable Bounds bounds, Part part) {
        return bounds == null ? null : steps(branch.steps(), bounds, part);
    }

    private Ballot ballot(Branch branch, Part part) {
        var bounds = inner(branch, part);
        return bounds == null ? new Ballot(Bounds.NONE, Bounds.NONE) : new Ballot(bounds, bounds);
    }

    private @Nullable Bounds inner(Branch branch, Part part) {
        var bounds = folded(branch, part);
        if (bounds == null) {
            return null;
        }
        for (var gate : branch.gates()) {
            if (vetoes.isHit(gate, part)) {
                bounds = Bounds.at(Ratio.ZERO);
            } else if (chances.mayCome(gate, part)) {
                bounds = bounds.or(Bounds.at(Ratio.ZERO));
            }
        }
        return bounds;
    }

    private @Nullable Bounds folded(Branch branch, Part part) {
        var zeroed = vetoes.items(branch, part);
        var maybeZeroed = chances.items(branch, part);
        var sure = new ArrayList<Bounds>(branch.children().size());
        var maybe = new ArrayList<Bounds>();
        for (var child : branch.children()) {
            var bounds = zeroed.contains(child.id()) ? Bounds.at(Ratio.ZERO) : node(child, part);
            if (bounds != null && maybeZeroed.contains(child.id())) {
                bounds = bounds.or(Bounds.at(Ratio.ZERO));
            }
            var coming = coming(child, part, bounds);
            if (coming != null) {
                (coming.surely() ? sure : maybe)
                        .add(coming.times(child.weight()).bounds());
            }
        }
        return FoldBounds.fold(branch.fold(), sure, maybe, ascending);
    }

    private @Nullable Bounds leaf(Leaf leaf, Part part) {
        if (!leaf.aspect().counts()) {
            return null;
        }
        var bounds = part.seat() == null ? panel(leaf, part) : single(leaf, part);
        return bounds == null ? null : steps(leaf.steps(), bounds, part);
    }

    private Bounds single(Leaf leaf, Part part) {
        for (var mark : sheet.marks(leaf.index())) {
            if (part.holds(mark) && !mark.isAbsent()) {
                return Bounds.at(leaf.aspect().awarded(mark.value()));
            }
        }
        return unmarked(leaf).points();
    }

    private @Nullable Bounds panel(Leaf leaf, Part part) {
        var given = new LinkedHashMap<String, Ballot>();
        var absent = 0;
        for (var mark : sheet.marks(leaf.index())) {
            if (!part.holds(mark)) {
                continue;
            }
            if (mark.isAbsent()) {
                absent++;
            } else {
                var points = leaf.aspect().awarded(mark.value());
                given.put(mark.seat(), new Ballot(Bounds.at(SheetView.level(mark.value(), points)), Bounds.at(points)));
            }
        }
        var panel = leaf.panel();
        var missing = panel.combine() == Panel.Combine.AGREED && !given.isEmpty()
                ? 0
                : Math.max(0, panel.size() - absent - given.size());
        return new PanelBounds(panel, absent, sheet.adjustment(leaf.id()), SheetView.highest(leaf))
                .of(List.copyOf(given.values()), Collections.nCopies(missing, unmarked(leaf)), unmarked(leaf));
    }

    private static Ballot unmarked(Leaf leaf) {
        var round = leaf.aspect().head().round();
        var points =
                round == null ? leaf.aspect().bounds() : leaf.aspect().bounds().each(round::apply);
        return leaf.aspect() instanceof Judged judged
                ? new Ballot(Bounds.of(Ratio.ZERO, Ratio.of(judged.highest())), points)
                : new Ballot(points, points);
    }

    private Bounds steps(List<Step> steps, Bounds bounds, Part part) {
        return new StepBounds(aspect -> figure(aspect, part.ofAllSeats())).apply(steps, bounds);
    }

    private Bounds figure(String aspect, Part part) {
        var known = view.figure(aspect, part);
        var index = stage.positions().get(aspect);
        return known != null
                ? Bounds.at(known)
                : index == null
                        ? Bounds.NONE
                        : stage.leaves().get(index).aspect().figures();
    }
}
