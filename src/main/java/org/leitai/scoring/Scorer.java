package org.leitai.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.explain.Explanation;

/**
 * The one door to results: folds events and answers questions about scores, ranks and awards. Its state is persistent, so
 * {@link #fork()} costs nothing and a preview never touches the live one. Confined to one thread.
 */
public final class Scorer {
    private final Rulebook rulebook;
    private final Folder folder;
    private ScoreState state;

    /** Own results of entries whose marks did not change since; dropped entry by entry, never trusted over the state. */
    private final Map<String, EntryResult> results = new HashMap<>();

    private final Map<String, List<Row>> tables = new HashMap<>();

    private Scorer(Rulebook rulebook, ScoreState state) {
        this.rulebook = rulebook;
        this.folder = new Folder(rulebook);
        this.state = state;
    }

    public static Scorer of(Rulebook rulebook) {
        return new Scorer(rulebook, ScoreState.empty());
    }

    public Rulebook rulebook() {
        return rulebook;
    }

    /** Folds one event; cost does not depend on the number of entries. */
    public Changes apply(ScoringEvent event) {
        var folded = folder.fold(state, event);
        state = folded.state();
        folded.changes().entries().forEach(results::remove);
        tables.clear();
        return folded.changes();
    }

    /** An independent scorer with the same state. */
    public Scorer fork() {
        var fork = new Scorer(rulebook, state);
        fork.results.putAll(results);
        return fork;
    }

    /** A fork with further events. */
    public Scorer with(Iterable<? extends ScoringEvent> events) {
        var fork = new Scorer(rulebook, state);
        events.forEach(fork::apply);
        return fork;
    }

    /** The same marks under another rulebook, for "what would change"; events about things it does not know are gone. */
    public Scorer under(Rulebook other, Iterable<? extends ScoringEvent> events) {
        return Scorer.of(other).with(events);
    }

    public List<String> divisions() {
        return state.divisions(rulebook);
    }

    /** The table of a division, ranked ones first, best first. */
    public List<Row> rows(String division) {
        return tables.computeIfAbsent(division, this::table);
    }

    public Optional<Row> row(String entry) {
        var found = state.entries().get(entry);
        return found == null
                ? Optional.empty()
                : rows(found.admitted().division()).stream()
                        .filter(row -> row.entry().equals(entry))
                        .findFirst();
    }

    private List<Row> table(String division) {
        var table = new DivisionTable(rulebook, math());
        return table.rows(table.ranked(field(division), scaled(division)), state.awards());
    }

    /** The tables of a division after each elimination round, by round id; empty where there is one round only. */
    public Map<String, List<Row>> roundTables(String division) {
        var result = new LinkedHashMap<String, List<Row>>();
        var table = new DivisionTable(rulebook, math());
        var rounds = rulebook.rounds().isEmpty() ? List.<List<Ranked>>of() : table.rounds(field(division));
        for (var i = 0; i < rounds.size(); i++) {
            result.put(rulebook.rounds().get(i).id(), table.rows(rounds.get(i), Map.of()));
        }
        return result;
    }

    /** Ids through a named cut, in order, with its reserves behind. */
    public CutResult cut(String cutId, String division) {
        var cut = rulebook.cuts().stream()
                .filter(known -> known.id().equals(cutId))
                .findFirst()
                .orElseThrow();
        var table = new DivisionTable(rulebook, math()).ranked(field(division), scaled(division));
        var field = (int) table.stream().filter(entry -> entry.rank() != null).count();
        var through = Cuts.through(cut, table, field);
        var reserves = table.stream()
                .filter(entry -> entry.rank() != null && !through.contains(entry.id()))
                .limit(cut.reserves())
                .map(Ranked::id)
                .toList();
        return new CutResult(cut.id(), division, List.copyOf(through), reserves);
    }

    private List<EntryResult> field(String division) {
        var field = new ArrayList<EntryResult>();
        for (var entry : state.entriesOf(division)) {
            field.add(result(entry));
        }
        return field;
    }

    private EntryResult result(Entry entry) {
        return results.computeIfAbsent(entry.id(), _ -> math().result(entry));
    }

    private EntryMath math() {
        return new EntryMath(rulebook, state);
    }

    private Map<String, Ratio> scaled(String division) {
        var rule = rulebook.standardise();
        if (rule == null) {
            return Map.of();
        }
        return switch (rule.within()) {
            case ALL -> Scaling.scale(rule, totals(state.entries().values()));
            case DIVISION -> Scaling.scale(rule, totals(state.entriesOf(division)));
            case GROUP -> {
                var groups = new HashMap<String, List<Entry>>();
                state.entriesOf(division)
                        .forEach(
                                entry -> groups.computeIfAbsent(entry.admitted().group(), _ -> new ArrayList<>())
                                        .add(entry));
                var scaled = new HashMap<String, Ratio>();
                groups.values().forEach(group -> scaled.putAll(Scaling.scale(rule, totals(group))));
                yield scaled;
            }
        };
    }

    private Map<String, Ratio> totals(Iterable<Entry> entries) {
        var totals = new HashMap<String, Ratio>();
        for (var entry : entries) {
            var total = result(entry).total();
            if (entry.status() == Status.COMPETING && total != null) {
                totals.put(entry.id(), total);
            }
        }
        return totals;
    }

    /** Scores of every subject with marks in a stage: under numbers while a sealed stage is not opened. */
    public Map<String, StageScore> stageScores(String stageId) {
        var stage = rulebook.stage(stageId).orElseThrow();
        var scores = new LinkedHashMap<String, StageScore>();
        state.sheets(stageId).keySet().stream()
                .sorted(SeatOrder.BY_LABEL)
                .forEach(subject -> scores.put(subject, stageScore(stage, subject)));
        return scores;
    }

    public StageScore stageScore(String stageId, String subject) {
        return stageScore(rulebook.stage(stageId).orElseThrow(), subject);
    }

    private StageScore stageScore(Stage stage, String subject) {
        return math().score(stage, subject, state.sheet(stage, subject));
    }

    public @Nullable Status status(String entry) {
        var found = state.entries().get(entry);
        return found == null ? null : found.status();
    }

    /** Why one subject of a stage, joined to an entry or not, has what it has there; empty without marks. */
    public List<Explanation.Item> explain(String stageId, String subject) {
        var stage = rulebook.stage(stageId).orElseThrow();
        var derivation = new Derivation();
        math().evaluator(stage, state.sheet(stage, subject), Mode.POINT, derivation).value(stage.tree());
        return List.copyOf(derivation.items());
    }

    /** Why an entry has what it has, or empty for an unknown entry. */
    public Optional<Explanation> explain(String entry) {
        var found = state.entries().get(entry);
        return row(entry)
                .flatMap(row -> Optional.ofNullable(found)
                        .map(known ->
                                new Explainer(rulebook, state, math()).explain(known, row, rows(row.division()))));
    }
}
