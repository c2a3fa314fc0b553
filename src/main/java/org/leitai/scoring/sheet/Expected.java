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

    /** Whether a mark that nobody waits for may still come to a sheet: an optional one, a veto, or one more piece of any number. */
    public static boolean hasRoom(Stage stage, Sheet sheet) {
        for (var form : stage.forms()) {
            for (var leaf : form.leaves()) {
                var awaited = !leaf.aspect().head().optional() && !(leaf.aspect() instanceof Gate);
                var counted = form.pieces() != null && form.attempts() != null;
                if (!(awaited && counted) && hasRoom(form, leaf, Part.ALL, sheet.marks(leaf.index()).length)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether so many marks are fewer than an aspect can have in a part of a sheet. */
    public static boolean hasRoom(Form form, Leaf leaf, Part part, int marks) {
        var pieces = part.piece() == 0 ? form.pieces() : Integer.valueOf(1);
        var attempts = part.attempt() == 0 ? form.attempts() : Integer.valueOf(1);
        var figure = !leaf.aspect().counts() && !(leaf.aspect() instanceof Gate);
        var seats = part.seat() != null || figure ? 1 : seatsOf(form, leaf);
        return pieces == null || attempts == null || marks < seats * pieces * attempts;
    }

    private static int seatsOf(Form form, Leaf leaf) {
        var panel = form.panel().perAspect() ? leaf.panel() : form.panel();
        return panel.combine() == Combine.AGREED ? 1 : panel.size();
    }

    private static int times(@Nullable Integer count) {
        return count == null ? 1 : count;
    }
}
