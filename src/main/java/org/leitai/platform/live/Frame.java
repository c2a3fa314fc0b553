package org.leitai.platform.live;

import io.vertx.core.buffer.Buffer;
import org.leitai.kernel.doc.Doc;
import org.leitai.kernel.doc.DocException;
import org.leitai.platform.http.Json;

/**
 * A change of a board, or the whole of it, as it travels: a version byte and UTF-8 JSON on the bus, the same JSON to viewers.
 *
 * @param prev the {@code seq} the frame follows, in the same epoch; without meaning for a snapshot
 * @param json the encoded document, shared by all who send it; never changed
 */
public record Frame(String board, FrameId id, long prev, boolean snapshot, Doc.Obj body, Buffer json) {
    private static final byte WIRE_VERSION = 1;

    /** Encodes a document that has the members {@code board}, {@code epoch}, {@code seq}, {@code prev} and {@code kind}. */
    public static Frame of(Doc.Obj body) {
        return new Frame(
                body.text("board"),
                new FrameId(Epoch.parse(body.text("epoch")), body.integer("seq")),
                body.integer("prev"),
                body.text("kind").equals("snapshot"),
                body,
                Json.buffer(body));
    }

    /**
     * Reads JSON text.
     *
     * @throws DocException when it is not a frame
     */
    public static Frame parse(Buffer json) {
        Doc.Obj body = Json.obj(json);
        try {
            return new Frame(
                    body.text("board"),
                    new FrameId(Epoch.parse(body.text("epoch")), body.integer("seq")),
                    body.integer("prev"),
                    body.text("kind").equals("snapshot"),
                    body,
                    json);
        } catch (IllegalArgumentException e) {
            throw new DocException("epoch", "an epoch");
        }
    }

    /** The form for the event bus. */
    public Buffer toWire() {
        return Buffer.buffer(json.length() + 1).appendByte(WIRE_VERSION).appendBuffer(json);
    }

    /**
     * Reads the form of the event bus.
     *
     * @throws DocException when the version is unknown or the rest is not a frame
     */
    public static Frame fromWire(Buffer wire) {
        if (wire.length() == 0 || wire.getByte(0) != WIRE_VERSION) {
            throw new DocException("", "a frame of version " + WIRE_VERSION);
        }
        return parse(wire.getBuffer(1, wire.length()));
    }
}
