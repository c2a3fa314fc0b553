package org.leitai.judging.domain;

import java.util.List;
import org.leitai.judging.domain.DisciplineCommand.CloseStage;
import org.leitai.judging.domain.DisciplineCommand.MoveCursor;
import org.leitai.judging.domain.DisciplineCommand.OpenStage;
import org.leitai.judging.domain.DisciplineEvent.CursorMoved;
import org.leitai.judging.domain.DisciplineEvent.StageClosed;
import org.leitai.judging.domain.DisciplineEvent.StageOpened;
import org.leitai.kernel.Decision;
import org.leitai.kernel.Refusal;

/** When marks may come, and whose turn it is. Nothing here happens by a clock alone. */
final class StageRules {
    private StageRules() {}

    static Decision<DisciplineEvent> open(DisciplineState state, OpenStage command) {
        var locked = Gate.unlocked(state);
        if (locked.isPresent()) {
            return Decision.refuse(locked.get());
        }
        if (state.scheme().stage(command.stage()).isEmpty()) {
            return Decision.refuse(Gate.unknownStage(state, command.stage()));
        }
        StageState stage = state.stage(command.stage());
        if (stage.isOpen()) {
            return Decision.accept(List.of());
        }
        if (stage.numbers().isEmpty()) {
            return Decision.refuse(
                    "no-numbers", "stage '" + command.stage() + "' has no numbers yet: draw or assign them first");
        }
        return Decision.accept(new StageOpened(command.stage()));
    }

    static Decision<DisciplineEvent> close(DisciplineState state, CloseStage command) {
        var stage = state.scheme().stage(command.stage()).orElse(null);
        if (stage == null) {
            return Decision.refuse(Gate.unknownStage(state, command.stage()));
        }
        if (!state.stage(stage.id()).isOpen()) {
            return Decision.refuse(notOpen(state, stage.id()));
        }
        int unsigned = command.despiteUnsigned() ? 0 : state.unsigned(stage).size();
        return unsigned == 0
                ? Decision.accept(new StageClosed(stage.id()))
                : Decision.refuse(unsigned(stage.id(), unsigned));
    }

    static Decision<DisciplineEvent> moveCursor(DisciplineState state, MoveCursor command) {
        StageState stage = state.stage(command.stage());
        if (!stage.isOpen()) {
            return Decision.refuse(notOpen(state, command.stage()));
        }
        if (!stage.numbers().containsKey(command.subject())) {
            return Decision.refuse(MarkRules.unknownSubject(command.stage(), command.subject()));
        }
        return Decision.accept(new CursorMoved(command.stage(), command.subject()));
    }

    static Refusal notOpen(DisciplineState state, String stage) {
        return Refusal.of(
                        "stage-not-open",
                        "stage '" + stage + "' is "
                                + state.stage(stage).progress().code() + ", not open")
                .with("stage", stage);
    }

    static Refusal unsigned(String stage, int sheets) {
        return Refusal.of("sheets-unsigned", sheets + " sheets of stage '" + stage + "' are not signed")
                .with("stage", stage)
                .with("sheets", Integer.toString(sheets));
    }
}
