package org.leitai.scoring.total;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Node.Branch;
import org.leitai.rulebook.Node.Leaf;
import org.leitai.rulebook.Ranking.Tie;
import org.leitai.rulebook.Reference;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.aspect.Recorded;
import org.leitai.rulebook.aspect.Timed;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.fold.Entry;
import org.leitai.scoring.fold.ScoreState;
import org.leitai.scoring.result.StageScore;
import org.leitai.scoring.sheet.AdditiveTree;
import org.leitai.scoring.sheet.Expected;
import org.leitai.scoring.sheet.Folding;
import org.leitai.scoring.sheet.Part;
import org.leitai.scoring.sheet.Sheet;
import org.leitai.scoring.sheet.SheetView;
import org.leitai.scoring.sheet.StageEvaluator;
import org.leitai.scoring.sheet.StepMath;
import org.leitai.scoring.sheet.Trace;

/** One entry's stages, total and tie values from its marks alone. */
public record EntryMath(Rulebook rulebook, ScoreState state) {
    public EntryResult result(Entry entry) {
        var stages = new LinkedHashMap<String, StageScore>();
        for (var stage : rulebook.stages()) {
            if (stage.isFor(entry.admitted().division())) {
                stages.put(stage.id(), score(stage, entry.id(), state.sheetOf(stage, entry)));
            }
        }
        return finish(entry, stages);
    }

    /** Total and ties from stage scores that may have been standardised since. */
    EntryResult finish(Entry entry, Map<String, StageScore> stages) {
        var exact = exact(entry, stages);
        var total = exact == null
                ? null
                : rulebook.total().rounding().map(round -> round.apply(exact)).orElse(exact);
        var missing = stages.values().stream().mapToInt(StageScore::missing).sum();
        var complete = stages.values().stream().allMatch(StageScore::complete);
        return new EntryResult(entry, stages, exact, total, ties(entry, stages, exact), missing, complete);
    }

    public StageScore score(Stage stage, String subject, Sheet sheet) {
        var running = running(stage, sheet);
        var value = running == null ? computed(stage, sheet) : running.value();
        var missing = missing(stage, sheet);
        return new StageScore(
                stage.id(), subject, value, missing, isComplete(stage, sheet), state.signed(stage.id(), subject));
    }

    public boolean isComplete(Stage stage, Sheet sheet) {
        return state.isClosed(stage) || missing(stage, sheet) == 0;
    }

    private int missing(Stage stage, Sheet sheet) {
        var running = running(stage, sheet);
        return running == null ? Expected.missing(stage, sheet) : running.missing();
    }

    private AdditiveTree.@Nullable Running running(Stage stage, Sheet sheet) {
        return state.isClosed(stage) ? null : sheet.running();
    }

    /** A stage's value from its marks alone. */
    public @Nullable Ratio computed(Stage stage, Sheet sheet) {
        return evaluator(stage, sheet, Trace.SILENT).value(stage.tree());
    }

    public StageEvaluator evaluator(Stage stage, Sheet sheet, Trace trace) {
        return new StageEvaluator(stage, sheet, trace, rulebook.ranking().ascending(), state.isClosed(stage));
    }

    private @Nullable Ratio exact(Entry entry, Map<String, StageScore> stages) {
        var values = new ArrayList<Ratio>();
        for (var stage : rulebook.stages()) {
            if (stages.get(stage.id()) instanceof StageScore score && score.value() instanceof Ratio value) {
                values.add(value.times(stage.tree().weight()));
            }
        }
        if (values.isEmpty()) {
            return null;
        }
        return total(entry, values, Trace.SILENT);
    }

    /** Weighted stage values to the total before its closing rounding; corrections stand after the rule's steps. */
    public @Nullable Ratio total(Entry entry, List<Ratio> weighted, Trace trace) {
        var folded = Folding.fold(
                rulebook.total().fold(), weighted, rulebook.ranking().ascending());
        var stepped = new StepMath(StepMath.Figures.NONE, trace)
                .apply(rulebook.total().unrounded(), folded, Part.ALL);
        return stepped == null ? null : corrected(entry, stepped);
    }

