package org.leitai.installation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Principal.SeatHolder;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;

/**
 * What a device said of itself at its last contact.
 *
 * @param unsent marks that are kept on it and not confirmed
 * @param unsentSeconds age of the oldest of them; 0 without one
 * @param battery percent; null where the browser does not tell
 * @param offsetMicros the server's clock minus the device's; null before its first measurement
 * @param version of the web client
 * @param seenMicros when the node that took it heard it, by that node's clock
 */
record TabletReport(
        UUID seat,
        UUID device,
        StreamId contest,
        StreamId discipline,
        Role role,
        long unsent,
        long unsentSeconds,
        @Nullable Long battery,
        boolean charging,
        @Nullable Long offsetMicros,
        long uncertaintyMicros,
        String version,
        long seenMicros) {

    static TabletReport of(SeatHolder holder, Doc.Obj said, long nowMicros) {
        return new TabletReport(
                holder.seat(),
                holder.device(),
                holder.contest(),
                holder.discipline(),
                holder.role(),
                said.integer("unsent"),
                said.integer("unsentSeconds", 0),
                integerOrNull(said, "battery"),
                said.bool("charging", false),
                integerOrNull(said, "offsetMicros"),
                said.integer("uncertaintyMicros", 0),
                said.text("version", ""),
                nowMicros);
    }

    static TabletReport read(Doc.Obj kept) {
        return new TabletReport(
                kept.uuid("seat"),
                kept.uuid("device"),
                new StreamId(kept.uuid("contest")),
                new StreamId(kept.uuid("discipline")),
                Role.ofCode(kept.text("role")),
                kept.integer("unsent"),
                kept.integer("unsentSeconds"),
                integerOrNull(kept, "battery"),
                kept.bool("charging"),
                integerOrNull(kept, "offsetMicros"),
                kept.integer("uncertaintyMicros"),
                kept.text("version"),
                kept.integer("seenMicros"));
    }

    /** A seat's earlier device may still hold marks, so both are kept. */
    String key() {
        return seat + "/" + device;
    }

    Doc.Builder document() {
        Doc.Builder document = Doc.obj()
                .put("seat", seat)
                .put("device", device)
                .put("contest", contest.value())
                .put("discipline", discipline.value())
                .put("role", role.code())
                .put("unsent", unsent)
                .put("unsentSeconds", unsentSeconds)
                .put("charging", charging)
                .put("uncertaintyMicros", uncertaintyMicros)
                .put("version", version)
                .put("seenMicros", seenMicros);
        if (battery != null) {
            document.put("battery", battery.longValue());
        }
        if (offsetMicros != null) {
            document.put("offsetMicros", offsetMicros.longValue());
        }
        return document;
    }

    private static @Nullable Long integerOrNull(Doc.Obj from, String name) {
        return from.get(name) == null ? null : from.integer(name);
    }
}
