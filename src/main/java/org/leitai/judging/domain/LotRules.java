package org.leitai.judging.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.leitai.judging.domain.DisciplineCommand.RecordLots;
import org.leitai.judging.domain.DisciplineEvent.LotsRecorded;
import org.leitai.kernel.Act;
import org.leitai.kernel.Decision;
import org.leitai.kernel.Refusal;
import org.leitai.rulebook.Ranking.Tie;
import org.leitai.scoring.Scorer;
import org.leitai.scoring.result.Row;

/**
 * Lots are drawn when everything else is known: after locking and opening, before the results are issued. They decide between
 * equals alone; an order that names anybody else is refused.
 */
public final class LotRules {
    private LotRules() {}

    static Decision<DisciplineEvent> record(DisciplineState state, RecordLots command, Act act) {
        var refusal = Gate.chief(state, act)
                .or(() -> rule(state))
                .or(() -> time(state))
                .or(() -> order(state, command))
                .or(() -> equals(state, command));
        return refusal.<Decision<DisciplineEvent>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(new LotsRecorded(command.order(), command.reason())));
    }

    /** Whether the rulebook lets lots decide at all. */
    public static boolean areAsked(DisciplineState state) {
        return state.scheme().rulebook().ranking().ties().stream().anyMatch(Tie.Decided.class::isInstance);
    }

    /** Whether everything else is known, so that who is equal is known too. */
    public static boolean areDue(DisciplineState state) {
        return areAsked(state) && PublicationRules.isIssuable(state);
    }

    private static Optional<Refusal> rule(DisciplineState state) {
        return areAsked(state)
                ? Optional.empty()
                : Optional.of(Refusal.of("no-lots", "the rulebook decides no tie by lots: equals share their rank"));
    }

    private static Optional<Refusal> time(DisciplineState state) {
        return PublicationRules.isIssuable(state) ? Optional.empty() : Optional.of(PublicationRules.notReady(state));
    }

    private static Optional<Refusal> order(DisciplineState state, RecordLots command) {
        boolean different =
                new HashSet<>(command.order()).size() == command.order().size();
        boolean known = state.entries().keySet().containsAll(command.order());
        return different && known
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "bad-lots",
                        "lots are an order of different entries of this discipline, not " + command.order()));
    }

    /** Whoever is named is equal to another who is named, lots that were drawn before aside. Costs as much as the whole table. */
    private static Optional<Refusal> equals(DisciplineState state, RecordLots command) {
        Scorer scorer = Scorer.of(state.scheme().rulebook()).with(ScoringEvents.all(state));
        List<Row> named = command.order().stream()
                .flatMap(id -> scorer.row(id.toString()).stream())
                .toList();
        return named.stream()
                .filter(row -> named.stream()
                        .noneMatch(other -> !other.entry().equals(row.entry()) && areEqual(state, row, other)))
                .findFirst()
                .map(row -> Refusal.of(
                        "bad-lots",
                        "lots decide between equals, and entry " + row.entry() + " is equal to nobody named"));
    }

    private static boolean areEqual(DisciplineState state, Row one, Row other) {
        List<Tie> ties = state.scheme().rulebook().ranking().ties();
        int decided = one.sortKey().decidedAt(other.sortKey());
        return one.rank() != null
                && other.rank() != null
                && one.division().equals(other.division())
                && one.round().equals(other.round())
                && (decided < 0 || (decided > 0 && ties.get(decided - 1) instanceof Tie.Decided));
    }
}
