package org.leitai.judging.domain;

import org.leitai.kernel.Refusal;

/** Where a slot lies in the scheme, or why it lies nowhere. */
sealed interface Place {
    record Found(SheetId sheet, Scheme.Form form, Scheme.Item item) implements Place {}

    record Nowhere(Refusal refusal) implements Place {}

    static Place of(DisciplineState state, Slot slot) {
        var stage = state.scheme().stage(slot.stage()).orElse(null);
        if (stage == null) {
            return new Nowhere(Gate.unknownStage(state, slot.stage()));
        }
        var form = stage.formOf(slot.aspect()).orElse(null);
        if (form == null) {
            return new Nowhere(
                    Refusal.of("unknown-aspect", "stage '" + stage.id() + "' has no aspect '" + slot.aspect() + "'")
                            .with("aspect", slot.aspect()));
        }
        if (!state.stage(stage.id()).numbers().containsKey(slot.subject())) {
            return new Nowhere(MarkRules.unknownSubject(stage.id(), slot.subject()));
        }
        if (slot.piece() < 1
                || slot.piece() > form.pieces()
                || slot.attempt() < 1
                || slot.attempt() > form.attempts()) {
            return new Nowhere(Refusal.of(
                    "unknown-piece",
                    "piece " + slot.piece() + ", attempt " + slot.attempt() + " is not among " + form.pieces()
                            + " pieces, " + form.attempts() + " attempts"));
        }
        return found(state, slot, stage, form);
    }

    private static Place found(DisciplineState state, Slot slot, Scheme.Stage stage, Scheme.Form form) {
        var seat = state.seats().get(slot.seat());
        if (seat == null || !seat.fillsIn(stage.id(), form)) {
            return new Nowhere(Gate.notOnPanel("seat " + slot.seat() + " does not fill in form '" + form.id()
                    + "' of stage '" + stage.id() + "'"));
        }
        var entry = state.entry(stage.id(), slot.subject()).orElse(null);
        if (entry != null && entry.status() != EntryStatus.ACTIVE) {
            return new Nowhere(Refusal.of(
                            "entry-not-competing",
                            "number '" + slot.subject() + "' is "
                                    + entry.status().code())
                    .with("status", entry.status().code()));
        }
        var item = form.item(slot.aspect()).orElseThrow();
        return new Found(new SheetId(stage.id(), form.id(), slot.subject(), slot.seat()), form, item);
    }
}
