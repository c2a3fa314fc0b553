package org.leitai.platform.gateway;

import java.security.SecureRandom;
import java.util.UUID;
import org.leitai.kernel.StreamId;

/** New identities: UUIDv7 (RFC 9562), so that they sort by the time of their making. Safe on any thread. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new id: 48 bits of milliseconds since 1970, the rest random. */
    public static UUID next() {
        return at(System.currentTimeMillis());
    }

    public static StreamId nextStream() {
        return new StreamId(next());
    }

    static UUID at(long millis) {
        long high = (millis << 16) | 0x7000L | RANDOM.nextInt(0x1000);
        long low = (RANDOM.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
