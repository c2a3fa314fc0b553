package org.leitai.platform.bus;

import io.vertx.core.buffer.Buffer;
import org.leitai.kernel.doc.CanonicalJson;
import org.leitai.kernel.doc.Doc;

/** The one codec of the bus: a version byte, then a canonical document. */
public final class Packet {
    private static final byte VERSION = 1;

    private Packet() {}

    public static Buffer write(Doc.Obj document) {
        return Buffer.buffer().appendByte(VERSION).appendBytes(CanonicalJson.write(document));
    }

    /**
     * The document in a packet.
     *
     * @throws IllegalArgumentException when a node of another release speaks another version
     */
    public static Doc.Obj read(Buffer packet) {
        if (packet.length() == 0 || packet.getByte(0) != VERSION) {
            throw new IllegalArgumentException("a packet of version " + VERSION + " was expected");
        }
        return CanonicalJson.readObject(packet.getBytes(1, packet.length()));
    }
}
