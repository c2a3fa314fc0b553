package org.leitai.judging.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.domain.DisciplineCommand.AdjustScore;
import org.leitai.judging.domain.DisciplineEvent.ScoreAdjusted;
import org.leitai.kernel.Act;
import org.leitai.kernel.Decision;
import org.leitai.kernel.Refusal;
import org.leitai.rulebook.Node;
import org.leitai.rulebook.Panel;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.exact.Decimals;
import org.leitai.rulebook.exact.Ratio;

/** The chief's correction of what a panel came to: only where the rulebook lets it, and only within its bounds (RULES §2.3.20). */
public final class AdjustmentRules {
    private AdjustmentRules() {}

    static Decision<DisciplineEvent> adjust(DisciplineState state, AdjustScore command, Act act) {
        var stage = state.scheme().rulebook().stage(command.stage()).orElse(null);
        if (stage == null) {
            return Decision.refuse(Gate.unknownStage(state, command.stage()));
        }
        var refusal = Gate.unlocked(state)
                .or(() -> Gate.chief(state, act))
                .or(() -> place(state, command))
                .or(() -> bounds(stage, command));
        return refusal.<Decision<DisciplineEvent>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(new ScoreAdjusted(
                        command.stage(), command.subject(), command.node(), command.by(), command.reason())));
    }

    private static Optional<Refusal> place(DisciplineState state, AdjustScore command) {
        StageState stage = state.stage(command.stage());
        if (stage.progress() == StageState.Progress.PENDING) {
            return Optional.of(StageRules.notOpen(state, command.stage()));
        }
        return stage.numbers().containsKey(command.subject())
                ? Optional.empty()
                : Optional.of(MarkRules.unknownSubject(command.stage(), command.subject()));
    }

    private static Optional<Refusal> bounds(Stage stage, AdjustScore command) {
        var bounds = stage.node(command.node()).map(AdjustmentRules::bounds).orElse(null);
        if (bounds == null) {
            return Optional.of(Refusal.of(
                            "not-adjustable",
                            "the rulebook lets nobody adjust '" + command.node() + "' of stage '" + stage.id() + "'")
                    .with("node", command.node()));
        }
        var by = Decimals.parse(command.by()).map(AdjustmentRules::ratio);
        return by.filter(bounds::allows).isPresent() ? Optional.empty() : Optional.of(outside(command, bounds));
    }

    /** A value that the chief may correct, with how far. */
    public record Adjustable(Stage stage, Node node, Panel.Adjust bounds) {}

    /** Every value of the rulebook that the chief may correct, in its order. */
    public static List<Adjustable> adjustable(DisciplineState state) {
        List<Adjustable> found = new ArrayList<>();
        state.scheme().rulebook().stages().forEach(stage -> collect(stage, stage.tree(), found));
        return found;
    }

    private static void collect(Stage stage, Node node, List<Adjustable> into) {
        var bounds = bounds(node);
        if (bounds != null) {
            into.add(new Adjustable(stage, node, bounds));
        }
        if (node instanceof Node.Branch branch) {
            branch.children().forEach(child -> collect(stage, child, into));
        }
    }

    private static Panel.@Nullable Adjust bounds(Node node) {
        return switch (node) {
            case Node.Leaf leaf -> leaf.panel().adjust();
            case Node.Branch branch ->
                branch.panel() == null ? null : branch.panel().adjust();
        };
    }

    private static Ratio ratio(BigDecimal by) {
        return Ratio.of(by);
    }

    private static Refusal outside(AdjustScore command, Panel.Adjust bounds) {
        return Refusal.of(
                        "adjustment-out-of-bounds",
                        "'" + command.by() + "' is neither 0 nor from " + bounds.least() + " to " + bounds.most()
                                + ", up or down")
                .with("least", bounds.least().toString())
                .with("most", bounds.most().toString());
    }
}
