package org.leitai.scoring.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Node;
import org.leitai.rulebook.Node.Branch;
import org.leitai.rulebook.Node.Leaf;
import org.leitai.rulebook.Panel;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.sheet.PanelOutcome.Fate;
import org.leitai.scoring.sheet.PanelOutcome.Vote;

/** One walk over a stage's tree for one sheet, from the marks there are. A value of null means that there is nothing yet. */
public final class StageEvaluator {
    private final Sheet sheet;
    private final SheetView view;
    private final Repeats repeats;
    private final Vetoes vetoes;
    private final Trace trace;
    private final boolean ascending;
    private final boolean closed;

    /**
     * An evaluation of one sheet.
     *
     * @param closed true if no more marks come, so that missing ones count as absent
     */
    public StageEvaluator(Stage stage, Sheet sheet, Trace trace, boolean ascending, boolean closed) {
        this.sheet = sheet;
        this.trace = trace;
        this.ascending = ascending;
        this.closed = closed;
        this.view = new SheetView(stage, sheet);
        this.repeats = new Repeats(ascending, trace);
        this.vetoes = new Vetoes(sheet, trace);
    }

    public @Nullable Ratio value(Node node) {
        return value(node, Part.ALL);
    }

    /** The value of one piece or attempt, or of what one seat gave. */
    public @Nullable Ratio value(Node node, Part part) {
        return node(node, part);
    }

    /** The so many best of a branch's attempts, or of its work pieces where it has no attempts; null where there are fewer. */
    public @Nullable Ratio nth(Branch branch, int nth) {
        var values = new ArrayList<Ratio>();
        var attempts = branch.attempts();
        var repeat = attempts == null ? branch.pieces() : attempts;
        if (repeat != null) {
            for (var number : view.numbers(branch, Part.ALL, attempts == null)) {
                var part = attempts == null ? new Part(number, 0, null) : new Part(0, number, null);
                var value = seats(branch, part);
                if (value != null) {
                    values.add(value);
                }
            }
        }
        values.sort(ascending ? Comparator.naturalOrder() : Comparator.reverseOrder());
        return nth > values.size() ? null : values.get(nth - 1);
    }

    private @Nullable Ratio node(Node node, Part part) {
        return switch (node) {
            case Leaf leaf -> leaf(leaf, part);
            case Branch branch -> {
                trace.enter(branch);
                var value = pieces(branch, part);
                trace.leave(branch, value);
                yield value;
            }
        };
    }

    private @Nullable Ratio pieces(Branch branch, Part part) {
        var repeat = branch.pieces();
        if (repeat == null || part.piece() != 0) {
            return attempts(branch, part);
        }
        var values = new ArrayList<@Nullable Ratio>();
        for (var piece : view.numbers(branch, part, true)) {
            trace.part("piece", piece);
            var own = new Part(piece, part.attempt(), part.seat());
            var value = attempts(branch, own);
            trace.partDone("piece", piece, value);
            values.add(value);
        }
        return repeats.take(repeat, values);
    }

    private @Nullable Ratio attempts(Branch branch, Part part) {
        var repeat = branch.attempts();
        if (repeat == null || part.attempt() != 0) {
            return seats(branch, part);
        }
        var values = new ArrayList<@Nullable Ratio>();
        for (var attempt : view.numbers(branch, part, false)) {
            trace.part("attempt", attempt);
            var own = new Part(part.piece(), attempt, part.seat());
            var value = seats(branch, own);
            trace.partDone("attempt", attempt, value);
            values.add(value);
        }
        return repeats.take(repeat, values);
    }

    /**
     * Where a panel combines whole sheets, each seat's sum is computed first, and the branch's steps follow the panel, as they
     * do at an aspect.
     */
    private @Nullable Ratio seats(Branch branch, Part part) {
        var panel = branch.panel();
        if (panel == null) {
            return stepped(branch, inner(branch, part), part);
        }
        if (part.seat() != null) {
            return inner(branch, part);
        }
        var votes = new ArrayList<Vote>();
        var absent = 0;
        for (var marked : view.seats(branch, part).entrySet()) {
            if (marked.getValue()) {
                absent++;
                continue;
            }
            var seat = marked.getKey();
            var own = new Part(part.piece(), part.attempt(), seat);
            trace.seat(seat);
            var value = view.isComplete(branch, own) ? inner(branch, own) : null;
            trace.seatDone(seat, value);
            if (value != null) {
                votes.add(new Vote(seat, value, value, Fate.KEPT));
            }
        }
        return stepped(branch, combine(branch, panel, votes, absent, branch.max()), part);
    }

