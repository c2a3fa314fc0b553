package org.leitai.judging;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.leitai.kernel.StreamId;
import org.leitai.platform.gateway.Ids;

/** Name tags of the people in a hall, by id; registration keeps the real ones. */
record NameTags(Map<UUID, String> names) implements Faces {
    @Override
    public Future<UUID> keep(StreamId in, String name) {
        UUID person = Ids.next();
        names.put(person, name);
        return Future.succeededFuture(person);
    }

    @Override
    public Future<Map<UUID, String>> people(Collection<UUID> people) {
        Map<UUID, String> found = new HashMap<>();
        people.forEach(person -> {
            if (names.containsKey(person)) {
                found.put(person, names.get(person));
            }
        });
        return Future.succeededFuture(found);
    }

    @Override
    public Future<Map<UUID, Face>> entries(StreamId in, Collection<UUID> wanted) {
        Map<UUID, Face> faces = new HashMap<>();
        wanted.forEach(entry -> faces.put(entry, new Face(names.getOrDefault(entry, ""), "示例单位", "任城区")));
        return Future.succeededFuture(faces);
    }
}
