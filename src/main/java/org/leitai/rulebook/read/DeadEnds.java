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
import org.leitai.rulebook.tree.Fields;
import org.leitai.rulebook.tree.Problems;

/** What a rulebook says without any effect on any result: warnings, because real rules contain such things. */
final class DeadEnds {
    private final Rulebook rulebook;
    private final Fields root;
    private final Problems problems;

    DeadEnds(Rulebook rulebook, Fields root, Problems problems) {
        this.rulebook = rulebook;
        this.root = root;
        this.problems = problems;
    }

    void run() {
        for (var stage : rulebook.stages()) {
            inNoRound(stage);
            weightless(stage, stage.tree());
            for (var form : stage.forms()) {
                form.aspects().forEach(aspect -> aspect(stage, aspect));
            }
        }
    }

    private void inNoRound(Stage stage) {
        var rounds = rulebook.rounds();
        if (!rounds.isEmpty()
                && rounds.stream().noneMatch(round -> round.stages().contains(stage.id()))) {
            problems.warning(
                    root.mark("rounds"),
                    "rounds",
                    "stage-unused",
                    "stage '" + stage.id() + "' counts in no round",
                    "模块“" + stage.id() + "”不计入任何赛段");
        }
    }

    /** A part that counts for nothing may still decide a tie, such as extra questions. */
    private void weightless(Stage stage, Node node) {
        var ref = node.id().equals(stage.id()) ? stage.id() : stage.id() + "/" + node.id();
        if (node.weight().signum() == 0 && !isNamed(ref)) {
            problems.warning(
                    node instanceof Node.Leaf leaf
                            ? leaf.aspect().head().source().mark()
                            : root.mark("stages"),
                    "weight",
                    "weight-zero",
                    "'" + node.id() + "' has weight 0: nothing below it counts",
                    "“" + node.id() + "”权重为 0，其下均不计分");
        }
        if (node instanceof Node.Branch branch) {
            branch.children().forEach(child -> weightless(stage, child));
        }
    }

    private void aspect(Stage stage, Aspect aspect) {
        switch (aspect) {
            case Banded banded -> bands(banded);
            case Choice choice -> levels(choice);
            case Recorded recorded -> figure(stage, recorded);
            default -> worthless(aspect);
        }
    }

    /** A band that lies inside one worth as much can never decide. */
    private void bands(Banded banded) {
        var bands = banded.bands();
        for (var at = 0; at < bands.size(); at++) {
            var band = bands.get(at);
            for (var other = 0; other < bands.size(); other++) {
                if (other != at && covers(bands.get(other), band) && (other < at || !covers(band, bands.get(other)))) {
                    inside(banded, band, bands.get(other));
                    return;
                }
            }
        }
    }

    private void inside(Banded banded, Banded.Band band, Banded.Band other) {
        warn(
                banded,
                "bands",
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
    private void levels(Choice choice) {
        var levels = new ArrayList<>(choice.levels());
        for (var i = 0; i < levels.size(); i++) {
            for (var j = i + 1; j < levels.size(); j++) {
                var one = levels.get(i);
                var other = levels.get(j);
                if (overlap(one, other)) {
                    warn(
                            choice,
                            "levels",
                            "levels-overlap",
                            "levels '" + one.id() + "' and '" + other.id() + "' overlap: the chosen level decides",
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

    private void figure(Stage stage, Recorded recorded) {
        if (!isUsed(stage, stage.tree(), recorded.id()) && !isNamed(stage.id() + "/" + recorded.id())) {
            warn(
                    recorded,
                    "id",
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

    private void worthless(Aspect aspect) {
        var bounds = aspect.bounds();
        var isNothing = aspect.counts() && Ratio.ZERO.equals(bounds.low()) && Ratio.ZERO.equals(bounds.high());
        if (isNothing && !aspect.kind().equals("time") && !aspect.kind().equals("gate")) {
            warn(
                    aspect,
                    "max",
                    "aspect-worthless",
                    "whatever is marked, '" + aspect.id() + "' gives 0",
                    "无论如何评分，“" + aspect.id() + "”均为 0 分");
        }
    }

    private void warn(Aspect aspect, String field, String code, String en, String zh) {
        problems.warning(aspect.head().source().mark(), aspect.id() + "." + field, code, en, zh);
    }
}
