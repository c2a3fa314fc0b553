package org.leitai.platform.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.doc.Doc;

/**
 * The newest state of one board, to which deltas are applied: lists of things with an {@code id} change item by item, {@code gone}
 * takes items out, everything else is replaced whole. Not thread-safe; the snapshot is encoded only when someone asks for it.
 */
final class Image {
    private static final Set<String> ITEM_LISTS = Set.of("rows", "sheets");

    private final Map<String, Doc> whole = new LinkedHashMap<>();
    private final Map<String, Map<String, Doc.Obj>> items = new LinkedHashMap<>();
    private FrameId id;
    private @Nullable Frame encoded;

    private Image(Frame snapshot) {
        this.id = snapshot.id();
        this.encoded = snapshot;
        ITEM_LISTS.forEach(list -> items.put(list, new LinkedHashMap<>()));
        merge(snapshot.body());
    }

    static Image of(Frame snapshot) {
        if (!snapshot.snapshot()) {
            throw new IllegalArgumentException("a delta is not a beginning: " + snapshot.id());
        }
        return new Image(snapshot);
    }

    FrameId id() {
        return id;
    }

    /** What a frame means for the state we hold. */
    enum Fit {
        /** It follows: apply it. */
        NEXT,
        /** Not newer, or from an owner that has been replaced: drop it. */
        OLD,
        /** Something between is missing: read the snapshot. */
        GAP
    }

    Fit fit(Frame frame) {
        Epoch theirs = frame.id().epoch();
        if (theirs.isBefore(id.epoch())) {
            return Fit.OLD;
        }
        if (theirs.equals(id.epoch())) {
            if (frame.id().seq() <= id.seq()) {
                return Fit.OLD;
            }
            return frame.snapshot() || frame.prev() == id.seq() ? Fit.NEXT : Fit.GAP;
        }
        return frame.snapshot() ? Fit.NEXT : Fit.GAP;
    }

    /** Takes over a frame that {@link #fit} calls next. */
    void apply(Frame frame) {
        if (frame.snapshot()) {
            whole.clear();
            items.values().forEach(Map::clear);
        }
        merge(frame.body());
        id = frame.id();
        encoded = frame.snapshot() ? frame : null;
    }

    /** The whole board as one frame; the same object until the next change. */
    Frame snapshot() {
        Frame known = encoded;
        if (known == null) {
            known = Frame.of(document());
            encoded = known;
        }
        return known;
    }

    private void merge(Doc.Obj body) {
        for (Map.Entry<String, Doc> field : body.fields().entrySet()) {
            Map<String, Doc.Obj> list = items.get(field.getKey());
            if (list != null) {
                body.objects(field.getKey()).forEach(item -> list.put(item.text("id"), item));
            } else if (field.getKey().equals("gone")) {
                body.texts("gone").forEach(gone -> items.values().forEach(each -> each.remove(gone)));
            } else {
                whole.put(field.getKey(), field.getValue());
            }
        }
    }

    private Doc.Obj document() {
        var fields = new LinkedHashMap<>(whole);
        fields.put("kind", new Doc.Text("snapshot"));
        fields.put("prev", new Doc.Int(0));
        items.forEach((list, entries) -> {
            if (!entries.isEmpty()) {
                fields.put(list, new Doc.Arr(List.copyOf(new ArrayList<Doc>(entries.values()))));
            }
        });
        return new Doc.Obj(fields);
    }
}
