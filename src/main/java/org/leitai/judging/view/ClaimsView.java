package org.leitai.judging.view;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.domain.Claim;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.judging.domain.DisciplineState.Seat;
import org.leitai.judging.domain.Sheet;
import org.leitai.judging.domain.SheetId;
import org.leitai.kernel.doc.Doc;
import org.leitai.rulebook.aspect.Aspect;

/** What waits for the chief's word, with both values. */
final class ClaimsView {
    private ClaimsView() {}

    static Doc.Obj answer(DisciplineState state, Doc.Obj question) {
        return Doc.obj()
                .put("contest", state.opened().contest().value())
                .put(
                        "claims",
                        state.claims().entrySet().stream()
                                .filter(claim -> claim.getValue().state() == Claim.State.OPEN)
                                .sorted(Comparator.comparingLong((Map.Entry<UUID, Claim> claim) ->
                                                claim.getValue().recordedMicros())
                                        .thenComparing(Map.Entry::getKey))
                                .map(claim -> claim(state, claim.getKey(), claim.getValue()))
                                .toList())
                .put("disagreements", PanelView.disagreements(state))
                .put("beside", BesideDocs.forChief(state))
                .build();
    }

    private static Doc.Obj claim(DisciplineState state, UUID key, Claim claim) {
        var slot = claim.slot();
        Seat seat = state.seats().get(slot.seat());
        var late = claim.late();
        Optional<Aspect> aspect = state.scheme().rulebook().aspect(slot.stage(), slot.aspect());
        return Doc.obj()
                .put("key", key)
                .put("kind", late == null ? "disputed" : "late")
                .put("stage", slot.stage())
                .put("subject", slot.subject())
                .put("piece", slot.piece())
                .put("aspect", slot.aspect())
                .put("attempt", slot.attempt())
                .put(
                        "aspectTitle",
                        aspect.map(Aspect::title).map(DisciplineView::title).orElse(null))
                .put("definition", aspect.map(AspectDocs::aspect).orElse(null))
                .put("seat", slot.seat())
                .put("label", seat == null ? "" : seat.label())
                .put("value", claim.value())
                .put("against", against(state, claim))
                .put("why", late == null ? null : late.code())
                .put("actMicros", claim.act().actMicros())
                .put("uncertaintyMicros", claim.act().uncertaintyMicros())
                .put("recordedMicros", claim.recordedMicros())
                .build();
    }

    /** What counts on the slot now. */
    private static Doc.@Nullable Obj against(DisciplineState state, Claim claim) {
        Sheet.Filled filled = state.scheme()
                .stage(claim.slot().stage())
                .flatMap(stage -> stage.formOf(claim.slot().aspect()))
                .map(form -> state.sheet(new SheetId(
                        claim.slot().stage(),
                        form.id(),
                        claim.slot().subject(),
                        claim.slot().seat())))
                .map(sheet -> sheet.cells().get(claim.slot().cell()))
                .orElse(null);
        return filled == null
                ? null
                : Doc.obj()
                        .put("key", filled.mark().key())
                        .put("value", filled.mark().value())
                        .build();
    }
}