    /** A total with the entry's corrections, which no rule computes. */
    public Ratio corrected(Entry entry, Ratio total) {
        var result = total;
        var corrections = state.corrections().get(entry.id());
        if (corrections != null) {
            for (var correction : corrections) {
                result = result.plus(Ratio.of(correction.by()));
            }
        }
        return result;
    }

    private List<@Nullable Ratio> ties(Entry entry, Map<String, StageScore> stages, @Nullable Ratio exact) {
        var values = new ArrayList<@Nullable Ratio>();
        for (var tie : rulebook.ranking().ties()) {
            values.add(
                    switch (tie) {
                        case Tie.MoreDecimals _ ->
                            turned(exact, rulebook.ranking().ascending());
                        case Tie.Of of -> turned(tieValue(entry, of, stages), of.ascending());
                        case Tie.Decided _ -> decided(entry);
                        // known only when the field is: Placing puts it in
                        case Tie.Scaled _ -> null;
                    });
        }
        return values;
    }

    private @Nullable Ratio decided(Entry entry) {
        var place = state.decided().get(entry.id());
        return place == null ? null : Ratio.of(-place);
    }

    public static @Nullable Ratio turned(@Nullable Ratio value, boolean ascending) {
        return value == null || !ascending ? value : value.negate();
    }

    /** What is not there adds nothing; but where less is better a sum with a gap has no value, or gaps would win. */
    private @Nullable Ratio tieValue(Entry entry, Tie.Of of, Map<String, StageScore> stages) {
        var values = of.what().places().stream()
                .map(place -> Optional.ofNullable(value(entry, place, of, stages)))
                .toList();
        return of.ascending() && values.contains(Optional.<Ratio>empty())
                ? null
                : values.stream().flatMap(Optional::stream).reduce(Ratio::plus).orElse(null);
    }

    private @Nullable Ratio value(Entry entry, Reference.Place place, Tie.Of of, Map<String, StageScore> stages) {
        var score = stages.get(place.stage());
        var stage = rulebook.stage(place.stage()).orElse(null);
        if (score == null || stage == null) {
            return null;
        }
        var sheet = state.sheetOf(stage, entry);
        if (of.seat() != null) {
            return nodeValue(stage, place.node(), sheet, new Part(0, 0, of.seat()), of.ascending());
        }
        if (of.nth() > 0) {
            return stage.node(place.node()).orElse(null) instanceof Branch branch
                    ? evaluator(stage, sheet, Trace.SILENT).nth(branch, of.nth())
                    : null;
        }
        return place.isStage() ? score.value() : nodeValue(stage, place.node(), sheet, Part.ALL, of.ascending());
    }

    /** Any node's value; recorded figures and times raw, those of attempts as the attempts count. */
    public @Nullable Ratio nodeValue(Stage stage, String id, Sheet sheet) {
        var isTime = stage.node(id).orElse(null) instanceof Leaf leaf && leaf.aspect() instanceof Timed;
        return nodeValue(stage, id, sheet, Part.ALL, isTime);
    }

    private @Nullable Ratio nodeValue(Stage stage, String id, Sheet sheet, Part part, boolean less) {
        var node = stage.node(id).orElse(null);
        if (node == null) {
            return null;
        }
        var evaluator = evaluator(stage, sheet, Trace.SILENT);
        if (node instanceof Leaf leaf && (leaf.aspect() instanceof Timed || leaf.aspect() instanceof Recorded)) {
            var view = new SheetView(stage, sheet);
            return part.equals(Part.ALL)
                    ? new Tries(view, evaluator, rulebook.ranking().ascending(), less)
                            .figure(stage.tree(), id)
                            .orElseGet(() -> Optional.ofNullable(view.figure(id, part)))
                            .orElse(null)
                    : view.figure(id, part);
        }
        return evaluator.value(node, part);
    }
}
