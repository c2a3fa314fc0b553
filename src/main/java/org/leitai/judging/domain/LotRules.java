package org.leitai.judging.domain;

import java.util.HashSet;
import java.util.Optional;
import org.leitai.judging.domain.DisciplineCommand.RecordLots;
import org.leitai.judging.domain.DisciplineEvent.LotsRecorded;
import org.leitai.kernel.Act;
import org.leitai.kernel.Decision;
import org.leitai.kernel.Refusal;
import org.leitai.rulebook.Ranking.Tie;

/**
 * Lots are drawn when everything else is known: after locking and opening, before the results are issued. They decide between
 * equals alone, so an order that names others changes nothing about those.
 */
public final class LotRules {
    private LotRules() {}

    static Decision<DisciplineEvent> record(DisciplineState state, RecordLots command, Act act) {
        var refusal = Gate.chief(state, act)
                .or(() -> rule(state))
                .or(() -> time(state))
                .or(() -> order(state, command));
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
}
