package org.leitai.judging.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.domain.DisciplineCommand.ImportMarks;
import org.leitai.judging.domain.DisciplineEvent.MarkRecorded;
import org.leitai.judging.domain.DisciplineEvent.SeatAdded;
import org.leitai.judging.domain.DisciplineEvent.SheetSigned;
import org.leitai.judging.domain.DisciplineState.Seat;
import org.leitai.kernel.Act;
import org.leitai.kernel.Decision;
import org.leitai.kernel.Recorded;
import org.leitai.kernel.Refusal;

/** Many values at once for recorded stages such as theory: all or nothing, and signed by whoever imports. */
public final class ImportRules {
    private ImportRules() {}

    /**
     * What an import would meet, tried without doing it.
     *
     * @param whole why nothing at all can be imported now
     * @param rows index of a row, from 0 → why it would be refused
     */
    public record Tried(Optional<Refusal> whole, Map<Integer, Refusal> rows) {
        public Tried {
            rows = Map.copyOf(rows);
        }
    }

    static Decision<DisciplineEvent> importMarks(DisciplineState state, ImportMarks command, Act act) {
        return closed(state, command.stage())
                .<Decision<DisciplineEvent>>map(Decision::refuse)
                .orElseGet(() -> new Batch(state, command, act).decide());
    }

    /** By the same rules as the import itself, row by row. */
    public static Tried tried(DisciplineState state, ImportMarks command) {
        var closed = closed(state, command.stage());
        var nobody = new Act(Act.NOBODY, Act.NOBODY, Act.NOBODY, 0, 0, Act.NOBODY);
        return closed.isPresent()
                ? new Tried(closed, Map.of())
                : new Tried(Optional.empty(), new Batch(state, command, nobody).refusedRows());
    }

    private static Optional<Refusal> closed(DisciplineState state, String stage) {
        var locked = Gate.unlocked(state);
        if (locked.isPresent()) {
            return locked;
        }
        if (state.scheme().stage(stage).isEmpty()) {
            return Optional.of(Gate.unknownStage(state, stage));
        }
        return state.stage(stage).isOpen() ? Optional.empty() : Optional.of(StageRules.notOpen(state, stage));
    }

    /** One import on its way; lives for one decision. */
    private static final class Batch {
        private final Scheme.Stage stage;
        private final ImportMarks command;
        private final Act act;
        private final List<DisciplineEvent> events = new ArrayList<>();
        private final Map<SheetId, Sheet> sheets = new LinkedHashMap<>();
        private DisciplineState state;

        Batch(DisciplineState state, ImportMarks command, Act act) {
            this.state = state;
            this.stage = state.scheme().stage(command.stage()).orElseThrow();
            this.command = command;
            this.act = act;
        }

        Decision<DisciplineEvent> decide() {
            int row = 1;
            for (ImportedMark mark : command.marks()) {
                var refusal = row(mark);
                if (refusal.isPresent()) {
                    return Decision.refuse(refusal.get().with("row", Integer.toString(row)));
                }
                row++;
            }
            return sign().<Decision<DisciplineEvent>>map(Decision::refuse).orElseGet(() -> Decision.accept(events));
        }

        Map<Integer, Refusal> refusedRows() {
            Map<Integer, Refusal> refused = new LinkedHashMap<>();
            for (int index = 0; index < command.marks().size(); index++) {
                int at = index;
                row(command.marks().get(index)).ifPresent(refusal -> refused.put(at, refusal));
            }
            sheets.keySet()
                    .forEach(id ->
                            unsignable(id).ifPresent(refusal -> refused.putIfAbsent(lastRowOf(id.subject()), refusal)));
            return refused;
        }

        private int lastRowOf(String subject) {
            return IntStream.range(0, command.marks().size())
                    .filter(row -> command.marks().get(row).subject().equals(subject))
                    .max()
                    .orElseThrow();
        }

