package org.leitai.rulebook.read;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Allocation;
import org.leitai.rulebook.Node;
import org.leitai.rulebook.Ranking.Tie;
import org.leitai.rulebook.Reference;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.Step;
import org.leitai.rulebook.aspect.Aspect;
import org.leitai.rulebook.aspect.Gate;
import org.leitai.rulebook.aspect.Measured;
import org.leitai.rulebook.tree.Place;

/** What spans several sections and so cannot be seen while one is read. */
final class Checks {
    private final Rulebook rulebook;
    private final Place root;

    Checks(Rulebook rulebook, Place root) {
        this.rulebook = rulebook;
        this.root = root;
    }

    void run() {
        totalAddsUp();
        totalKnowsNoFigures();
        Allocation.of(rulebook).lines().forEach(this::section);
        for (var i = 0; i < rulebook.stages().size(); i++) {
            stage(rulebook.stages().get(i), NodePlaces.stage(root, i));
        }
        for (var i = 0; i < rulebook.ranking().ties().size(); i++) {
            tie(
                    rulebook.ranking().ties().get(i),
                    root.key("ranking").key("ties").item(i, true));
        }
        for (var i = 0; i < rulebook.rounds().size(); i++) {
            var stages = root.key("rounds").item(i).key("stages");
            rulebook.rounds().get(i).stages().stream()
                    .filter(stage -> rulebook.stage(stage).isEmpty())
                    .forEach(stage -> unknownStage(stages.named(stage), stage));
        }
        Duplicates.check(root);
        new ReferenceChecks(rulebook, root).run();
        if (!root.problems().hasErrors()) {
            new DeadEnds(rulebook, root).run();
        }
    }

    private void totalAddsUp() {
        var declared = rulebook.total().max();
        if (declared == null) {
            return;
        }
        var trees = rulebook.stages().stream().map(Stage::tree).toList();
        SumCheck.folded(rulebook.total().fold(), trees)
                .flatMap(sum -> SumCheck.after(rulebook.total().steps(), sum))
                .filter(sum -> !sum.equals(declared))
                .ifPresent(sum -> root.key("total")
                        .key("max")
                        .error(
                                "sum-differs",
                                "total says max " + declared + ", the stages add up to " + sum,
                                "总分标明满分 " + declared + "，各模块合计为 " + sum));
    }

    /** Recorded figures belong to a stage; the total has numbers alone. */
    private void totalKnowsNoFigures() {
        for (var i = 0; i < rulebook.total().steps().size(); i++) {
            var at = NodePlaces.step(root.key("total"), i);
            figure(rulebook.total().steps().get(i), at)
                    .ifPresent(figure -> figure.at()
                            .error(
                                    "unknown-aspect",
                                    "the total is no stage and has no recorded '" + figure.aspect()
                                            + "'; write a number, or this step on a stage",
                                    "总分不属于任何模块，没有记录值“" + figure.aspect() + "”；请写数字，或把此步写在模块里"));
        }
    }

    private void section(Allocation.Line line) {
        if (line.difference().signum() != 0) {
            var section = line.section();
            root.key("sections")
                    .item(rulebook.sections().indexOf(section))
                    .key("weight")
                    .warning(
                            "section-differs",
                            "section '" + section.id() + "' has weight " + section.weight() + ", the scheme allots "
                                    + line.allotted(),
                            "标准章节“" + section.id() + "”权重 " + section.weight() + "，评分方案分配 " + line.allotted());
        }
    }

    private void stage(Stage stage, Place at) {
        node(stage, stage.tree(), at);
        for (var division : stage.divisions()) {
            if (!rulebook.divisions().isEmpty()
                    && rulebook.divisions().stream()
                            .noneMatch(known -> known.id().equals(division))) {
                at.key("divisions")
                        .named(division)
                        .error(
                                "unknown-division",
                                "stage '" + stage.id() + "' names no division '" + division + "'",
                                "模块“" + stage.id() + "”引用了不存在的组别“" + division + "”");
            }
        }
    }

    private void node(Stage stage, Node node, Place at) {
        for (var i = 0; i < node.steps().size(); i++) {
            step(stage, node, node.steps().get(i), NodePlaces.step(at, i));
        }
        switch (node) {
            case Node.Leaf leaf -> aspect(stage, leaf.aspect(), at);
            case Node.Branch branch -> {
                for (var i = 0; i < branch.children().size(); i++) {
                    node(stage, branch.children().get(i), NodePlaces.child(at, branch, i));
                }
            }
        }
    }

    private static void step(Stage stage, Node node, Step step, Place at) {
        figure(step, at).ifPresent(figure -> {
            var aspect = stage.aspect(figure.aspect());
            if (aspect.isEmpty()) {
                figure.at()
                        .error(
                                "unknown-aspect",
                                "'" + node.id() + "' refers to '" + figure.aspect() + "', which stage '" + stage.id()
                                        + "' does not record",
                                "“" + node.id() + "”引用了模块“" + stage.id() + "”中没有记录的“" + figure.aspect() + "”");
            } else if (step instanceof Step.Divide && mayBeZero(aspect.get())) {
                figure.at()
                        .error(
                                "divided-by-zero",
                                "'" + node.id() + "' is divided by '" + figure.aspect()
                                        + "', which may be 0; give it a 'min' above 0",
                                "“" + node.id() + "”除以“" + figure.aspect() + "”，而后者可能为 0；请为其设置大于 0 的 'min'");
            }
        });
    }

