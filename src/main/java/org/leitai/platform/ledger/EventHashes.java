package org.leitai.platform.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;

/**
 * How events are hashed; never to be changed, for the hashes stand in ledgers and on paper.
 *
 * <p>Integers are big-endian, UUIDs 16 bytes, texts and bodies led by their length in 4 bytes. The first byte tells leaf,
 * chain and genesis apart, so that none can be passed off as another.
 */
final class EventHashes {
    private static final byte LEAF = 0;
    private static final byte CHAIN = 1;
    private static final byte GENESIS = 2;
    private static final int UUID_BYTES = 16;

    /** Tag, six UUIDs, seq, two lengths, three times, part, request. */
    private static final int LEAF_FIXED_BYTES = 1 + 6 * UUID_BYTES + 8 + 2 * 4 + 3 * 8 + 4 + Hash.BYTES;

    private EventHashes() {}

    static Hash leaf(LedgerEvent event) {
        byte[] name = event.name().getBytes(StandardCharsets.UTF_8);
        int length = event.body().length();
        Act act = event.act();
        ByteBuffer bytes = ByteBuffer.allocate(LEAF_FIXED_BYTES + name.length + length);
        bytes.put(LEAF);
        put(bytes, event.ledger());
        put(bytes, event.stream().value());
        bytes.putLong(event.seq());
        put(bytes, name);
        bytes.putInt(length);
        event.body().getBytes(bytes.array(), bytes.position());
        bytes.position(bytes.position() + length);
        put(bytes, act.actor());
        put(bytes, act.seat());
        put(bytes, act.device());
        bytes.putLong(act.actMicros()).putLong(act.uncertaintyMicros()).putLong(event.recordedMicros());
        put(bytes, act.key());
        bytes.putInt(event.part());
        event.request().putInto(bytes);
        return Hash.of(bytes.array());
    }

    static Hash chain(Hash previous, Hash leaf) {
        ByteBuffer bytes = ByteBuffer.allocate(1 + 2 * Hash.BYTES).put(CHAIN);
        previous.putInto(bytes);
        leaf.putInto(bytes);
        return Hash.of(bytes.array());
    }

    /** What the first event is chained to: it binds the stream to its ledger, kind, parent and time of creation. */
    static Hash genesis(UUID ledger, StreamId stream, String kind, UUID parent, long createdMicros) {
        byte[] kindBytes = kind.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(1 + 3 * UUID_BYTES + 4 + kindBytes.length + 8);
        bytes.put(GENESIS);
        put(bytes, ledger);
        put(bytes, stream.value());
        put(bytes, kindBytes);
        put(bytes, parent);
        bytes.putLong(createdMicros);
        return Hash.of(bytes.array());
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static void put(ByteBuffer bytes, byte[] text) {
        bytes.putInt(text.length).put(text);
    }
}
