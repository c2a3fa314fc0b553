package org.leitai.scoring.fold;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.Stage;
import org.leitai.rulebook.aspect.MarkValue;
import org.leitai.rulebook.exact.Ratio;
import org.leitai.scoring.fold.ScoreState.Correction;
import org.leitai.scoring.fold.ScoreState.Link;
import org.leitai.scoring.fold.ScoringEvent.SheetSigned;
import org.leitai.scoring.result.Status;
import org.leitai.scoring.sheet.AdditiveTree;
import org.leitai.scoring.sheet.Sheet;
import org.leitai.scoring.sheet.Slot;

/** One event onto the state. Events about unknown stages, aspects or entries change nothing: judging refused them before. */
public record Folder(Rulebook rulebook, Map<String, AdditiveTree> additive) {
    public static Folder of(Rulebook rulebook) {
        var additive = new HashMap<String, AdditiveTree>();
        for (var stage : rulebook.stages()) {
            AdditiveTree.of(stage, rulebook.ranking().ascending()).ifPresent(tree -> additive.put(stage.id(), tree));
        }
        return new Folder(rulebook, Map.copyOf(additive));
    }

    /** The new state and what changed. */
    public record Folded(ScoreState state, Changes changes) {}

    public Folded fold(ScoreState state, ScoringEvent event) {
        return switch (event) {
            case ScoringEvent.EntryAdmitted admitted -> {
                var number = state.entries().containsKey(admitted.entry())
                        ? state.entries().get(admitted.entry()).number()
                        : state.entries().size();
                var entry = new Entry(admitted, Status.COMPETING, number);
                yield new Folded(state.withEntry(entry), Changes.ofEntry(admitted.entry(), true));
            }
            case ScoringEvent.EntryStatusSet set -> status(state, set);
            case ScoringEvent.MarkSet set -> mark(state, set.slot(), set.value());
            case ScoringEvent.MarkCleared cleared -> mark(state, cleared.slot(), null);
            case ScoringEvent.Linked linked -> link(state, linked);
            case SheetSigned signed -> subject(state.withSigned(signed, true), signed.stage(), signed.subject());
            case ScoringEvent.SheetReturned returned -> {
                var signed = new SheetSigned(returned.stage(), returned.form(), returned.subject(), returned.seat());
                yield subject(state.withSigned(signed, false), returned.stage(), returned.subject());
            }
            case ScoringEvent.StageClosed closed ->
                everyone(state.withClosed(state.closed().plus(closed.stage())));
            case ScoringEvent.StageReopened open ->
                everyone(state.withClosed(state.closed().minus(open.stage())));
            case ScoringEvent.AdjustmentSet set -> adjust(state, set);
            case ScoringEvent.CorrectionSet set ->
                new Folded(
                        state.corrected(set.entry(), new Correction(set.by(), set.reason())),
                        Changes.ofEntry(set.entry(), false));
            case ScoringEvent.TieDecided decided -> decide(state, decided);
            case ScoringEvent.AwardOverridden award ->
                new Folded(
                        state.withAwards(state.awards().plus(award.entry(), Optional.ofNullable(award.award()))),
                        Changes.ofEntry(award.entry(), false));
        };
    }

    private static Folded status(ScoreState state, ScoringEvent.EntryStatusSet set) {
        var entry = state.entries().get(set.entry());
        return entry == null
                ? new Folded(state, Changes.NONE)
                : new Folded(state.withEntry(entry.with(set.status())), Changes.ofEntry(set.entry(), true));
    }

    private Folded mark(ScoreState state, Slot slot, @Nullable MarkValue value) {
        var stage = rulebook.stage(slot.stage()).orElse(null);
        var leaf = stage == null ? null : stage.positions().get(slot.aspect());
        if (stage == null || leaf == null) {
            return new Folded(state, Changes.NONE);
        }
        var before = state.sheet(stage, slot.subject());
        var sheet = keepRunning(stage, before, before.with(leaf, slot, value), leaf);
        return subject(state.withSheet(stage, slot.subject(), sheet), slot.stage(), slot.subject());
    }

    private Sheet keepRunning(Stage stage, Sheet before, Sheet sheet, int leaf) {
        var tree = additive.get(stage.id());
        if (tree == null) {
            return sheet;
        }
        var running = before.running();
        if (running == null && before.isUntouched()) {
            running = tree.empty();
        }
        return running == null ? sheet : sheet.running(tree.after(running, before, sheet, leaf));
    }

    private Folded adjust(ScoreState state, ScoringEvent.AdjustmentSet set) {
        var stage = rulebook.stage(set.stage()).orElse(null);
        if (stage == null) {
            return new Folded(state, Changes.NONE);
        }
        var sheet = state.sheet(stage, set.subject()).adjusted(set.node(), Ratio.of(set.by()));
        return subject(state.withSheet(stage, set.subject(), sheet), set.stage(), set.subject());
    }

    /** A number that stood for somebody else before changes both. */
    private Folded link(ScoreState state, ScoringEvent.Linked linked) {
        var former = subject(state, linked.stage(), linked.number()).changes().entries();
        var link = new Link(linked.number(), linked.entry(), linked.piece());
        var folded = subject(state.linked(linked.stage(), link), linked.stage(), linked.number());
        var entries = new HashSet<>(former);
        entries.addAll(folded.changes().entries());
        return new Folded(folded.state(), folded.changes().of(entries));
    }

    private Folded subject(ScoreState state, String stage, String subject) {
        var owner = state.ownerOf(stage, subject);
        var found = rulebook.stage(stage).orElse(null);
        var field = rulebook.standardise() != null || (found != null && found.standardise() != null);
        return new Folded(state, new Changes(owners(state, found, owner), Set.of(subject), stage, field));
    }

    private static Set<String> owners(ScoreState state, @Nullable Stage stage, String owner) {
        if (stage == null || stage.of() == Stage.Of.ENTRY) {
            return state.entries().containsKey(owner) ? Set.of(owner) : Set.of();
        }
        var members = new HashSet<String>();
        for (var entry : state.entries().values()) {
            if (entry.admitted().team().equals(owner)) {
                members.add(entry.id());
            }
        }
        return Set.copyOf(members);
    }

    private static Folded everyone(ScoreState state) {
        return new Folded(state, new Changes(Set.copyOf(state.entries().keySet()), Set.of(), "", true));
    }

    private static Folded decide(ScoreState state, ScoringEvent.TieDecided decided) {
        var places = state.decided();
        for (var i = 0; i < decided.order().size(); i++) {
            places = places.plus(decided.order().get(i), i + 1);
        }
        return new Folded(state.withDecided(places), new Changes(Set.copyOf(decided.order()), Set.of(), "", true));
    }
}
