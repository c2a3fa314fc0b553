package org.leitai.judging.domain;

import org.leitai.judging.domain.DisciplineCommand.AdmitEntry;
import org.leitai.judging.domain.DisciplineCommand.OpenDiscipline;
import org.leitai.judging.domain.DisciplineCommand.SetEntryStatus;
import org.leitai.judging.domain.DisciplineEvent.DisciplineOpened;
import org.leitai.judging.domain.DisciplineEvent.EntryAdmitted;
import org.leitai.judging.domain.DisciplineEvent.EntryStatusSet;
import org.leitai.kernel.Decision;

/** The discipline itself and who takes part in it. */
final class EntryRules {
    private EntryRules() {}

    static Decision<DisciplineEvent> open(DisciplineState state, OpenDiscipline command) {
        if (state.head() != null) {
            return Decision.refuse("discipline-exists", "discipline " + state.stream() + " is open already");
        }
        var problem = Schemes.problem(command.rulebookYaml(), command.rulebookHash());
        if (problem.isPresent()) {
            return Decision.refuse(problem.get());
        }
        return Decision.accept(new DisciplineOpened(
                command.contest(),
                command.code(),
                command.titleZh(),
                command.titleEn(),
                command.rulebookYaml(),
                command.rulebookHash()));
    }

    static Decision<DisciplineEvent> admit(DisciplineState state, AdmitEntry command) {
        var locked = Gate.unlocked(state);
        if (locked.isPresent()) {
            return Decision.refuse(locked.get());
        }
        if (state.entries().containsKey(command.entry())) {
            return Decision.refuse("entry-exists", "entry " + command.entry() + " is admitted already");
        }
        var divisions = state.scheme().divisions();
        if (!divisions.isEmpty() && !divisions.contains(command.division())) {
            return Decision.refuse(
                    "unknown-division",
                    "there is no division '" + command.division() + "' among " + String.join(", ", divisions));
        }
        return Decision.accept(new EntryAdmitted(
                command.entry(), command.division(), command.delegation(), command.unit(), command.members()));
    }

    static Decision<DisciplineEvent> setStatus(DisciplineState state, SetEntryStatus command) {
        var locked = Gate.unlocked(state);
        if (locked.isPresent()) {
            return Decision.refuse(locked.get());
        }
        if (!state.entries().containsKey(command.entry())) {
            return Decision.refuse("unknown-entry", "entry " + command.entry() + " is not in this discipline");
        }
        return Decision.accept(new EntryStatusSet(command.entry(), command.status(), command.reason()));
    }
}
