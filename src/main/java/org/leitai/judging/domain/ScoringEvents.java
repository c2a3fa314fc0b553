package org.leitai.judging.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.leitai.judging.domain.DisciplineEvent.ClaimDecided;
import org.leitai.judging.domain.DisciplineEvent.EntryAdmitted;
import org.leitai.judging.domain.DisciplineEvent.MarkRecorded;
import org.leitai.judging.domain.DisciplineEvent.SpreadFound;
import org.leitai.judging.domain.DisciplineState.Entry;
import org.leitai.judging.domain.DisciplineState.Seat;
import org.leitai.kernel.Act;
import org.leitai.rulebook.aspect.Checked;
import org.leitai.rulebook.aspect.MarkValue;
import org.leitai.scoring.fold.ScoringEvent;
import org.leitai.scoring.result.Status;

/** The one translation of what happened in a discipline into what a scorer folds. Pure, safe on any thread. */
public final class ScoringEvents {
    private ScoringEvents() {}

    /**
     * What one event means for scores.
     *
     * @param after the state that already contains the event
     */
    public static List<ScoringEvent> of(DisciplineState after, DisciplineEvent event) {
        return switch (event) {
            case EntryAdmitted admitted -> List.of(admitted(admitted));
            case DisciplineEvent.EntryStatusSet set ->
                List.of(new ScoringEvent.EntryStatusSet(set.entry().toString(), status(set.status())));
            case DisciplineEvent.NumbersAssigned assigned -> links(assigned.stage(), assigned.links());
            case DisciplineEvent.IdentitiesOpened opened -> links(opened.stage(), opened.links());
            case DisciplineEvent.StageOpened opened -> List.of(new ScoringEvent.StageReopened(opened.stage()));
            case DisciplineEvent.StageClosed closed -> List.of(new ScoringEvent.StageClosed(closed.stage()));
            case MarkRecorded mark ->
                mark(after, mark.slot(), mark.value()).map(List::of).orElse(List.of());
            case ClaimDecided decided -> decided(after, decided);
            case SpreadFound spread -> spread(after, spread);
            case DisciplineEvent.SheetSigned signed -> {
                SheetId id = signed.sheet();
                yield List.of(
                        new ScoringEvent.SheetSigned(id.stage(), id.form(), id.subject(), label(after, id.seat())));
            }
            case DisciplineEvent.ScoreAdjusted adjusted ->
                List.of(adjusted(adjusted.stage(), adjusted.subject(), adjusted.node(), adjusted.by()));
            case DisciplineEvent.LotsRecorded lots -> List.of(lots(lots.order()));
            case DisciplineEvent.SheetReturned returned -> List.of(returned(after, returned.sheet()));
            case DisciplineEvent.DisciplineOpened ignored -> List.of();
            case DisciplineEvent.SheetNoted ignored -> List.of();
            case DisciplineEvent.SheetCosigned ignored -> List.of();
            case DisciplineEvent.CosigningRefused ignored -> List.of();
            case DisciplineEvent.NumbersSealed ignored -> List.of();
            case DisciplineEvent.SeatAdded ignored -> List.of();
            case DisciplineEvent.SeatFilled ignored -> List.of();
            case DisciplineEvent.SeatVacated ignored -> List.of();
            case DisciplineEvent.MarkDisputed ignored -> List.of();
            case DisciplineEvent.LateClaimRecorded ignored -> List.of();
            case DisciplineEvent.CursorMoved ignored -> List.of();
            case DisciplineEvent.SessionsPlanned ignored -> List.of();
            case DisciplineEvent.ClockSet ignored -> List.of();
            case DisciplineEvent.ResultsLocked ignored -> List.of();
            case DisciplineEvent.OpeningProposed ignored -> List.of();
            case DisciplineEvent.ResultsIssued ignored -> List.of();
            case DisciplineEvent.ResultsAnnounced ignored -> List.of();
        };
    }

    /** Everything that counts in a state; entries in the order of their ids, so that the same state gives the same table. */
    public static List<ScoringEvent> all(DisciplineState state) {
        List<ScoringEvent> events = new ArrayList<>();
        state.entries().values().stream()
                .sorted(Comparator.comparing(Entry::id))
                .forEach(entry -> {
                    events.add(admitted(entry));
                    events.add(new ScoringEvent.EntryStatusSet(entry.id().toString(), status(entry.status())));
                });
        state.stages().forEach((stage, now) -> events.addAll(links(stage, known(now))));
        state.sheets().forEach((id, sheet) -> events.addAll(sheet(state, id, sheet)));
        state.adjustments()
                .forEach((place, now) -> events.add(adjusted(place.stage(), place.subject(), place.node(), now.by())));
        state.lots().forEach(order -> events.add(lots(order)));
        state.stages().forEach((stage, now) -> {
            if (now.isClosed()) {
                events.add(new ScoringEvent.StageClosed(stage));
            }
        });
        return events;
    }

