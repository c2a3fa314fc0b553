package org.leitai.judging.store;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leitai.judging.domain.FormRef;
import org.leitai.judging.domain.ImportedMark;
import org.leitai.judging.domain.Link;
import org.leitai.judging.domain.Session;
import org.leitai.judging.domain.SheetId;
import org.leitai.judging.domain.Slot;
import org.leitai.kernel.Act;
import org.leitai.kernel.doc.Doc;
import org.leitai.kernel.doc.DocException;

/** Small values that several events and commands hold. What is usual (piece 1, no reason) is left out. */
final class Shapes {
    private Shapes() {}

    static Doc.Obj slot(Slot slot) {
        return cell(slot.cell())
                .put("stage", slot.stage())
                .put("subject", slot.subject())
                .put("seat", slot.seat())
                .build();
    }

    static Slot slot(Doc.Obj doc) {
        Slot.Cell cell = cell(doc);
        return new Slot(
                doc.text("stage"), doc.text("subject"), cell.piece(), cell.aspect(), doc.uuid("seat"), cell.attempt());
    }

    static Doc.Builder cell(Slot.Cell cell) {
        Doc.Builder doc = Doc.obj().put("aspect", cell.aspect());
        if (cell.piece() != 1) {
            doc.put("piece", cell.piece());
        }
        if (cell.attempt() != 1) {
            doc.put("attempt", cell.attempt());
        }
        return doc;
    }

    static Slot.Cell cell(Doc.Obj doc) {
        return new Slot.Cell(
                doc.text("aspect"),
                Math.toIntExact(doc.integer("piece", 1)),
                Math.toIntExact(doc.integer("attempt", 1)));
    }

    static Doc.Obj sheet(SheetId sheet) {
        return Doc.obj()
                .put("stage", sheet.stage())
                .put("form", sheet.form())
                .put("subject", sheet.subject())
                .put("seat", sheet.seat())
                .build();
    }

    static SheetId sheet(Doc.Obj doc) {
        return new SheetId(doc.text("stage"), doc.text("form"), doc.text("subject"), doc.uuid("seat"));
    }

    static Doc links(List<Link> links) {
        return objects(
                links,
                link -> Doc.obj()
                        .put("number", link.number())
                        .put("entry", link.entry())
                        .build());
    }

    static List<Link> links(Doc.Obj doc) {
        return doc.objects("links").stream()
                .map(link -> new Link(link.text("number"), link.uuid("entry")))
                .toList();
    }

    static Doc sessions(List<Session> sessions) {
        return objects(
                sessions,
                session -> Doc.obj()
                        .put("stage", session.stage())
                        .put("begins_micros", session.beginsMicros())
                        .put("ends_micros", session.endsMicros())
                        .build());
    }

    static List<Session> sessions(Doc.Obj doc) {
        return doc.objects("sessions").stream()
                .map(session -> new Session(
                        session.text("stage"), session.integer("begins_micros"), session.integer("ends_micros")))
                .toList();
    }

    static Doc forms(List<FormRef> forms) {
        return objects(
                forms,
                form -> Doc.obj()
                        .put("stage", form.stage())
                        .put("form", form.form())
                        .build());
    }

    static List<FormRef> forms(Doc.Obj doc) {
        return doc.objects("forms").stream()
                .map(form -> new FormRef(form.text("stage"), form.text("form")))
                .toList();
    }

    static Doc imported(List<ImportedMark> marks) {
        return objects(
                marks,
                mark -> Doc.obj()
                        .put("subject", mark.subject())
                        .put("aspect", mark.aspect())
                        .put("value", mark.value())
                        .build());
    }

    static List<ImportedMark> imported(Doc.Obj doc) {
        return doc.objects("marks").stream()
                .map(mark -> new ImportedMark(mark.text("subject"), mark.text("aspect"), mark.text("value")))
                .toList();
    }

    static Doc uuids(List<UUID> ids) {
        return Doc.texts(ids.stream().map(UUID::toString).toList());
    }

    static List<UUID> uuids(Doc.Obj doc, String name) {
        try {
            return doc.texts(name).stream().map(UUID::fromString).toList();
        } catch (IllegalArgumentException e) {
            throw new DocException(name, "a list of UUIDs");
        }
    }

    /** Null instead of {@link Act#NOBODY}: the usual case is left out. */
    static @Nullable UUID some(UUID id) {
        return id.equals(Act.NOBODY) ? null : id;
    }

    static @Nullable UUID uuidOrNull(Doc.Obj doc, String name) {
        return doc.get(name) == null ? null : doc.uuid(name);
    }

    static UUID uuidOrNobody(Doc.Obj doc, String name) {
        return doc.get(name) == null ? Act.NOBODY : doc.uuid(name);
    }

    private static <T> Doc objects(List<T> items, Function<T, Doc.Obj> write) {
        return Doc.arr(items.stream().map(write).toList());
    }
}
