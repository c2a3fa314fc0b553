package org.leitai.judging.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.leitai.judging.domain.DisciplineCommand.PlanSessions;
import org.leitai.judging.domain.DisciplineEvent.SessionsPlanned;
import org.leitai.kernel.Decision;
import org.leitai.kernel.Refusal;

/** The plan of sessions: replaced as a whole, kept in the order of time; no clock acts on it. */
final class SessionRules {
    private SessionRules() {}

    static Decision<DisciplineEvent> plan(DisciplineState state, PlanSessions command) {
        Optional<Refusal> refusal = Gate.unlocked(state)
                .or(() -> command.sessions().stream()
                        .flatMap(session -> refusal(state, session).stream())
                        .findFirst());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        List<Session> ordered = command.sessions().stream()
                .sorted(Comparator.comparingLong(Session::beginsMicros)
                        .thenComparingLong(Session::endsMicros)
                        .thenComparing(Session::stage))
                .toList();
        return ordered.equals(state.sessions())
                ? Decision.accept(List.of())
                : Decision.accept(new SessionsPlanned(ordered));
    }

    private static Optional<Refusal> refusal(DisciplineState state, Session session) {
        if (state.scheme().stage(session.stage()).isEmpty()) {
            return Optional.of(Gate.unknownStage(state, session.stage()));
        }
        return session.endsMicros() > session.beginsMicros()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                                "session-ends-early",
                                "a session of stage '" + session.stage()
                                        + "' ends before it begins: give it a later end")
                        .with("stage", session.stage()));
    }
}