        private Optional<Refusal> row(ImportedMark row) {
            String aspect = row.aspect().isEmpty() ? onlyAspect() : row.aspect();
            UUID seat = seat(aspect);
            Slot slot = Slot.of(stage.id(), row.subject(), aspect, seat == null ? command.seat() : seat);
            return switch (Place.of(state, slot)) {
                case Place.Nowhere nowhere -> Optional.of(nowhere.refusal());
                case Place.Found found ->
                    switch (found.item().check().read(row.value())) {
                        case Scheme.Value.Bad bad -> Optional.of(bad.refusal().with("value", row.value()));
                        case Scheme.Value.Good good -> put(found.sheet(), slot, good.text());
                    };
            };
        }

        private String onlyAspect() {
            var items = stage.forms().stream()
                    .flatMap(form -> form.items().stream())
                    .toList();
            return items.size() == 1 ? items.getFirst().aspect() : "";
        }

        private @Nullable UUID seat(String aspect) {
            var form = stage.formOf(aspect).orElse(null);
            if (!command.seat().equals(Act.NOBODY) || form == null) {
                return command.seat();
            }
            List<Seat> panel = state.panel(stage.id(), form);
            return panel.isEmpty() ? addSeat(form) : panel.getFirst().id();
        }

        private UUID addSeat(Scheme.Form form) {
            UUID seat = derived("seat " + form.id());
            String label = form.seats().stream().sorted().findFirst().orElse("1");
            happen(new SeatAdded(seat, label, form.role(), List.of()));
            return seat;
        }

        private Optional<Refusal> put(SheetId id, Slot slot, String value) {
            Sheet sheet = state.sheet(id);
            Sheet.Filled before = sheet.cells().get(slot.cell());
            if (before != null && before.mark().value().equals(value)) {
                sheets.put(id, sheet);
                return Optional.empty();
            }
            if (sheet.signature() != null) {
                return Optional.of(Refusal.of(
                        "sheet-signed",
                        "number '" + slot.subject() + "' is signed with another value; return its sheet first"));
            }
            var apart = before == null ? Optional.<Refusal>empty() : amongOthers(id, slot);
            if (apart.isEmpty()) {
                record(id, slot, value, before);
                sheets.put(id, sheet);
            }
            return apart;
        }

        /** An import changes what a panel judged no more than its seats may. */
        private Optional<Refusal> amongOthers(SheetId id, Slot slot) {
            Scheme.Form form = stage.form(id.form()).orElseThrow();
            PanelCell cell = new PanelCell(state, id, form, slot.cell());
            if (form.item(slot.aspect()).filter(cell::isUnsettled).isPresent()) {
                return Optional.of(MarkRules.reasonNeeded());
            }
            return SheetRules.isFixed(cell) ? Optional.of(MarkRules.votesShown()) : Optional.empty();
        }

        private void record(SheetId id, Slot slot, String value, Sheet.@Nullable Filled before) {
            UUID replaces = before == null ? null : before.mark().key();
            Scheme.Form form = stage.form(id.form()).orElseThrow();
            var apart = Spreads.after(state, id, form, slot, value);
            happen(new MarkRecorded(derived(slot.toString()), slot, value, replaces, Act.NOBODY));
            apart.ifPresent(this::happen);
        }

        private Optional<Refusal> sign() {
            for (SheetId id : sheets.keySet()) {
                Sheet sheet = state.sheet(id);
                if (sheet.signature() == null) {
                    var refusal = unsignable(id);
                    if (refusal.isPresent()) {
                        return refusal;
                    }
                    happen(new SheetSigned(
                            id, sheet.markKeys().stream().sorted().toList()));
                }
            }
            return Optional.empty();
        }

        private Optional<Refusal> unsignable(SheetId id) {
            Sheet sheet = state.sheet(id);
            if (sheet.signature() != null) {
                return Optional.empty();
            }
            Scheme.Form form = stage.form(id.form()).orElseThrow();
            List<String> missing = sheet.missing(form);
            return missing.isEmpty()
                    ? SheetRules.apart(state, id, form)
                    : Optional.of(SheetRules.incomplete(id, missing));
        }

        private void happen(DisciplineEvent event) {
            events.add(event);
            state = Evolution.evolve(state, new Recorded<>(state.seq() + 1, 0, act, event));
        }

        private UUID derived(String what) {
            return UUID.nameUUIDFromBytes((act.key() + " " + what).getBytes(StandardCharsets.UTF_8));
        }
    }
}
