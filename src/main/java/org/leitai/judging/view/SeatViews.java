package org.leitai.judging.view;

import java.util.List;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.judging.domain.DisciplineState.Seat;
import org.leitai.judging.domain.FormRef;
import org.leitai.kernel.Act;
import org.leitai.kernel.doc.Doc;

/** Seats and who fills them. */
final class SeatViews {
    private SeatViews() {}

    static Doc.Obj seat(DisciplineState state, Doc.Obj question) {
        Seat seat = state.seats().get(question.uuid("seat"));
        return seat == null
                ? Doc.obj().build()
                : doc(seat).put("contest", state.opened().contest().value()).build();
    }

    static Doc.Obj seats(DisciplineState state, Doc.Obj question) {
        return Doc.obj()
                .put("contest", state.opened().contest().value())
                .put(
                        "seats",
                        state.panel().stream().map(seat -> doc(seat).build()).toList())
                .build();
    }

    private static Doc.Builder doc(Seat seat) {
        return Doc.obj()
                .put("seat", seat.id())
                .put("id", seat.id())
                .put("label", seat.label())
                .put("role", seat.role().code())
                .put("person", seat.person().equals(Act.NOBODY) ? null : seat.person())
                .put("forms", forms(seat.forms()));
    }

    private static List<Doc.Obj> forms(List<FormRef> forms) {
        return forms.stream()
                .map(form -> Doc.obj()
                        .put("stage", form.stage())
                        .put("form", form.form())
                        .build())
                .toList();
    }
}
