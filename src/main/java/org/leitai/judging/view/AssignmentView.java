package org.leitai.judging.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.domain.Claim;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.judging.domain.DisciplineState.Seat;
import org.leitai.judging.domain.EntryStatus;
import org.leitai.judging.domain.Scheme;
import org.leitai.judging.domain.Scheme.Identity;
import org.leitai.judging.domain.Sheet;
import org.leitai.judging.domain.SheetId;
import org.leitai.judging.domain.Slot;
import org.leitai.kernel.Act;
import org.leitai.kernel.doc.Doc;

/**
 * All that one seat may see and mark: its forms, the numbers, its own marks. Entry ids (for names) are answered for open stages
 * only; the route takes them out again. Marks of other seats are in it only for judged aspects, once the whole panel is in.
 */
final class AssignmentView {
    private AssignmentView() {}

    static Doc.Obj answer(DisciplineState state, Doc.Obj question) {
        Seat seat = state.seats().get(question.uuid("seat"));
        return seat == null ? Doc.obj().build() : new Page(state, seat).doc();
    }

    /** One answer in the making. */
    private record Page(DisciplineState state, Seat seat) {
        Doc.Obj doc() {
            Map<Scheme.Stage, List<Scheme.Form>> mine = mine();
            List<Doc.Obj> forms = new ArrayList<>();
            List<Doc.Obj> subjects = new ArrayList<>();
            List<Doc.Obj> sheets = new ArrayList<>();
            List<Doc.Obj> marks = new ArrayList<>();
            List<Doc.Obj> panels = new ArrayList<>();
            mine.forEach((stage, own) -> {
                subjects.addAll(subjects(stage));
                for (Scheme.Form form : own) {
                    forms.add(form(stage, form));
                    for (String subject : state.subjects(stage.id())) {
                        SheetId id = new SheetId(stage.id(), form.id(), subject, seat.id());
                        sheets.add(sheet(form, id));
                        marks.addAll(marks(id));
                        panels.addAll(PanelView.cells(state, id, form));
                    }
                }
            });
            return head().put("stages", mine.keySet().stream().map(this::stage).toList())
                    .put("forms", forms)
                    .put("subjects", subjects)
                    .put(
                            "clocks",
                            mine.keySet().stream()
                                    .flatMap(stage -> clocks(stage).stream())
                                    .toList())
                    .put("sheets", sheets)
                    .put("marks", marks)
                    .put("panels", panels)
                    .put("cosigners", BesideDocs.cosigners(state, seat))
                    .build();
        }

        private Map<Scheme.Stage, List<Scheme.Form>> mine() {
            Map<Scheme.Stage, List<Scheme.Form>> mine = new LinkedHashMap<>();
            for (Scheme.Stage stage : state.scheme().stages()) {
                List<Scheme.Form> forms = stage.forms().stream()
                        .filter(form -> seat.fillsIn(stage.id(), form))
                        .toList();
                if (!forms.isEmpty()) {
                    mine.put(stage, forms);
                }
            }
            return mine;
        }

        private Doc.Builder head() {
            var head = state.opened();
            var cursor = state.cursor();
            return Doc.obj()
                    .put("contest", head.contest().value())
                    .put(
                            "seat",
                            Doc.obj()
                                    .put("id", seat.id())
                                    .put("label", seat.label())
                                    .put("role", seat.role().code())
                                    .put("person", seat.person().equals(Act.NOBODY) ? null : seat.person())
                                    .build())
                    .put(
                            "discipline",
                            Doc.obj()
                                    .put("id", state.stream().value())
                                    .put("title", DisciplineView.title(head.titleZh(), head.titleEn()))
                                    .put("code", head.code())
                                    .put(
                                            "kind",
                                            DisciplineView.word(
                                                    head.scheme().rulebook().kind()))
                                    .put("state", state.phase().code())
                                    .put("rulebookHash", head.rulebookHash())
                                    .build())
                    .put(
                            "cursor",
                            cursor == null
                                    ? null
                                    : Doc.obj()
                                            .put("stage", cursor.stage())
                                            .put("subject", cursor.subject())
                                            .build());
        }

