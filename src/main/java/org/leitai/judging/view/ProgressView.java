package org.leitai.judging.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.judging.domain.DisciplineState.Seat;
import org.leitai.judging.domain.PanelCell;
import org.leitai.judging.domain.Scheme;
import org.leitai.judging.domain.Sheet;
import org.leitai.judging.domain.SheetId;
import org.leitai.judging.domain.SheetRules;
import org.leitai.judging.domain.Slot;
import org.leitai.kernel.Act;
import org.leitai.kernel.doc.Doc;

/** Numbers × sheets with their states, and the seats of forms that nobody fills. No values, no names. */
final class ProgressView {
    private ProgressView() {}

    static Doc.Obj answer(DisciplineState state, Doc.Obj question) {
        List<Doc.Obj> sheets = new ArrayList<>();
        List<Doc.Obj> missing = new ArrayList<>();
        for (Scheme.Stage stage : state.scheme().stages()) {
            List<String> subjects = state.subjects(stage.id());
            for (Scheme.Form form : stage.forms()) {
                List<Seat> panel = state.panel(stage.id(), form);
                form.seats().stream()
                        .sorted()
                        .filter(label -> seats(panel, label)
                                .noneMatch(seat -> !seat.person().equals(Act.NOBODY)))
                        .map(label -> missing(stage, form, label, owed(state, stage, form, panel, label)))
                        .filter(one -> one.integer("due") > 0)
                        .forEach(missing::add);
                for (Seat seat : panel) {
                    for (String subject : subjects) {
                        sheets.add(sheet(state, form, seat, new SheetId(stage.id(), form.id(), subject, seat.id())));
                    }
                }
            }
        }
        return Doc.obj()
                .put("contest", state.opened().contest().value())
                .put("forms", forms(state))
                .put("sheets", sheets)
                .put("missing", missing)
                .build();
    }

    private static Stream<Seat> seats(List<Seat> panel, String label) {
        return panel.stream().filter(seat -> seat.label().equals(label));
    }

    /** Sheets of a seat that nobody fills; what a file of results brought in is signed without a person. */
    private static int owed(
            DisciplineState state, Scheme.Stage stage, Scheme.Form form, List<Seat> panel, String label) {
        return (int) state.subjects(stage.id()).stream()
                .filter(subject -> seats(panel, label)
                        .map(seat -> state.sheet(new SheetId(stage.id(), form.id(), subject, seat.id())))
                        .noneMatch(sheet -> sheet.state(form) == Sheet.State.SIGNED))
                .count();
    }

    /** What the forms are called; a chief's seat fills none of them in and knows them from here. */
    private static List<Doc.Obj> forms(DisciplineState state) {
        return state.scheme().rulebook().stages().stream()
                .flatMap(stage -> stage.forms().stream()
                        .map(form -> Doc.obj()
                                .put("stage", stage.id())
                                .put("id", form.id())
                                .put("stageTitle", DisciplineView.title(stage.title()))
                                .put("title", DisciplineView.title(form.title()))
                                .build()))
                .toList();
    }

    private static Doc.Obj sheet(DisciplineState state, Scheme.Form form, Seat seat, SheetId id) {
        Sheet sheet = state.sheet(id);
        int due = form.items().size() * form.pieces();
        return Doc.obj()
                .put("stage", id.stage())
                .put("form", id.form())
                .put("subject", id.subject())
                .put("seat", id.seat())
                .put("label", seat.label())
                .put("state", code(state, form, id, sheet))
                .put("returnable", SheetRules.isReturnable(state, id, form))
                .put("notes", sheet.notes().size())
                .put("marked", sheet.cells().size())
                .put("due", due)
                .build();
    }

    /** A sheet with a judgement that lies too far from the others' is to be marked again, like one that was returned. */
    private static String code(DisciplineState state, Scheme.Form form, SheetId id, Sheet sheet) {
        boolean again = sheet.cells().keySet().stream().anyMatch(cell -> isAgain(state, form, id, cell));
        return again ? Sheet.State.RETURNED.code() : sheet.state(form).code();
    }

    private static boolean isAgain(DisciplineState state, Scheme.Form form, SheetId id, Slot.Cell cell) {
        var item = form.item(cell.aspect());
        return item.isPresent() && new PanelCell(state, id, form, cell).isUnsettled(item.get());
    }

    private static Doc.Obj missing(Scheme.Stage stage, Scheme.Form form, String label, int due) {
        return Doc.obj()
                .put("stage", stage.id())
                .put("form", form.id())
                .put("label", label)
                .put("role", form.role().code())
                .put("due", due)
                .build();
    }
}
