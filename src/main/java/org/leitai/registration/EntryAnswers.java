package org.leitai.registration;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.leitai.kernel.doc.Doc;

/** Entries with the names of their people, for those who may see both. An erased person has no name and says so. */
final class EntryAnswers {
    private final People people;

    EntryAnswers(People people) {
        this.people = people;
    }

    Future<List<Doc.Obj>> named(List<Doc.Obj> entries) {
        Set<UUID> everybody = new HashSet<>();
        entries.forEach(entry -> everybody.addAll(ids(entry)));
        return people.names(everybody)
                .map(names -> entries.stream().map(entry -> named(entry, names)).toList());
    }

    Future<Doc.Obj> named(Doc.Obj entry) {
        return named(List.of(entry)).map(List::getFirst);
    }

    /** Everybody an entry names: members, and the team itself. */
    static List<UUID> ids(Doc.Obj entry) {
        List<UUID> ids = new ArrayList<>(
                entry.texts("members").stream().map(UUID::fromString).toList());
        if (entry.get("team") != null) {
            ids.add(entry.uuid("team"));
        }
        return ids;
    }

    private static Doc.Obj named(Doc.Obj entry, Map<UUID, String> names) {
        List<Doc.Obj> members = entry.texts("members").stream()
                .map(UUID::fromString)
                .map(person -> member(person, names.get(person)))
                .toList();
        Doc.Obj unit = entry.obj("unit");
        return Doc.obj()
                .put("id", entry.uuid("id"))
                .put("number", entry.text("number"))
                .put("discipline", entry.uuid("discipline"))
                .put("division", entry.text("division"))
                .put("name", name(entry, names))
                .put("team", entry.get("team") != null)
                .put("members", members)
                .put("unitId", unit.uuid("id"))
                .put("unit", unit.text("name"))
                .put("unitShort", unit.text("shortName"))
                .put("delegation", entry.text("delegation"))
                .put("state", entry.text("state"))
                .put("arrived", micros(entry, "arrived"))
                .put("called", micros(entry, "called"))
                .build();
    }

    private static Doc.Obj member(UUID person, @org.jspecify.annotations.Nullable String name) {
        return Doc.obj()
                .put("id", person)
                .put("name", name == null ? "" : name)
                .put("erased", name == null)
                .build();
    }

    /** The team's name, or the one person's; empty when erased. */
    static String name(Doc.Obj entry, Map<UUID, String> names) {
        UUID shown = entry.get("team") == null
                ? UUID.fromString(entry.texts("members").getFirst())
                : entry.uuid("team");
        return names.getOrDefault(shown, "");
    }

    private static @org.jspecify.annotations.Nullable Doc micros(Doc.Obj entry, String field) {
        long micros = entry.integer(field);
        return micros == 0 ? null : new Doc.Int(micros);
    }
}
