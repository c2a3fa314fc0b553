package org.leitai.scoring.total;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.Standardise;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.fold.Entry;
import org.leitai.scoring.fold.ScoreState;
import org.leitai.scoring.result.Status;

/** What depends on everyone in a field: standardised stages first, then totals, then standardised totals. */
public final class Field {
    private final Rulebook rulebook;
    private final ScoreState state;
    private final EntryMath math;
    private final Function<Entry, EntryResult> own;

    /**
     * A view of one state.
     *
     * @param own an entry's result from its own marks, possibly remembered
     */
    public Field(Rulebook rulebook, ScoreState state, EntryMath math, Function<Entry, EntryResult> own) {
        this.rulebook = rulebook;
        this.state = state;
        this.math = math;
        this.own = own;
    }

    /** What one entry's own marks give. */
    public EntryResult result(Entry entry) {
        return own.apply(entry);
    }

    public List<EntryResult> results(String division) {
        return results(state.entriesOf(division), division);
    }

    private List<EntryResult> results(Collection<Entry> entries, String division) {
        var results = entries.stream().map(own).toList();
        var scaled = new HashMap<String, Map<String, Ratio>>();
        for (var stage : rulebook.stages()) {
            if (stage.standardise() instanceof Standardise rule) {
                scaled.put(stage.id(), scale(rule, division, entry -> stageValue(stage, entry)));
            }
        }
        return scaled.isEmpty()
                ? results
                : results.stream().map(result -> replaced(result, scaled)).toList();
    }

    private @Nullable Ratio stageValue(Stage stage, Entry entry) {
        var score = own.apply(entry).stages().get(stage.id());
        return score == null ? null : score.value();
    }

    private EntryResult replaced(EntryResult result, Map<String, Map<String, Ratio>> scaled) {
        var stages = new LinkedHashMap<>(result.stages());
        scaled.forEach((stage, values) -> stages.computeIfPresent(
                stage, (_, score) -> score.with(values.get(result.entry().id()))));
        return math.finish(result.entry(), stages);
    }

    /** Standardised totals by entry id; empty if the rulebook has none. */
    public Map<String, Ratio> scaledTotals(String division) {
        var rule = rulebook.standardise();
        if (rule == null) {
            return Map.of();
        }
        var everyone = rule.within() == Standardise.Within.ALL ? state.entries().values() : state.entriesOf(division);
        var totals = new HashMap<String, Ratio>();
        results(List.copyOf(everyone), division).forEach(result -> {
            if (result.total() != null) {
                totals.put(result.entry().id(), result.total());
            }
        });
        return scale(rule, division, entry -> totals.get(entry.id()));
    }

    private Map<String, Ratio> scale(Standardise rule, String division, Function<Entry, @Nullable Ratio> value) {
        var everyone = rule.within() == Standardise.Within.ALL ? state.entries().values() : state.entriesOf(division);
        var fields = new HashMap<String, Map<String, Ratio>>();
        for (var entry : everyone) {
            var number = entry.status() == Status.COMPETING ? value.apply(entry) : null;
            if (number != null) {
                var group = rule.within() == Standardise.Within.GROUP
                        ? entry.admitted().group()
                        : "";
                fields.computeIfAbsent(group, _ -> new HashMap<>()).put(entry.id(), number);
            }
        }
        var scaled = new HashMap<String, Ratio>();
        new ArrayList<>(fields.values()).forEach(field -> scaled.putAll(Scaling.scale(rule, field)));
        return scaled;
    }
}
