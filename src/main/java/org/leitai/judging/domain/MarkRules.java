package org.leitai.judging.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.domain.DisciplineCommand.RecordMark;
import org.leitai.judging.domain.DisciplineEvent.LateClaimRecorded;
import org.leitai.judging.domain.DisciplineEvent.MarkDisputed;
import org.leitai.judging.domain.DisciplineEvent.MarkRecorded;
import org.leitai.kernel.Act;
import org.leitai.kernel.Decision;
import org.leitai.kernel.Refusal;

/**
 * One mark. A command names the mark it replaces by key, so a chain made offline is in order by itself: whoever builds on what
 * counts goes on, whoever builds on something older makes a second claim, and nobody overwrites anybody.
 */
final class MarkRules {
    private MarkRules() {}

    static Decision<DisciplineEvent> record(DisciplineState state, RecordMark command, Act act) {
        Slot slot = command.slot();
        var refusal = Gate.unlocked(state).or(() -> fromOwnSeat(state, slot, act));
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        return switch (Place.of(state, slot)) {
            case Place.Nowhere nowhere -> Decision.refuse(nowhere.refusal());
            case Place.Found found ->
                switch (found.item().check().read(command.value())) {
                    case Scheme.Value.Bad bad -> Decision.refuse(bad.refusal().with("value", command.value()));
                    case Scheme.Value.Good good -> new Wish(state, command, act, found, good.text()).decide();
                };
        };
    }

    private static Optional<Refusal> fromOwnSeat(DisciplineState state, Slot slot, Act act) {
        return act.seat().equals(slot.seat())
                ? Gate.seatIsFilled(state, slot.seat())
                : Optional.of(Gate.notOnPanel("seat " + act.seat() + " marks for seat " + slot.seat()));
    }

    static Refusal unknownSubject(String stage, String subject) {
        return Refusal.of("unknown-subject", "stage '" + stage + "' has no number '" + subject + "'")
                .with("subject", subject);
    }

    static Refusal reasonNeeded() {
        return Refusal.of(
                "reason-needed", "the seats lie too far apart: state a reason against the benchmark to mark again");
    }

    static Refusal votesShown() {
        return Refusal.of(
                "votes-shown",
                "all seats have seen each other's votes; the chief judge hands the sheet back to change one");
    }

    /** A mark whose place and value are good. */
    private record Wish(DisciplineState state, RecordMark command, Act act, Place.Found place, String value) {
        Decision<DisciplineEvent> decide() {
            if (isKnown()) {
                return Decision.accept(List.of());
            }
            Sheet sheet = sheet();
            StageState stage = state.stage(command.slot().stage());
            if (sheet.signature() != null) {
                return late("sheet-signed", "signed", sheet.signature().recordedMicros());
            }
            if (stage.isClosed() && !sheet.reopened()) {
                return late("stage-closed", "closed", stage.closedMicros());
            }
            if (!stage.isOpen() && !sheet.reopened()) {
                return Decision.refuse(StageRules.notOpen(state, command.slot().stage()));
            }
            return inTime(sheet);
        }

        private Sheet sheet() {
            return state.sheet(place.sheet());
        }

        /** The seat's outbox may offer a mark again from another device: the wish is already true. */
        private boolean isKnown() {
            Sheet.Filled filled = sheet().cells().get(command.slot().cell());
            return state.claims().containsKey(act.key())
                    || (filled != null
                            && (filled.mark().key().equals(act.key())
                                    || filled.past().contains(act.key())));
        }

        private Decision<DisciplineEvent> late(String code, String what, long limitMicros) {
            long earliest = act.actMicros() - act.uncertaintyMicros();
            long latest = act.actMicros() + act.uncertaintyMicros();
            if (act.actMicros() == 0 || earliest > limitMicros) {
                return Decision.refuse(
                        code,
                        "the sheet of number '" + command.slot().subject() + "' was " + what + " before this mark");
            }
            Lateness why = latest < limitMicros ? Lateness.MADE_BEFORE : Lateness.UNCERTAIN;
            return Decision.accept(new LateClaimRecorded(act.key(), command.slot(), value, command.replaces(), why));
        }

        private Decision<DisciplineEvent> inTime(Sheet sheet) {
            Sheet.Filled filled = sheet.cells().get(command.slot().cell());
            UUID basis = command.replaces();
            if (filled == null) {
                return basis == null ? recorded() : basisUnknown(basis, "nothing");
            }
            UUID current = filled.mark().key();
            if (current.equals(basis)) {
                return onWhatCounts(sheet, current);
            }
            boolean earlier = basis == null || filled.past().contains(basis) || isOpenClaim(basis);
            return earlier
                    ? Decision.accept(new MarkDisputed(act.key(), command.slot(), value, basis, current))
                    : basisUnknown(basis, current.toString());
        }

        private Decision<DisciplineEvent> onWhatCounts(Sheet sheet, UUID current) {
            if (Spreads.needsReason(state, place, command.slot())) {
                return command.reason().equals(Act.NOBODY) ? Decision.refuse(reasonNeeded()) : recorded();
            }
            var cell = new PanelCell(
                    state, place.sheet(), place.form(), command.slot().cell());
            var shown = Spreads.shownMicros(cell, place.item());
            return shown.isEmpty() || sheet.isReturned() ? recorded() : afterVotes(shown.getAsLong(), current);
        }

        /** Nobody follows the others once their votes are known; what may have been marked before is for the chief to say. */
        private Decision<DisciplineEvent> afterVotes(long shownMicros, UUID current) {
            boolean after = act.actMicros() == 0 || act.actMicros() - act.uncertaintyMicros() > shownMicros;
            return after
                    ? Decision.refuse(votesShown())
                    : Decision.accept(new MarkDisputed(act.key(), command.slot(), value, command.replaces(), current));
        }

        private boolean isOpenClaim(UUID key) {
            Claim claim = state.claims().get(key);
            return claim != null && claim.slot().equals(command.slot());
        }

        private Decision<DisciplineEvent> basisUnknown(@Nullable UUID basis, String current) {
            return Decision.refuse(Refusal.of(
                            "basis-unknown",
                            "mark " + basis + " was never recorded on this slot; " + current + " counts there")
                    .with("current", current));
        }

        private Decision<DisciplineEvent> recorded() {
            List<DisciplineEvent> events = new ArrayList<>();
            events.add(new MarkRecorded(act.key(), command.slot(), value, command.replaces(), command.reason()));
            Spreads.after(state, place.sheet(), place.form(), command.slot(), value)
                    .ifPresent(events::add);
            return Decision.accept(events);
        }
    }
}
