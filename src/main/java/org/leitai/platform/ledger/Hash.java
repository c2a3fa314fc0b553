package org.leitai.platform.ledger;

import io.vertx.core.buffer.Buffer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 value: 32 bytes, immutable. */
public final class Hash {
    /** How many longs a hash is. */
    public static final int WORDS = 4;

    static final int BYTES = WORDS * Long.BYTES;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** To look for one costs a sixth of hashing an event. */
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Hash::digest);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a SHA-256 value has 32 bytes, not " + bytes.length);
        }
        this.bytes = bytes;
    }

    /** The hash of these bytes, one after another. */
    public static Hash of(byte[]... parts) {
        MessageDigest digest = DIGEST.get();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new Hash(digest.digest());
    }

    /** A hash that was stored. */
    public static Hash stored(byte[] value) {
        return new Hash(value.clone());
    }

    /** A hash whose words were kept; see {@link #word}. */
    public static Hash ofWords(long[] words) {
        byte[] bytes = new byte[words.length * Long.BYTES];
        for (int i = 0; i < words.length; i++) {
            WORD.set(bytes, i * Long.BYTES, words[i]);
        }
        return new Hash(bytes);
    }

    static Hash stored(Buffer value) {
        return new Hash(value.getBytes());
    }

    Buffer buffer() {
        return Buffer.buffer(bytes);
    }

    void putInto(ByteBuffer buffer) {
        buffer.put(bytes);
    }

    /**
     * Eight bytes of it.
     *
     * @param index 0 to 3
     */
    public long word(int index) {
        return (long) WORD.get(bytes, index * Long.BYTES);
    }

    /** 32 bytes, a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** 64 lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
