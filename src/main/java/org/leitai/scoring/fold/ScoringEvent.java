package org.leitai.scoring.fold;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.aspect.MarkValue;
import org.leitai.scoring.result.Status;
import org.leitai.scoring.sheet.Slot;

/** What a scorer folds. Ids are the caller's texts; values must have been accepted by the aspect before. */
public sealed interface ScoringEvent {
    /**
     * An entry takes part.
     *
     * @param division its group; any text where the rulebook lists none
     * @param members how many people it consists of, by id; a team counts once
     * @param team the team whose stages also count for it, or empty
     * @param group the panel that marked it, for scores standardised within panels, or empty
     */
    record EntryAdmitted(
            String entry,
            String division,
            String delegation,
            String unit,
            List<String> members,
            String team,
            String group)
            implements ScoringEvent {
        public EntryAdmitted {
            members = List.copyOf(members);
        }

        public EntryAdmitted(String entry, String division, String delegation, String unit, List<String> members) {
            this(entry, division, delegation, unit, members, "", "");
        }
    }

    record EntryStatusSet(String entry, Status status) implements ScoringEvent {}

    /** A mark, replacing the slot's former one. Recorded factors such as difficulty are marks like any other. */
    record MarkSet(Slot slot, MarkValue value) implements ScoringEvent {}

    record MarkCleared(Slot slot) implements ScoringEvent {}

    /** A number of a stage belongs to an entry (or team); {@code piece} is the work piece the number stood for, or 0. */
    record Linked(String stage, String number, String entry, int piece) implements ScoringEvent {
        public Linked(String stage, String number, String entry) {
            this(stage, number, entry, 0);
        }
    }

    record SheetSigned(String stage, String form, String subject, String seat) implements ScoringEvent {}

    record SheetReturned(String stage, String form, String subject, String seat) implements ScoringEvent {}

    /** No more marks come: what is missing is treated as absent from now on. */
    record StageClosed(String stage) implements ScoringEvent {}

    record StageReopened(String stage) implements ScoringEvent {}

    /** The chief's bounded correction of the combined value of one node (an aspect, form, criterion or stage id). */
    record AdjustmentSet(String stage, String subject, String node, BigDecimal by) implements ScoringEvent {}

    /** A correction of an entry's total outside the scheme. */
    record CorrectionSet(String entry, BigDecimal by, String reason) implements ScoringEvent {}

    /** Entries that were equal, in the order that lots or extra questions gave. */
    record TieDecided(List<String> order) implements ScoringEvent {
        public TieDecided {
            order = List.copyOf(order);
        }
    }

    /** An award against the rule, decided with a reason when results are ratified; null takes it away. */
    record AwardOverridden(String entry, @Nullable String award) implements ScoringEvent {}
}
