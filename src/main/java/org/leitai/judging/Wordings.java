package org.leitai.judging;

import io.vertx.core.Future;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.leitai.judging.store.SecretTexts;
import org.leitai.kernel.doc.Doc;

/** Puts words into documents whose {@code reason} and {@code text} fields, at any depth, are ids of encrypted texts. */
final class Wordings {
    private static final Set<String> FIELDS = Set.of("reason", "text");

    private Wordings() {}

    /** Words that are gone are empty. */
    static Future<Doc> worded(SecretTexts texts, List<Doc.Obj> docs) {
        Set<UUID> ids = new HashSet<>();
        docs.forEach(doc -> collect(doc, ids));
        return texts.read(ids)
                .map(words -> Doc.arr(
                        docs.stream().map(doc -> (Doc.Obj) replaced(doc, words)).toList()));
    }

    private static void collect(Doc doc, Set<UUID> ids) {
        switch (doc) {
            case Doc.Obj object ->
                object.fields().forEach((name, value) -> {
                    if (FIELDS.contains(name)) {
                        ids.add(object.uuid(name));
                    } else {
                        collect(value, ids);
                    }
                });
            case Doc.Arr array -> array.items().forEach(item -> collect(item, ids));
            default -> {}
        }
    }

    private static Doc replaced(Doc doc, Map<UUID, String> words) {
        return switch (doc) {
            case Doc.Obj object -> {
                Map<String, Doc> fields = new TreeMap<>();
                object.fields()
                        .forEach((name, value) -> fields.put(
                                name,
                                FIELDS.contains(name)
                                        ? Doc.text(words.getOrDefault(object.uuid(name), ""))
                                        : replaced(value, words)));
                yield new Doc.Obj(fields);
            }
            case Doc.Arr array ->
                Doc.arr(array.items().stream()
                        .map(item -> replaced(item, words))
                        .toList());
            default -> doc;
        };
    }
}