        /** The clocks of teams in the field: timing is one seat's, the others see it. */
        private List<Doc.Obj> clocks(Scheme.Stage stage) {
            return state.clocks().entrySet().stream()
                    .filter(clock -> clock.getKey().stage().equals(stage.id()))
                    .map(clock -> Doc.obj()
                            .put("stage", stage.id())
                            .put("subject", clock.getKey().subject())
                            .put("running", clock.getValue().running())
                            .put("shownMillis", clock.getValue().shownMillis())
                            .put("returnedMillis", clock.getValue().returnedMillis())
                            .put("sinceMicros", clock.getValue().sinceMicros())
                            .build())
                    .toList();
        }

        private Doc.Obj stage(Scheme.Stage stage) {
            var known = state.scheme().rulebook().stage(stage.id()).orElseThrow();
            return Doc.obj()
                    .put("id", stage.id())
                    .put("title", DisciplineView.title(known.title()))
                    .put("state", DisciplineView.progress(state.stage(stage.id())))
                    .put("identity", DisciplineView.word(stage.identity()))
                    .build();
        }

        private Doc.Obj form(Scheme.Stage stage, Scheme.Form form) {
            return state.scheme()
                    .rulebook()
                    .stage(stage.id())
                    .flatMap(known -> known.form(form.id()))
                    .map(known -> AspectDocs.form(stage.id(), known))
                    .orElseThrow();
        }

        private List<Doc.Obj> subjects(Scheme.Stage stage) {
            boolean open = stage.identity() == Identity.OPEN;
            return state.stage(stage.id()).numbers().keySet().stream()
                    .map(number -> Doc.obj()
                            .put("stage", stage.id())
                            .put("number", number)
                            .put("status", out(stage, number, open))
                            .put(
                                    "entry",
                                    open
                                            ? state.entry(stage.id(), number)
                                                    .map(DisciplineState.Entry::id)
                                                    .orElse(null)
                                            : null)
                            .build())
                    .toList();
        }

        /** Why a number is not marked any more; where names are hidden only that it is not, for the reason is known of names. */
        private @Nullable String out(Scheme.Stage stage, String number, boolean open) {
            return state.entry(stage.id(), number)
                    .map(DisciplineState.Entry::status)
                    .filter(status -> status != EntryStatus.ACTIVE)
                    .map(status -> open ? status.code() : "out")
                    .orElse(null);
        }

        private Doc.Obj sheet(Scheme.Form form, SheetId id) {
            Sheet sheet = state.sheet(id);
            return Doc.obj()
                    .put("stage", id.stage())
                    .put("form", id.form())
                    .put("subject", id.subject())
                    .put("state", sheet.state(form).code())
                    .put("reason", reason(sheet))
                    .put("returnedMicros", since(sheet))
                    .put("notes", BesideDocs.notes(sheet))
                    .put("cosigned", BesideDocs.cosigned(state, sheet))
                    .build();
        }

        private static @Nullable Doc since(Sheet sheet) {
            var reopening = sheet.reopening();
            return reopening == null ? null : new Doc.Int(reopening.recordedMicros());
        }

        private static @Nullable UUID reason(Sheet sheet) {
            var reopening = sheet.reopening();
            return reopening == null || reopening.reason().equals(Act.NOBODY) ? null : reopening.reason();
        }

        private List<Doc.Obj> marks(SheetId id) {
            Sheet sheet = state.sheet(id);
            List<Doc.Obj> marks = new ArrayList<>();
            sheet.cells().forEach((cell, filled) -> {
                Sheet.Mark mark = filled.mark();
                marks.add(mark(mark.key(), id.slot(cell), mark.value(), "confirmed", mark.madeMicros()));
            });
            sheet.openClaims().stream().sorted().forEach(key -> {
                Claim claim = state.claims().get(key);
                if (claim != null) {
                    String word = claim.late() == null ? "disputed" : "late";
                    marks.add(mark(
                            key, claim.slot(), claim.value(), word, claim.act().actMicros()));
                }
            });
            return marks;
        }

        private static Doc.Obj mark(UUID key, Slot slot, String value, String state, long madeMicros) {
            return Doc.obj()
                    .put("key", key)
                    .put("stage", slot.stage())
                    .put("subject", slot.subject())
                    .put("piece", slot.piece())
                    .put("aspect", slot.aspect())
                    .put("attempt", slot.attempt())
                    .put("value", value)
                    .put("state", state)
                    .put("madeMicros", madeMicros)
                    .build();
        }
    }
}
