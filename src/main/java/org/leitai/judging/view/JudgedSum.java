package org.leitai.judging.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.domain.DisciplineState.Seat;
import org.leitai.judging.domain.PanelCell;
import org.leitai.kernel.doc.Doc;
import org.leitai.rulebook.Form;
import org.leitai.rulebook.Panel;
import org.leitai.rulebook.aspect.Judged;
import org.leitai.rulebook.exact.Decimals;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.exact.Rounding;

/**
 * How the levels of a panel become points: {@code (2+2+3)/9 × 1 = 0.78}. Only where the rule is that plain mean; where marks are
 * dropped, or each seat's points are rounded, the form does not pretend.
 */
final class JudgedSum {
    private static final Rounding SHOWN = Rounding.halfUp(2);

    private JudgedSum() {}

    static @Nullable Doc of(PanelCell cell, Judged aspect) {
        return form(cell)
                .filter(form -> isPlainMean(form.panel(), aspect) && isUnchanged(form, aspect))
                .flatMap(form -> levels(cell).map(levels -> sum(levels, aspect, form.panel())))
                .orElse(null);
    }

    private static Optional<Form> form(PanelCell cell) {
        return cell.state()
                .scheme()
                .rulebook()
                .stage(cell.sheet().stage())
                .flatMap(stage -> stage.form(cell.form().id()));
    }

    private static boolean isPlainMean(Panel panel, Judged aspect) {
        return panel.perAspect()
                && panel.combine() == Panel.Combine.MEAN
                && panel.dropHigh() + panel.dropLow() == 0
                && aspect.head().round() == null;
    }

    /** No step of the rulebook follows the mean. */
    private static boolean isUnchanged(Form form, Judged aspect) {
        return form.leaves().stream()
                .filter(leaf -> leaf.aspect().id().equals(aspect.id()))
                .allMatch(leaf -> leaf.steps().isEmpty());
    }

    /** The level of each seat; empty while one has none, or left it out. */
    private static Optional<List<Integer>> levels(PanelCell cell) {
        var values = cell.values();
        List<Integer> levels = new ArrayList<>();
        for (Seat seat : cell.panel()) {
            String value = values.get(seat.id());
            if (value == null || !value.matches("\\d")) {
                return Optional.empty();
            }
            levels.add(Integer.parseInt(value));
        }
        return Optional.of(levels);
    }

    private static Doc sum(List<Integer> levels, Judged aspect, Panel panel) {
        int over = aspect.highest() * levels.size();
        Ratio points = aspect.head()
                .max()
                .times(Ratio.of(levels.stream().mapToInt(Integer::intValue).sum(), over));
        Rounding round = panel.round() == null ? SHOWN : panel.round();
        return Doc.obj()
                .put("levels", Doc.texts(levels.stream().map(String::valueOf).toList()))
                .put("over", over)
                .put("max", Decimals.canonical(aspect.head().max().toDecimal()))
                .put("points", round.print(points).toPlainString())
                .put("exact", panel.round() != null || round.apply(points).equals(points))
                .build();
    }
}