    private @Nullable Ratio stepped(Branch branch, @Nullable Ratio value, Part part) {
        return value == null ? null : new StepMath(view::figure, trace).apply(branch.steps(), value, part);
    }

    private @Nullable Ratio combine(Node node, Panel panel, List<Vote> votes, int absent, @Nullable Ratio highest) {
        var gone = closed ? panel.size() - votes.size() : absent;
        if (votes.isEmpty() && (gone == 0 || panel.missing() != Panel.Missing.ZERO)) {
            return null;
        }
        var outcome = PanelMath.combine(panel, votes, gone, sheet.adjustment(node.id()), highest);
        trace.panel(panel, outcome);
        return outcome.value();
    }

    private @Nullable Ratio inner(Branch branch, Part part) {
        var folded = folded(branch, part);
        if (folded == null) {
            return null;
        }
        for (var gate : branch.gates()) {
            if (vetoes.isHit(gate, part)) {
                folded = Ratio.ZERO;
            }
        }
        return folded;
    }

    private @Nullable Ratio folded(Branch branch, Part part) {
        var zeroed = vetoes.items(branch, part);
        var values = new ArrayList<Ratio>(branch.children().size());
        for (var child : branch.children()) {
            var value = zeroed.contains(child.id()) ? Ratio.ZERO : node(child, part);
            if (value != null) {
                values.add(value.times(child.weight()));
            }
        }
        return values.isEmpty() ? null : Folding.fold(branch.fold(), values, ascending);
    }

    private @Nullable Ratio leaf(Leaf leaf, Part part) {
        if (!leaf.aspect().counts()) {
            return null;
        }
        trace.enter(leaf);
        var value = part.seat() == null && !isAgreedAlready(leaf, part) ? panel(leaf, part) : single(leaf, part);
        var after = value == null || leaf.steps().isEmpty()
                ? value
                : new StepMath(view::figure, trace).apply(leaf.steps(), value, part);
        trace.leave(leaf, after);
        return after;
    }

    /** One mark where seats agree on one value needs no panel: the usual case of measured sheets, and the cheap one. */
    private boolean isAgreedAlready(Leaf leaf, Part part) {
        var marks = sheet.marks(leaf.index());
        var panel = leaf.panel();
        return marks.length == 1
                && panel.combine() == Panel.Combine.AGREED
                && panel.least() == 1
                && panel.round() == null
                && part.holds(marks[0])
                && !marks[0].isAbsent()
                && sheet.adjustment(leaf.id()) == null;
    }

    private @Nullable Ratio single(Leaf leaf, Part part) {
        for (var mark : sheet.marks(leaf.index())) {
            if (part.holds(mark) && !mark.isAbsent()) {
                return points(leaf, mark);
            }
        }
        return null;
    }

    private Ratio points(Leaf leaf, SeatMark mark) {
        var points = leaf.aspect().awarded(mark.value());
        trace.mark(leaf, mark, points);
        return points;
    }

    private @Nullable Ratio panel(Leaf leaf, Part part) {
        var votes = new LinkedHashMap<String, Vote>();
        var absent = 0;
        for (var mark : sheet.marks(leaf.index())) {
            if (!part.holds(mark)) {
                continue;
            }
            if (mark.isAbsent()) {
                absent++;
                trace.mark(leaf, mark, null);
            } else {
                var points = points(leaf, mark);
                votes.put(mark.seat(), new Vote(mark.seat(), SheetView.level(mark.value(), points), points, Fate.KEPT));
            }
        }
        return combine(leaf, leaf.panel(), ordered(votes), absent, SheetView.highest(leaf));
    }

    private static List<Vote> ordered(Map<String, Vote> votes) {
        var list = new ArrayList<>(votes.values());
        list.sort((a, b) -> SeatOrder.BY_LABEL.compare(a.seat(), b.seat()));
        return list;
    }
}
