package org.leitai.rulebook.read;

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
import org.leitai.rulebook.tree.Fields;
import org.leitai.rulebook.tree.Place;
import org.leitai.rulebook.tree.Problems;

/** What spans several sections and so cannot be seen while one is read. */
final class Checks {
    private final Rulebook rulebook;
    private final Fields root;
    private final Problems problems;

    Checks(Rulebook rulebook, Fields root, Problems problems) {
        this.rulebook = rulebook;
        this.root = root;
        this.problems = problems;
    }

    void run() {
        totalAddsUp();
        Allocation.of(rulebook).lines().forEach(this::section);
        rulebook.stages().forEach(this::stage);
        for (var i = 0; i < rulebook.ranking().ties().size(); i++) {
            tie(
                    rulebook.ranking().ties().get(i),
                    Place.of(root).key("ranking").key("ties").item(i, true));
        }
        for (var i = 0; i < rulebook.rounds().size(); i++) {
            var stages = Place.of(root).key("rounds").item(i).key("stages");
            rulebook.rounds().get(i).stages().stream()
                    .filter(stage -> rulebook.stage(stage).isEmpty())
                    .forEach(stage -> unknownStage(stages.named(stage), stage));
        }
        new ReferenceChecks(rulebook, root).run();
        new DeadEnds(rulebook, root, problems).run();
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
                .ifPresent(sum -> root.error(
                        "total",
                        "sum-differs",
                        "total says max " + declared + ", the stages add up to " + sum,
                        "总分标明满分 " + declared + "，各模块合计为 " + sum));
    }

    private void section(Allocation.Line line) {
        if (line.difference().signum() != 0) {
            var section = line.section();
            problems.warning(
                    root.mark("sections"),
                    "sections",
                    "section-differs",
                    "section '" + section.id() + "' has weight " + section.weight() + ", the scheme allots "
                            + line.allotted(),
                    "标准章节“" + section.id() + "”权重 " + section.weight() + "，评分方案分配 " + line.allotted());
        }
    }

    private void stage(Stage stage) {
        steps(stage, stage.tree());
        stage.forms().forEach(form -> form.aspects().forEach(aspect -> aspect(stage, aspect)));
        for (var division : stage.divisions()) {
            if (!rulebook.divisions().isEmpty()
                    && rulebook.divisions().stream()
                            .noneMatch(known -> known.id().equals(division))) {
                root.error(
                        "stages",
                        "unknown-division",
                        "stage '" + stage.id() + "' names no division '" + division + "'",
                        "模块“" + stage.id() + "”引用了不存在的组别“" + division + "”");
            }
        }
    }

    private void aspect(Stage stage, Aspect aspect) {
        switch (aspect) {
            case Measured measured -> GradeChecks.check(measured, problems);
            case Gate gate
            when gate.zeroes() == Gate.Scope.ITEMS ->
                gate.items().stream()
                        .filter(item -> stage.aspect(item.id()).isEmpty())
                        .forEach(item -> figure(aspect, item.id()));
            default -> {
                // the other kinds refer to nothing
            }
        }
        var section = aspect.head().section();
        if (section != null
                && rulebook.sections().stream().noneMatch(known -> known.id().equals(section))) {
            var mark = aspect.head().source().mark();
            problems.error(
                    mark,
                    "section",
                    "unknown-section",
                    "aspect '" + aspect.id() + "' names no section '" + section + "'",
                    "评分点“" + aspect.id() + "”引用了不存在的标准章节“" + section + "”");
        }
    }

    private void steps(Stage stage, Node node) {
        for (var step : node.steps()) {
            var operand = switch (step) {
                case Step.Times times -> times.by();
                case Step.Divide divide -> divide.by();
                case Step.Plus plus -> plus.what();
                case Step.Minus minus -> minus.what();
                case Step.AtLeast _, Step.AtMost _, Step.Round _ -> null;
            };
            if (operand instanceof Step.Operand.Figure figure
                    && stage.aspect(figure.aspect()).isEmpty()) {
                root.error(
                        "stages",
                        "unknown-aspect",
                        "'" + node.id() + "' refers to '" + figure.aspect() + "', which stage '" + stage.id()
                                + "' does not record",
                        "“" + node.id() + "”引用了模块“" + stage.id() + "”中没有记录的“" + figure.aspect() + "”");
            }
        }
        if (node instanceof Node.Branch branch) {
            branch.children().forEach(child -> steps(stage, child));
        }
    }

    private void figure(Aspect aspect, String id) {
        problems.error(
                aspect.head().source().mark(),
                "items",
                "unknown-aspect",
                "'" + aspect.id() + "' refers to '" + id + "', which is not recorded here",
                "“" + aspect.id() + "”引用了未记录的“" + id + "”");
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
