package org.leitai.scoring.total;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.Standardise;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.fold.Entry;
import org.leitai.scoring.fold.ScoreState;
import org.leitai.scoring.result.Status;
import org.leitai.scoring.total.Scaling.Scale;

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
        return rule == null ? Map.of() : scale(rule, division, totals(rule, division));
    }

    private Function<Entry, @Nullable Ratio> totals(Standardise rule, String division) {
        var totals = new HashMap<String, Ratio>();
        results(everyone(rule, division), division).forEach(result -> {
            if (result.total() != null) {
                totals.put(result.entry().id(), result.total());
            }
        });
        return entry -> totals.get(entry.id());
    }

    /** With what an entry's total is standardised, or empty if it is not. */
    public Optional<Scale> scale(Entry entry) {
        var rule = rulebook.standardise();
        return rule == null
                ? Optional.empty()
                : scale(rule, entry, totals(rule, entry.admitted().division()));
    }

    /** With what an entry's score of a stage is standardised, or empty if it is not. */
    public Optional<Scale> scale(Stage stage, Entry entry) {
        var rule = stage.standardise();
        return rule == null ? Optional.empty() : scale(rule, entry, other -> stageValue(stage, other));
    }

    private Optional<Scale> scale(Standardise rule, Entry entry, Function<Entry, @Nullable Ratio> value) {
        var field = fields(rule, entry.admitted().division(), value).get(group(rule, entry));
        return field == null ? Optional.empty() : Optional.of(Scale.of(rule, List.copyOf(field.values())));
    }

    private Collection<Entry> everyone(Standardise rule, String division) {
        return rule.within() == Standardise.Within.ALL ? state.entries().values() : state.entriesOf(division);
    }

    private static String group(Standardise rule, Entry entry) {
        return rule.within() == Standardise.Within.GROUP ? entry.admitted().group() : "";
    }

    private Map<String, Ratio> scale(Standardise rule, String division, Function<Entry, @Nullable Ratio> value) {
        var scaled = new HashMap<String, Ratio>();
        fields(rule, division, value).values().forEach(field -> scaled.putAll(Scaling.scale(rule, field)));
        return scaled;
    }

    /** Values by entry id, by group. */
    private Map<String, Map<String, Ratio>> fields(
            Standardise rule, String division, Function<Entry, @Nullable Ratio> value) {
        var fields = new HashMap<String, Map<String, Ratio>>();
        for (var entry : everyone(rule, division)) {
            var number = entry.status() == Status.COMPETING ? value.apply(entry) : null;
            if (number != null) {
                fields.computeIfAbsent(group(rule, entry), _ -> new HashMap<>()).put(entry.id(), number);
            }
        }
        return fields;
    }
}
