package org.leitai.scoring;

import java.util.List;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.aspect.Checked;
import org.leitai.scoring.fold.ScoringEvent.EntryAdmitted;
import org.leitai.scoring.fold.ScoringEvent.MarkSet;
import org.leitai.scoring.sheet.Slot;

/** Short ways to say in tests who takes part and who marked what. */
final class Marks {
    private Marks() {}

    static EntryAdmitted entry(String id, String division) {
        return new EntryAdmitted(id, division, "", "", List.of());
    }

    static EntryAdmitted entry(String id) {
        return entry(id, "");
    }

    /** A mark written as in a marks file. */
    static MarkSet mark(Rulebook rulebook, String stage, String subject, String aspect, String seat, String value) {
        return mark(rulebook, Slot.of(stage, subject, aspect, seat), value);
    }

    static MarkSet mark(Rulebook rulebook, Slot slot, String value) {
        var aspect = rulebook.aspect(slot.stage(), slot.aspect()).orElseThrow();
        return switch (aspect.parse(value)) {
            case Checked.Accepted accepted -> new MarkSet(slot, accepted.value());
            case Checked.Refused refused ->
                throw new AssertionError(
                        refused.code() + ": " + refused.message().en());
        };
    }
}