    private static boolean mayBeZero(Aspect aspect) {
        var low = aspect.figures().low();
        var high = aspect.figures().high();
        return (low == null || low.signum() <= 0) && (high == null || high.signum() >= 0);
    }

    /** A recorded figure that a step names. */
    private record Named(String aspect, Place at) {
        static Optional<Named> of(Step.Operand operand, Place at) {
            return operand instanceof Step.Operand.Figure figure
                    ? Optional.of(new Named(figure.aspect(), at))
                    : Optional.empty();
        }
    }

    private static Optional<Named> figure(Step step, Place at) {
        return switch (step) {
            case Step.Times times -> Named.of(times.by(), at.key("times"));
            case Step.Divide divide -> Named.of(divide.by(), at.key("divide"));
            case Step.Plus plus -> Named.of(plus.what(), at.key("plus"));
            case Step.Minus minus -> Named.of(minus.what(), at.key("minus"));
            case Step.AtLeast _, Step.AtMost _, Step.Round _ -> Optional.empty();
        };
    }

    private void aspect(Stage stage, Aspect aspect, Place at) {
        switch (aspect) {
            case Measured measured -> GradeChecks.check(measured, at);
            case Gate gate when gate.zeroes() == Gate.Scope.ITEMS -> zeroed(stage, gate, at.key("items"));
            default -> {
                // the other kinds refer to nothing
            }
        }
        var section = aspect.head().section();
        if (section != null
                && rulebook.sections().stream().noneMatch(known -> known.id().equals(section))) {
            at.key("section")
                    .error(
                            "unknown-section",
                            "aspect '" + aspect.id() + "' names no section '" + section + "'",
                            "评分点“" + aspect.id() + "”引用了不存在的标准章节“" + section + "”");
        }
    }

    private static void zeroed(Stage stage, Gate gate, Place items) {
        for (var i = 0; i < gate.items().size(); i++) {
            var id = gate.items().get(i).id();
            if (stage.aspect(id).isEmpty()) {
                items.item(i)
                        .key("id")
                        .error(
                                "unknown-aspect",
                                "'" + gate.id() + "' refers to '" + id + "', which is not recorded here",
                                "“" + gate.id() + "”引用了未记录的“" + id + "”");
            }
        }
    }

    private void tie(Tie tie, Place at) {
        if (tie instanceof Tie.Of of) {
            of.what().places().forEach(place -> tie(at, place, of.nth(), of.seat()));
        }
    }

    private void tie(Place at, Reference.Place place, int nth, @Nullable String seat) {
        var stage = rulebook.stage(place.stage());
        if (stage.isEmpty()) {
            unknownStage(at.key("of"), place.stage());
            return;
        }
        var node = stage.get().node(place.node());
        if (node.isEmpty()) {
            at.key("of")
                    .error(
                            "unknown-aspect",
                            "the tie-break looks at '" + place + "', which is not recorded",
                            "同分处理引用了未记录的“" + place + "”");
        } else if (node.get() instanceof Node.Leaf leaf && leaf.gate() != null) {
            at.key("of")
                    .error(
                            "tie-without-value",
                            "the tie-break looks at '" + place.node() + "', a veto, which has no value of its own",
                            "同分处理引用的“" + place.node() + "”是否决项，本身没有分值");
        } else if (nth > 0 && !repeats(node.get())) {
            at.key("nth")
                    .error(
                            "tie-without-value",
                            "the tie-break looks at number " + nth + " of '" + place
                                    + "', which has neither pieces nor attempts",
                            "同分处理引用“" + place + "”的第 " + nth + " 好成绩，但其没有多件或多次");
        } else if (seat != null) {
            seat(at.key("seat"), stage.get(), place, node.get(), seat);
        }
    }

    /** Whether somebody on that seat marks something of it. */
    private static void seat(Place at, Stage stage, Reference.Place place, Node node, String seat) {
        var seats = stage.forms().stream()
                .flatMap(form -> form.leaves().stream()
                        .filter(leaf -> isBelow(node, leaf))
                        .map(leaf -> form.panel().perAspect() ? leaf.panel() : form.panel()))
                .flatMap(panel -> panel.seats().stream())
                .distinct()
                .toList();
        if (!seats.contains(seat)) {
            at.error(
                    "unknown-seat",
                    "the tie-break looks at seat '" + seat + "' of '" + place + "'; its seats are "
                            + String.join(", ", seats),
                    "同分处理引用“" + place + "”的席位“" + seat + "”，其席位为：" + String.join("、", seats));
        }
    }

    private static boolean isBelow(Node node, Node.Leaf leaf) {
        return switch (node) {
            case Node.Leaf other -> other.equals(leaf);
            case Node.Branch branch -> branch.children().stream().anyMatch(child -> isBelow(child, leaf));
        };
    }

    private static boolean repeats(Node node) {
        return node instanceof Node.Branch branch && (branch.pieces() != null || branch.attempts() != null);
    }

    private static void unknownStage(Place at, String stage) {
        at.error("unknown-stage", "there is no stage '" + stage + "'", "没有模块“" + stage + "”");
    }
}
