package org.leitai.board;

import io.vertx.core.Vertx;
import java.util.function.LongSupplier;
import org.leitai.platform.bus.Addresses;
import org.leitai.platform.redis.RankedBoards;
import org.leitai.platform.secret.InstallationKey;

/**
 * Where boards go and what they need on the way; one for all disciplines of a node.
 *
 * @param clock wall clock in microseconds since 1970
 */
record BoardOutlets(
        Vertx vertx,
        InstallationKey key,
        RankedBoards ranked,
        Addresses addresses,
        Directory directory,
        BoardMeters meters,
        LongSupplier clock) {
    long nowMicros() {
        return clock.getAsLong();
    }
}
