package org.leitai.flow;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Makes what was observed in two installations comparable: ids are numbered in the order in which they appear, so that whatever could be
 * joined by them still can, and instants are left out, whose order the order of observing keeps.
 */
final class Disguise {
    private static final Pattern IDS = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\\b[0-9a-f]{20}\\b|\\b[0-9a-f]{64}\\b");
    /** The part of a frame's id that follows from names and their ids. */
    private static final Pattern TURN = Pattern.compile("\\.[0-9a-f]{10}:");

    private static final Set<String> INSTANTS =
            Set.of("at", "epoch", "serverMicros", "recordedMicros", "arrivedMicros", "seed");
    private static final long FIRST_INSTANT = 1_000_000_000_000L;

    private final Map<String, String> names = new HashMap<>();

    String of(JsonObject observed) {
        return plain(observed).toString();
    }

    private Object plain(Object value) {
        return switch (value) {
            case null -> "null";
            case JsonObject object -> members(object);
            case JsonArray array -> array.stream().map(this::plain).toList();
            case Number number when number.longValue() > FIRST_INSTANT -> "instant";
            case String text ->
                IDS.matcher(TURN.matcher(text).replaceAll(".turn:"))
                        .replaceAll(id -> names.computeIfAbsent(id.group(), unknown -> "id" + names.size()));
            default -> value;
        };
    }

    private Map<String, Object> members(JsonObject object) {
        var members = new TreeMap<String, Object>();
        object.fieldNames().stream()
                .sorted()
                .filter(name -> !INSTANTS.contains(name))
                .forEach(name -> members.put(name, plain(object.getValue(name))));
        return members;
    }
}
