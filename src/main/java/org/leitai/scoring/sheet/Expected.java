package org.leitai.scoring.sheet;

import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Form;
import org.leitai.rulebook.Node.Leaf;
import org.leitai.rulebook.Panel.Combine;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.aspect.Gate;

/** How many marks a sheet should have. */
public final class Expected {
    private Expected() {}

    public static int missing(Stage stage, Sheet sheet) {
        var missing = 0;
        for (var form : stage.forms()) {
            for (var leaf : form.leaves()) {
                missing += Math.max(0, marks(form, leaf) - sheet.marks(leaf.index()).length);
            }
        }
        return missing;
    }

    /** Marks all subjects together should have on one aspect of one subject. */
    public static int marks(Form form, Leaf leaf) {
        if (leaf.aspect().head().optional() || leaf.aspect() instanceof Gate) {
            return 0;
        }
        var panel = leaf.aspect().counts() ? seatsOf(form, leaf) : 1;
        return panel * times(form.pieces()) * times(form.attempts());
    }

    private static int seatsOf(Form form, Leaf leaf) {
        var panel = form.panel().perAspect() ? leaf.panel() : form.panel();
        return panel.combine() == Combine.AGREED ? 1 : panel.size();
    }

    private static int times(@Nullable Integer count) {
        return count == null ? 1 : count;
    }
}
