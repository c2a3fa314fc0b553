package org.leitai.platform.arena;

import org.leitai.platform.ledger.Hash;

/**
 * A point in a stream and the state there; immutable, so that one that was not committed is dropped by forgetting it.
 *
 * @param seq of the last event it contains, 0 before the first
 * @param hash that event's chain, or the genesis
 */
record Standing<S>(S state, long seq, Hash hash, long recordedMicros) {}
