package org.leitai.scoring;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Cut;
import org.leitai.rulebook.Reference;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.aspect.MarkValue;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.certainty.CertaintyMath;
import org.leitai.scoring.explain.Derivation;
import org.leitai.scoring.explain.Explainer;
import org.leitai.scoring.explain.Explanation;
import org.leitai.scoring.explain.PanelView;
import org.leitai.scoring.fold.Changes;
import org.leitai.scoring.fold.Entry;
import org.leitai.scoring.fold.Folder;
import org.leitai.scoring.fold.Past;
import org.leitai.scoring.fold.ScoreState;
import org.leitai.scoring.fold.ScoringEvent;
import org.leitai.scoring.result.Certainty;
import org.leitai.scoring.result.CutResult;
import org.leitai.scoring.result.GroupRow;
import org.leitai.scoring.result.Row;
import org.leitai.scoring.result.RowChange;
import org.leitai.scoring.result.StageScore;
import org.leitai.scoring.result.Status;
import org.leitai.scoring.sheet.SeatMark;
import org.leitai.scoring.sheet.SeatOrder;
import org.leitai.scoring.sheet.Slot;
import org.leitai.scoring.table.Cuts;
import org.leitai.scoring.table.DivisionTable;
import org.leitai.scoring.table.GroupMath;
import org.leitai.scoring.table.Ranked;
import org.leitai.scoring.table.Tables;
import org.leitai.scoring.total.EntryMath;
import org.leitai.scoring.total.EntryResult;
import org.leitai.scoring.total.Field;

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

    private final Tables tables;
    /** Null where nobody will ask what was before. */
    private @Nullable Past past;

    private Scorer(Rulebook rulebook, Folder folder, ScoreState state, Tables tables, @Nullable Past past) {
        this.rulebook = rulebook;
        this.folder = folder;
        this.state = state;
        this.tables = tables;
        this.past = past;
    }

    public static Scorer of(Rulebook rulebook) {
        return new Scorer(rulebook, Folder.of(rulebook), ScoreState.empty(), new Tables(rulebook), null);
    }

    /** A scorer that can go back with {@link #asOf}: it holds every event, and a state every few. */
    public static Scorer remembering(Rulebook rulebook) {
        return new Scorer(rulebook, Folder.of(rulebook), ScoreState.empty(), new Tables(rulebook), Past.none());
    }

    public Rulebook rulebook() {
        return rulebook;
    }

    /** Folds one event; cost does not depend on the number of entries. */
    public Changes apply(ScoringEvent event) {
        var folded = folder.fold(state, event);
        state = folded.state();
        past = past == null ? null : past.then(event, state);
        folded.changes().entries().forEach(results::remove);
        tables.changed(folded.changes());
        return folded.changes();
    }

    /** An independent scorer with the same state. */
    public Scorer fork() {
        var fork = new Scorer(rulebook, folder, state, tables.copy(), past);
        fork.results.putAll(results);
        return fork;
    }

    /** A fork with further events. */
    public Scorer with(Iterable<? extends ScoringEvent> events) {
        var fork = fork();
        events.forEach(fork::apply);
        return fork;
    }

    /** How many events were folded, in a scorer that remembers. */
    public long seq() {
        return remembered().seq();
    }

    /**
     * A fork as it stood after the first so many events.
     *
     * @param seq from 0 to {@link #seq()}
     * @throws IndexOutOfBoundsException if there were fewer events
     * @throws IllegalStateException if this scorer does not remember
     */
    public Scorer asOf(long seq) {
        var earlier = remembered().at(seq);
        return new Scorer(rulebook, folder, earlier.state(folder), new Tables(rulebook), earlier);
    }

    private Past remembered() {
        if (past == null) {
            throw new IllegalStateException("this scorer does not remember; ask for one that does");
        }
        return past;
    }

    public List<String> divisions() {
        return state.divisions(rulebook);
    }

    /** The table of a division, ranked ones first, best first; a row is made when it is asked for. */
    public List<Row> rows(String division) {
        return tables.rows(division, state, field());
    }

    /** An entry's row; where entries depend on each other through their places alone, without making the others. */
    public Optional<Row> row(String entry) {
        return Optional.ofNullable(state.entries().get(entry)).flatMap(found -> tables.row(found, state, field()));
    }

    /**
     * Entries whose rows are others than when this was last asked, ranks apart, with those whose printed decimals follow from
     * theirs. Empty where every row may be: the first time, after an event about the whole field, and under rules by which
     * entries depend on each other through more than their places.
     */
    public Optional<Set<String>> takeChanged() {
        return tables.takeChanged(state, field());
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
        var cut = cut(cutId);
        var table = ranked(division);
        var through = Cuts.through(cut, table);
        var reserves = table.stream()
                .filter(entry -> entry.rank() != null && !through.contains(entry.id()) && Cuts.meets(cut, entry))
                .limit(cut.reserves())
                .map(Ranked::id)
                .toList();
        return new CutResult(cut.id(), division, List.copyOf(through), reserves);
    }

    private Cut cut(String id) {
        return rulebook.cuts().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Field field() {
        return new Field(rulebook, state, math(), this::result);
    }

    private List<EntryResult> field(String division) {
        return field().results(division);
    }

    private EntryResult result(Entry entry) {
        return results.computeIfAbsent(entry.id(), _ -> math().result(entry));
    }

    private EntryMath math() {
        return new EntryMath(rulebook, state);
    }

    private List<Ranked> ranked(String division) {
        return new DivisionTable(rulebook, math()).ranked(field(division), field().scaledTotals(division));
    }

    /** Scores of every subject with marks in a stage: under numbers while a sealed stage is not opened. */
    public Map<String, StageScore> stageScores(String stageId) {
        var stage = rulebook.stage(stageId).orElseThrow().id();
        var scores = new LinkedHashMap<String, StageScore>();
        state.sheets(stage).keySet().stream()
                .sorted(SeatOrder.BY_LABEL)
                .forEach(subject -> scores.put(subject, stageScore(stage, subject)));
        return scores;
    }

    public StageScore stageScore(String stageId, String subject) {
        var stage = rulebook.stage(stageId).orElseThrow();
        return math().score(stage, subject, state.sheet(stage, subject));
    }

    /** Whether {@link #stageScore} would be complete, without working out the value. */
    public boolean isComplete(String stageId, String subject) {
        var stage = rulebook.stage(stageId).orElseThrow();
        return math().isComplete(stage, state.sheet(stage, subject));
    }

    public @Nullable Status status(String entry) {
        var found = state.entries().get(entry);
        return found == null ? null : found.status();
    }

    /** Why one subject of a stage, joined to an entry or not, has what it has there; empty without marks. */
    public List<Explanation.Item> explain(String stageId, String subject) {
        var stage = rulebook.stage(stageId).orElseThrow();
        var derivation = new Derivation(rulebook);
        math().evaluator(stage, state.sheet(stage, subject), derivation).value(stage.tree());
        return List.copyOf(derivation.items());
    }

    /** Why an entry has what it has, or empty for an unknown entry. */
    public Optional<Explanation> explain(String entry) {
        var found = state.entries().get(entry);
        return row(entry)
                .flatMap(row -> Optional.ofNullable(found)
                        .map(known -> new Explainer(rulebook, state, math(), field())
                                .explain(known, row, rows(row.division()))));
    }

    /** The rulebook's table over teams, units or delegations with this id, best group first. */
    public List<GroupRow> groupTable(String tableId) {
        var table = rulebook.tables().stream()
                .filter(known -> known.id().equals(tableId))
                .findFirst()
                .orElseThrow();
        var all = divisions().stream()
                .flatMap(division -> rows(division).stream())
                .toList();
        return new GroupMath(table, state.entries(), this::nodeValue).rows(all);
    }

    /** What an entry has at a {@link Reference}: what is not there adds nothing. Empty where nothing is there. */
    public Optional<Ratio> nodeValue(String entry, String reference) {
        return Optional.ofNullable(state.entries().get(entry))
                .flatMap(found -> Reference.of(reference).places().stream()
                        .flatMap(place -> nodeValue(found, place).stream())
                        .reduce(Ratio::plus));
    }

    private Optional<Ratio> nodeValue(Entry entry, Reference.Place place) {
        return rulebook.stage(place.stage())
                .flatMap(stage ->
                        Optional.ofNullable(math().nodeValue(stage, place.node(), state.sheetOf(stage, entry))));
    }

    /** The mark that stands in a slot. */
    public Optional<MarkValue> mark(Slot slot) {
        var stage = rulebook.stage(slot.stage()).orElse(null);
        var leaf = stage == null ? null : stage.positions().get(slot.aspect());
        if (stage == null || leaf == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(state.sheet(stage, slot.subject()).find(leaf, slot))
                .map(SeatMark::value);
    }

    /** Rows that differ in rank, total or award from another scorer's, by entry id. */
    public List<RowChange> diff(Scorer other) {
        return RowChange.between(byEntry(), other.byEntry());
    }

    private Map<String, Row> byEntry() {
        var rows = new HashMap<String, Row>();
        divisions().forEach(division -> rows(division).forEach(row -> rows.put(row.entry(), row)));
        return rows;
    }

    /** How far every result of a division can still move, by entry id. */
    public Map<String, Certainty> certainties(String division) {
        return new CertaintyMath(rulebook, state, math()).of(ranked(division));
    }

    /** Where every entry of a division stands to a named cut while marks are missing, by entry id. */
    public Map<String, Certainty.Line> cutLines(String cutId, String division) {
        return new CertaintyMath(rulebook, state, math()).lines(cut(cutId), ranked(division));
    }

    /** How far one entry's result can still move, or empty for an unknown entry. */
    public Optional<Certainty> certainty(String entry) {
        return Optional.ofNullable(state.entries().get(entry))
                .map(found -> certainties(found.admitted().division()).get(entry));
    }

    /** The largest panel that marked a subject in a stage, or empty if none did yet. */
    public Optional<PanelView> panel(String stageId, String subject) {
        var watch = new PanelView.Watch();
        var stage = rulebook.stage(stageId).orElseThrow();
        var value = math().evaluator(stage, state.sheet(stage, subject), watch).value(stage.tree());
        return Optional.ofNullable(watch.view(value));
    }
}
