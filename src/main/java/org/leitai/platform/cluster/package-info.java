/**
 * Which nodes there are, and which of them keeps a stream: Hazelcast's membership and rendezvous hashing.
 *
 * <p>Correctness never rests on it: two nodes that both believe they own a stream are told apart by the ledger's head. What
 * Hazelcast holds may be lost. Its open edition has neither password nor TLS, so it listens on loopback or on the private
 * address that is named, joins by a list of addresses, never by multicast, and only nodes of the same ledger.
 *
 * <p>Threads: membership changes arrive on Hazelcast's threads; answers are safe on any thread. Used by the program's entrance
 * and, through {@link org.leitai.platform.gateway.Placement}, by the gateway.
 */
@NullMarked
package org.leitai.platform.cluster;

import org.jspecify.annotations.NullMarked;
