package org.leitai.rulebook.read;

import java.util.ArrayList;
import java.util.List;
import org.leitai.rulebook.GroupTable;
import org.leitai.rulebook.Node;
import org.leitai.rulebook.Ranking.Tie;
import org.leitai.rulebook.Reference;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.Step;
import org.leitai.rulebook.aspect.Aspect;
import org.leitai.rulebook.aspect.Banded;
import org.leitai.rulebook.aspect.Choice;
import org.leitai.rulebook.aspect.Recorded;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.rulebook.tree.Place;

/** What a rulebook says without any effect on any result: warnings, because real rules contain such things. */
final class DeadEnds {
    private final Rulebook rulebook;
    private final Place root;

    DeadEnds(Rulebook rulebook, Place root) {
        this.rulebook = rulebook;
        this.root = root;
    }

    void run() {
        for (var i = 0; i < rulebook.stages().size(); i++) {
            var stage = rulebook.stages().get(i);
            var at = NodePlaces.stage(root, i);
            inNoRound(stage, at);
            node(stage, stage.tree(), at);
        }
    }

    private void inNoRound(Stage stage, Place at) {
        var rounds = rulebook.rounds();
        if (!rounds.isEmpty()
                && rounds.stream().noneMatch(round -> round.stages().contains(stage.id()))) {
            at.key("id")
                    .warning(
                            "stage-unused",
                            "stage '" + stage.id() + "' counts in no round",
                            "模块“" + stage.id() + "”不计入任何赛段");
        }
    }

    private void node(Stage stage, Node node, Place at) {
        weightless(stage, node, at);
        switch (node) {
            case Node.Leaf leaf -> aspect(stage, leaf.aspect(), at);
            case Node.Branch branch -> {
                for (var i = 0; i < branch.children().size(); i++) {
                    node(stage, branch.children().get(i), NodePlaces.child(at, branch, i));
                }
            }
        }
    }

    /** A part that counts for nothing may still decide a tie, such as extra questions. */
    private void weightless(Stage stage, Node node, Place at) {
        var ref = node.id().equals(stage.id()) ? stage.id() : stage.id() + "/" + node.id();
        if (node.weight().signum() == 0 && !isNamed(ref)) {
            at.key("weight")
                    .warning(
                            "weight-zero",
                            "'" + node.id() + "' has weight 0: nothing below it counts",
                            "“" + node.id() + "”权重为 0，其下均不计分");
        }
    }

    private void aspect(Stage stage, Aspect aspect, Place at) {
        switch (aspect) {
            case Banded banded -> bands(banded, at.key("bands"));
            case Choice choice -> levels(choice, at.key("levels"));
            case Recorded recorded -> figure(stage, recorded, at.key("id"));
            default -> worthless(aspect, at.key("max"));
        }
    }

    /** A band that lies inside one worth as much can never decide. */
    private static void bands(Banded banded, Place at) {
        var bands = banded.bands();
        for (var i = 0; i < bands.size(); i++) {
            var band = bands.get(i);
            for (var other = 0; other < bands.size(); other++) {
                if (other != i && covers(bands.get(other), band) && (other < i || !covers(band, bands.get(other)))) {
                    inside(at.item(i), band, bands.get(other));
                    return;
                }
            }
        }
    }

    private static void inside(Place at, Banded.Band band, Banded.Band other) {
        at.warning(
                "band-unreachable",
                "the band −" + band.below() + " to +" + band.above() + " for " + band.points()
                        + " lies inside one worth " + other.points(),
                "容差带 −" + band.below() + " 至 +" + band.above() + "（" + band.points() + " 分）包含在得 " + other.points()
                        + " 分的容差带内");
    }

    private static boolean covers(Banded.Band wide, Banded.Band narrow) {
        return wide.below().compareTo(narrow.below()) >= 0
                && wide.above().compareTo(narrow.above()) >= 0
                && wide.points().compareTo(narrow.points()) >= 0;
    }

    /** Bands of levels that overlap leave it to the judge which level it is (RULES §3.6). */
    private static void levels(Choice choice, Place at) {
        var levels = new ArrayList<>(choice.levels());
        for (var i = 0; i < levels.size(); i++) {
            for (var j = i + 1; j < levels.size(); j++) {
                var one = levels.get(i);
                var other = levels.get(j);
                if (overlap(one, other)) {
                    at.item(j)
                            .warning(
                                    "levels-overlap",
                                    "levels '" + one.id() + "' and '" + other.id()
                                            + "' overlap: the chosen level decides",
                                    "等级“" + one.id() + "”与“" + other.id() + "”的分值区间重叠，以所选等级为准");
                }
            }
        }
    }

    private static boolean overlap(Choice.Level one, Choice.Level other) {
        var a = one.band();
        var b = other.band();
        return a != null
                && b != null
                && a.min() instanceof Ratio low
                && a.max() instanceof Ratio high
                && b.min() instanceof Ratio otherLow
                && b.max() instanceof Ratio otherHigh
                && low.compareTo(otherHigh) <= 0
                && otherLow.compareTo(high) <= 0;
    }

    private void figure(Stage stage, Recorded recorded, Place at) {
        if (!isUsed(stage, stage.tree(), recorded.id()) && !isNamed(stage.id() + "/" + recorded.id())) {
            at.warning(
                    "figure-unused",
                    "nothing looks at the recorded figure '" + recorded.id() + "'",
                    "没有规则使用记录值“" + recorded.id() + "”");
        }
    }

    private static boolean isUsed(Stage stage, Node node, String figure) {
        return node.steps().stream().anyMatch(step -> uses(step, figure))
                || (node instanceof Node.Branch branch
                        && branch.children().stream().anyMatch(child -> isUsed(stage, child, figure)));
    }

    private static boolean uses(Step step, String figure) {
        var operand = switch (step) {
            case Step.Times times -> times.by();
            case Step.Divide divide -> divide.by();
            case Step.Plus plus -> plus.what();
            case Step.Minus minus -> minus.what();
            case Step.AtLeast _, Step.AtMost _, Step.Round _ -> null;
        };
        return operand instanceof Step.Operand.Figure found && found.aspect().equals(figure);
    }

    private boolean isNamed(String ref) {
        var ties = rulebook.ranking().ties().stream()
                .anyMatch(tie -> tie instanceof Tie.Of of && of.what().names(ref));
        return ties
                || rulebook.tables().stream()
                        .map(GroupTable::order)
                        .flatMap(List::stream)
                        .anyMatch(column -> Reference.of(column.ref()).names(ref));
    }

    private static void worthless(Aspect aspect, Place at) {
        var bounds = aspect.bounds();
        var isNothing = aspect.counts() && Ratio.ZERO.equals(bounds.low()) && Ratio.ZERO.equals(bounds.high());
        if (isNothing && !aspect.kind().equals("time") && !aspect.kind().equals("gate")) {
            at.warning(
                    "aspect-worthless",
                    "whatever is marked, '" + aspect.id() + "' gives 0",
                    "无论如何评分，“" + aspect.id() + "”均为 0 分");
        }
    }
}
