package org.leitai.platform.live;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One event for the viewers of one event loop. Over HTTP/1.1 an event is a chunk of its own, which is encoded once into native memory
 * and written to every viewer as it is. Stays on its loop; closed after the last viewer was offered it.
 */
final class Chunk implements AutoCloseable {
    private static final byte[] END_OF_LINE = {'\r', '\n'};

    private final Buffer text;
    private @Nullable ByteBuf encoded;

    Chunk(Buffer text) {
        this.text = text;
    }

    /** The event without HTTP. */
    Buffer text() {
        return text;
    }

    /** Of the event with the chunk's size and ends of lines around it, in bytes; not less. */
    int length() {
        return text.length() + Integer.BYTES * 2 + 2 * END_OF_LINE.length;
    }

    /** The whole chunk; whoever takes it must write or release it. */
    ByteBuf share() {
        return encoded().retainedDuplicate();
    }

    /** Where the whole chunk lies in native memory, until it is closed. */
    long address() {
        return encoded().memoryAddress();
    }

    /** Of the whole chunk. */
    int bytes() {
        return encoded().readableBytes();
    }

    private ByteBuf encoded() {
        ByteBuf known = encoded;
        if (known == null) {
            known = PooledByteBufAllocator.DEFAULT.directBuffer(length());
            known.writeCharSequence(Integer.toHexString(text.length()), StandardCharsets.US_ASCII);
            known.writeBytes(END_OF_LINE).writeBytes(text.getBytes()).writeBytes(END_OF_LINE);
            encoded = known;
        }
        return known;
    }

    @Override
    public void close() {
        if (encoded != null) {
            encoded.release();
        }
    }
}
