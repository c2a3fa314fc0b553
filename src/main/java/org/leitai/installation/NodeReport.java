package org.leitai.installation;

import java.util.List;
import java.util.UUID;
import org.leitai.kernel.doc.Doc;

/**
 * What a node said of itself a moment ago.
 *
 * @param address host and port of HTTP
 * @param startedMicros when it started, by its clock
 * @param streams how many streams it keeps now, of all kinds
 * @param arenas the disciplines among them, the first {@value #MOST_ARENAS}
 * @param viewers open event streams
 */
record NodeReport(
        UUID node,
        String address,
        String version,
        long startedMicros,
        long streams,
        List<UUID> arenas,
        long viewers,
        long seenMicros) {
    /** What a person can look through. */
    static final int MOST_ARENAS = 60;

    NodeReport {
        arenas = List.copyOf(arenas);
    }

    static NodeReport read(Doc.Obj kept) {
        return new NodeReport(
                kept.uuid("node"),
                kept.text("address"),
                kept.text("version"),
                kept.integer("startedMicros"),
                kept.integer("streams"),
                kept.texts("arenas").stream().map(UUID::fromString).toList(),
                kept.integer("viewers"),
                kept.integer("seenMicros"));
    }

    Doc.Builder document() {
        return Doc.obj()
                .put("node", node)
                .put("address", address)
                .put("version", version)
                .put("startedMicros", startedMicros)
                .put("streams", streams)
                .put("arenas", Doc.texts(arenas.stream().map(UUID::toString).toList()))
                .put("viewers", viewers)
                .put("seenMicros", seenMicros);
    }
}
