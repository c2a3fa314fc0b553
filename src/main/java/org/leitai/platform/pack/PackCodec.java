package org.leitai.platform.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;
import org.leitai.platform.ledger.Hash;
import org.leitai.platform.ledger.LedgerEvent;

/**
 * Events of one stream as compressed bytes and back. Names and ids that recur (who, seat, device) stand once, at their first use.
 * Safe on any thread.
 */
final class PackCodec {
    /** A new shape gets a new name; packs under another one are ignored. */
    static final String NAME = "events-1";

    private static final int HASH_BYTES = 32;

    private PackCodec() {}

    /** All of one stream, one after another. */
    static Buffer write(List<LedgerEvent> events) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, fast, 1 << 16))) {
            Map<String, Integer> names = new HashMap<>();
            Map<UUID, Integer> ids = new HashMap<>();
            out.writeInt(events.size());
            for (LedgerEvent event : events) {
                name(out, names, event.name());
                byte[] body = event.body().getBytes();
                out.writeInt(body.length);
                out.write(body);
                id(out, ids, event.act().actor());
                id(out, ids, event.act().seat());
                id(out, ids, event.act().device());
                out.writeLong(event.act().actMicros());
                out.writeLong(event.act().uncertaintyMicros());
                id(out, event.act().key());
                out.writeLong(event.recordedMicros());
                out.writeInt(event.part());
                out.write(event.request().bytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        } finally {
            fast.end();
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    /**
     * The events of a pack.
     *
     * @param first place of the first one
     * @throws IOException when the bytes are not a pack
     */
    static List<LedgerEvent> read(Buffer body, UUID ledger, StreamId stream, long first) throws IOException {
        byte[] plain = new InflaterInputStream(new ByteArrayInputStream(body.getBytes())).readAllBytes();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain));
        List<String> names = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        int count = in.readInt();
        List<LedgerEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = name(in, names);
            Buffer event = Buffer.buffer(bytes(in, in.readInt()));
            UUID actor = id(in, ids);
            UUID seat = id(in, ids);
            UUID device = id(in, ids);
            Act act = new Act(actor, seat, device, in.readLong(), in.readLong(), id(in));
            events.add(new LedgerEvent(
                    ledger,
                    stream,
                    first + i,
                    name,
                    event,
                    act,
                    in.readLong(),
                    in.readInt(),
                    Hash.stored(bytes(in, HASH_BYTES))));
        }
        return events;
    }

    private static void name(DataOutputStream out, Map<String, Integer> known, String name) throws IOException {
        Integer place = known.putIfAbsent(name, known.size());
        out.writeShort(place == null ? known.size() - 1 : place);
        if (place == null) {
            byte[] text = name.getBytes(UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
    }

    private static String name(DataInputStream in, List<String> known) throws IOException {
        int place = in.readUnsignedShort();
        if (place == known.size()) {
            known.add(new String(bytes(in, in.readInt()), UTF_8));
        }
        return found(known, place);
    }

    private static void id(DataOutputStream out, Map<UUID, Integer> known, UUID id) throws IOException {
        Integer place = known.putIfAbsent(id, known.size());
        out.writeInt(place == null ? known.size() - 1 : place);
        if (place == null) {
            id(out, id);
        }
    }

    private static UUID id(DataInputStream in, List<UUID> known) throws IOException {
        int place = in.readInt();
        if (place == known.size()) {
            known.add(id(in));
        }
        return found(known, place);
    }

    private static void id(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID id(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }

    private static byte[] bytes(DataInputStream in, int length) throws IOException {
        if (length < 0 || length > in.available()) {
            throw new IOException("a length of " + length + " with " + in.available() + " bytes left");
        }
        return in.readNBytes(length);
    }

    private static <T> T found(List<T> known, int place) throws IOException {
        if (place < 0 || place >= known.size()) {
            throw new IOException("place " + place + " of " + known.size());
        }
        return known.get(place);
    }
}
