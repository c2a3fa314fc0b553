package org.leitai.judging.view;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.domain.Cosigner;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.judging.domain.DisciplineState.Seat;
import org.leitai.judging.domain.Sheet;
import org.leitai.judging.domain.SheetId;
import org.leitai.kernel.Act;
import org.leitai.kernel.Role;
import org.leitai.kernel.doc.Doc;

/** What stands beside the marks of a sheet: notes, and who signed with the judge or refused to. Texts are ids; routes word them. */
final class BesideDocs {
    private BesideDocs() {}

    static List<Doc.Obj> notes(Sheet sheet) {
        return sheet.notes().stream()
                .map(note -> Doc.obj()
                        .put("key", note.key())
                        .put("text", note.text())
                        .put("madeMicros", note.madeMicros())
                        .build())
                .toList();
    }

    static List<Doc.Obj> cosigned(DisciplineState state, Sheet sheet) {
        var signature = sheet.signature();
        return signature == null
                ? List.of()
                : signature.beside().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(word -> cosigned(state, word.getKey(), word.getValue()))
                        .toList();
    }

    private static Doc.Obj cosigned(DisciplineState state, Cosigner by, Sheet.Cosignature word) {
        Seat seat = state.seats().get(word.seat());
        return Doc.obj()
                .put("by", by.code())
                .put("label", seat == null ? null : seat.label())
                .put("way", word.isRefused() ? "refused" : seat == null ? "paper" : "pin")
                .put("reason", word.isRefused() ? word.refusal() : null)
                .put("recordedMicros", word.recordedMicros())
                .build();
    }

    /** Seats that may sign beside this one with their own PINs. */
    static List<Doc.Obj> cosigners(DisciplineState state, Seat own) {
        return state.panel().stream()
                .filter(seat -> !seat.id().equals(own.id()) && !seat.person().equals(Act.NOBODY))
                .filter(seat -> seat.role() == Role.JUDGE || seat.role() == Role.CHIEF_JUDGE)
                .map(seat -> Doc.obj()
                        .put("seat", seat.id())
                        .put("label", seat.label())
                        .put("by", (seat.role() == Role.JUDGE ? Cosigner.JUDGE : Cosigner.CHIEF).code())
                        .build())
                .toList();
    }

    /** Sheets with something for the chief to read: notes, and refusals that nobody has answered. */
    static List<Doc.Obj> forChief(DisciplineState state) {
        return state.sheets().entrySet().stream()
                .filter(sheet ->
                        !sheet.getValue().notes().isEmpty() || sheet.getValue().isContested())
                .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(SheetId::stage)
                        .thenComparing(SheetId::subject)
                        .thenComparing(SheetId::form)
                        .thenComparing(SheetId::seat)))
                .map(sheet -> forChief(state, sheet.getKey(), sheet.getValue()))
                .toList();
    }

    private static Doc.Obj forChief(DisciplineState state, SheetId id, Sheet sheet) {
        return Doc.obj()
                .put("stage", id.stage())
                .put("form", id.form())
                .put("formTitle", title(state, id))
                .put("subject", id.subject())
                .put("seat", id.seat())
                .put("label", label(state, id.seat()))
                .put("contested", sheet.isContested())
                .put("notes", notes(sheet))
                .put("cosigned", cosigned(state, sheet))
                .build();
    }

    private static @Nullable Doc title(DisciplineState state, SheetId id) {
        return state.scheme()
                .rulebook()
                .stage(id.stage())
                .flatMap(stage -> stage.form(id.form()))
                .map(form -> (Doc) DisciplineView.title(form.title()))
                .orElse(null);
    }

    private static String label(DisciplineState state, UUID seat) {
        Seat known = state.seats().get(seat);
        return known == null ? "" : known.label();
    }
}
