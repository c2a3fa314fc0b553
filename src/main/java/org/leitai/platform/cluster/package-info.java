/**
 * Several nodes as one: which nodes there are, which of them keeps a stream, and how a command gets there.
 *
 * <p>Correctness never rests on it: two nodes that both believe they own a stream are told apart by the ledger's head. What
 * Hazelcast holds may be lost. The bus takes only nodes that show a certificate of the installation's own authority. Hazelcast's open
 * edition has neither password nor TLS, so it listens on loopback or on the private
 * address that is named, joins by a list of addresses, never by multicast, and only nodes of the same ledger.
 *
 * <p>Threads: membership changes arrive on Hazelcast's threads; answers are safe on any thread. Built by the program's entrance;
 * everybody else sees {@link org.leitai.platform.gateway.Gateway} and {@link org.leitai.platform.gateway.Placement}.
 */
@NullMarked
package org.leitai.platform.cluster;

import org.jspecify.annotations.NullMarked;
