package org.leitai.judging.domain;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.domain.DisciplineCommand.IssueResults;
import org.leitai.judging.domain.DisciplineCommand.OpenIdentities;
import org.leitai.judging.domain.DisciplineCommand.ProposeOpening;
import org.leitai.judging.domain.DisciplineEvent.IdentitiesOpened;
import org.leitai.judging.domain.DisciplineEvent.OpeningProposed;
import org.leitai.judging.domain.DisciplineEvent.ResultsAnnounced;
import org.leitai.judging.domain.DisciplineEvent.ResultsIssued;
import org.leitai.judging.domain.DisciplineEvent.ResultsLocked;
import org.leitai.kernel.Act;
import org.leitai.kernel.Decision;
import org.leitai.kernel.Refusal;
import org.leitai.kernel.Role;

/** Lock, opening of identities by two officers, issue by the chief, announcement. */
final class PublicationRules {
    private static final Set<Role> OFFICERS = Set.of(Role.ENCRYPTION_OFFICER, Role.SUPERVISOR);

    private PublicationRules() {}

    static Decision<DisciplineEvent> lock(DisciplineState state) {
        var locked = Gate.unlocked(state);
        if (locked.isPresent()) {
            return Decision.refuse(locked.get());
        }
        for (Scheme.Stage stage : state.scheme().stages()) {
            if (!state.stage(stage.id()).isClosed()) {
                return Decision.refuse(Refusal.of("stage-not-closed", "stage '" + stage.id() + "' is not closed yet")
                        .with("stage", stage.id()));
            }
            int unsigned = state.unsigned(stage).size();
            if (unsigned > 0) {
                return Decision.refuse(StageRules.unsigned(stage.id(), unsigned));
            }
            var deserted = stage.forms().stream()
                    .filter(form ->
                            form.isRequired() && state.panel(stage.id(), form).isEmpty())
                    .findFirst();
            if (deserted.isPresent()) {
                return Decision.refuse(nobodyMarks(stage.id(), deserted.get().id()));
            }
        }
        if (state.hasOpenClaims()) {
            return Decision.refuse("claims-open", "claims wait for the chief judge's decision");
        }
        return state.hasOpenRefusals()
                ? Decision.refuse("refusals-open", "refused co-signatures wait for the chief judge's answer")
                : Decision.accept(new ResultsLocked());
    }

    /** A form that no seat fills in would silently bring nobody a point. */
    private static Refusal nobodyMarks(String stage, String form) {
        return Refusal.of(
                        "form-without-seat",
                        "form '" + form + "' of stage '" + stage + "' has no seat that fills it in")
                .with("stage", stage)
                .with("form", form);
    }

    static Decision<DisciplineEvent> propose(DisciplineState state, ProposeOpening command, Act act) {
        var refusal = sealedAndLocked(state, command.stage(), command.role());
        if (refusal != null) {
            return Decision.refuse(refusal);
        }
        var before = state.stage(command.stage()).proposal();
        return before != null && before.officer().equals(act.actor())
                ? Decision.accept(List.of())
                : Decision.accept(new OpeningProposed(command.stage(), act.actor(), command.role()));
    }

    static Decision<DisciplineEvent> openIdentities(DisciplineState state, OpenIdentities command, Act act) {
        var refusal = sealedAndLocked(state, command.stage(), command.role());
        if (refusal != null) {
            return Decision.refuse(refusal);
        }
        StageState stage = state.stage(command.stage());
        var first = stage.proposal();
        if (first == null) {
            return Decision.refuse("opening-not-proposed", "another officer proposes the opening first");
        }
        if (first.officer().equals(act.actor()) || first.role() == command.role()) {
            return Decision.refuse(
                    "same-officer", "an encryption officer and a supervisor, two people, open identities together");
        }
        return matches(state, stage, command)
                ? Decision.accept(new IdentitiesOpened(
                        command.stage(), command.seed(), command.links(), List.of(first.officer(), act.actor())))
                : Decision.refuse(
                        "commitment-mismatch",
                        "these links are not the ones that were sealed before stage '" + command.stage() + "'");
    }

    private static @Nullable Refusal sealedAndLocked(DisciplineState state, String stage, Role role) {
        if (!OFFICERS.contains(role)) {
            return Refusal.of("not-an-officer", "a " + role.code() + " does not open identities");
        }
        if (!state.stage(stage).isSealed()) {
            return Refusal.of("stage-not-sealed", "stage '" + stage + "' holds no sealed numbers");
        }
        return state.phase() == Phase.LOCKED
                ? null
                : Refusal.of(
                        "results-not-locked",
                        "identities are opened after locking; the results are "
                                + state.phase().code());
    }

    private static boolean matches(DisciplineState state, StageState stage, OpenIdentities command) {
        Set<String> numbers = command.links().stream().map(Link::number).collect(Collectors.toSet());
        boolean known =
                command.links().stream().allMatch(link -> state.entries().containsKey(link.entry()));
        return known
                && numbers.equals(new HashSet<>(stage.numbers().keySet()))
                && isSeed(command.seed())
                && Commitment.of(HexFormat.of().parseHex(command.seed()), command.links())
                        .equals(stage.commitment());
    }

    private static boolean isSeed(String hex) {
        return hex.matches("[0-9a-f]{64}");
    }

    static Decision<DisciplineEvent> issue(DisciplineState state, IssueResults command, Act act) {
        var notChief = Gate.chief(state, act);
        if (notChief.isPresent()) {
            return Decision.refuse(notChief.get());
        }
        if (!isIssuable(state)) {
            return Decision.refuse(notReady(state));
        }
        if (command.atSeq() != state.seq()) {
            return Decision.refuse(
                    "results-changed",
                    "the record was made at event " + command.atSeq() + " but there are " + state.seq() + " now");
        }
        return Decision.accept(new ResultsIssued(act.seat(), command.recordHash()));
    }

    /** Whether nothing but the chief's word is missing. */
    static boolean isIssuable(DisciplineState state) {
        return (state.phase() == Phase.LOCKED && sealedStages(state).isEmpty()) || state.phase() == Phase.OPENED;
    }

    static List<String> sealedStages(DisciplineState state) {
        return state.scheme().stages().stream()
                .map(Scheme.Stage::id)
                .filter(stage -> state.stage(stage).isSealed())
                .toList();
    }

    static Refusal notReady(DisciplineState state) {
        if (state.phase().before(Phase.LOCKED)) {
            return Refusal.of(
                    "results-not-locked",
                    "lock the results first; they are " + state.phase().code());
        }
        return sealedStages(state).isEmpty()
                ? Refusal.of(
                        "results-issued", "the results are " + state.phase().code() + " already")
                : Refusal.of(
                        "identities-sealed",
                        "the numbers of " + String.join(", ", sealedStages(state)) + " are not opened yet");
    }

    static Decision<DisciplineEvent> announce(DisciplineState state) {
        return switch (state.phase()) {
            case ISSUED -> Decision.accept(new ResultsAnnounced());
            case ANNOUNCED -> Decision.accept(List.of());
            case PREPARING, RUNNING, CLOSED, LOCKED, OPENED ->
                Decision.refuse(
                        "results-not-issued",
                        "the chief judge issues results before they are announced; they are "
                                + state.phase().code());
        };
    }
}