    private static List<ScoringEvent> sheet(DisciplineState state, SheetId id, Sheet sheet) {
        List<ScoringEvent> events = new ArrayList<>();
        sheet.cells()
                .forEach((cell, filled) ->
                        mark(state, id.slot(cell), filled.mark().value()).ifPresent(events::add));
        if (sheet.signature() != null) {
            events.add(new ScoringEvent.SheetSigned(id.stage(), id.form(), id.subject(), label(state, id.seat())));
        }
        return events;
    }

    private static List<Link> known(StageState stage) {
        return stage.numbers().entrySet().stream()
                .filter(number -> !number.getValue().equals(Act.NOBODY))
                .map(number -> new Link(number.getKey(), number.getValue()))
                .toList();
    }

    private static ScoringEvent admitted(EntryAdmitted e) {
        return admitted(new Entry(e.entry(), e.division(), e.delegation(), e.unit(), e.members(), EntryStatus.ACTIVE));
    }

    private static ScoringEvent admitted(Entry entry) {
        return new ScoringEvent.EntryAdmitted(
                entry.id().toString(),
                entry.division(),
                entry.delegation(),
                entry.unit().toString(),
                entry.members().stream().map(UUID::toString).toList());
    }

    private static Status status(EntryStatus status) {
        return switch (status) {
            case ACTIVE -> Status.COMPETING;
            case DNS -> Status.DNS;
            case DNF -> Status.DNF;
            case DSQ -> Status.DSQ;
            case WITHDRAWN -> Status.WITHDRAWN;
            case VOID -> Status.VOID;
        };
    }

    private static List<ScoringEvent> links(String stage, List<Link> links) {
        return links.stream()
                .map(link -> (ScoringEvent) new ScoringEvent.Linked(
                        stage, link.number(), link.entry().toString()))
                .toList();
    }

    private static ScoringEvent adjusted(String stage, String subject, String node, String by) {
        return new ScoringEvent.AdjustmentSet(stage, subject, node, new BigDecimal(by));
    }

    private static ScoringEvent lots(List<UUID> order) {
        return new ScoringEvent.TieDecided(order.stream().map(UUID::toString).toList());
    }

    private static List<ScoringEvent> decided(DisciplineState after, ClaimDecided decided) {
        Claim claim = after.claims().get(decided.claim());
        if (!decided.accepted() || claim == null) {
            return List.of();
        }
        List<ScoringEvent> events = new ArrayList<>();
        mark(after, claim.slot(), claim.value()).ifPresent(events::add);
        var form = after.scheme()
                .stage(claim.slot().stage())
                .flatMap(stage -> stage.formOf(claim.slot().aspect()));
        form.map(found -> new SheetId(
                        claim.slot().stage(),
                        found.id(),
                        claim.slot().subject(),
                        claim.slot().seat()))
                .filter(id -> after.sheet(id).reopened())
                .ifPresent(id -> events.add(returned(after, id)));
        return events;
    }

    private static List<ScoringEvent> spread(DisciplineState after, SpreadFound spread) {
        return after.seats().keySet().stream()
                .map(seat -> new SheetId(spread.stage(), spread.form(), spread.subject(), seat))
                .filter(id -> after.sheet(id).reopened())
                .map(id -> returned(after, id))
                .toList();
    }

    private static ScoringEvent returned(DisciplineState after, SheetId id) {
        return new ScoringEvent.SheetReturned(id.stage(), id.form(), id.subject(), label(after, id.seat()));
    }

    private static Optional<ScoringEvent> mark(DisciplineState after, Slot slot, String text) {
        return value(after, slot, text)
                .map(value -> new ScoringEvent.MarkSet(
                        new org.leitai.scoring.sheet.Slot(
                                slot.stage(),
                                slot.subject(),
                                slot.piece(),
                                slot.aspect(),
                                label(after, slot.seat()),
                                slot.attempt()),
                        value));
    }

    private static Optional<MarkValue> value(DisciplineState after, Slot slot, String text) {
        return after.scheme().rulebook().aspect(slot.stage(), slot.aspect()).flatMap(aspect -> switch (aspect.parse(
                text)) {
            case Checked.Accepted accepted -> Optional.of(accepted.value());
            case Checked.Refused refused -> Optional.empty();
        });
    }

    private static String label(DisciplineState state, UUID seat) {
        Seat known = state.seats().get(seat);
        return known == null ? seat.toString() : known.label();
    }
}
