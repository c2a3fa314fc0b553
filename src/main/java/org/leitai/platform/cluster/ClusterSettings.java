package org.leitai.platform.cluster;

import java.util.List;
import java.util.UUID;

/**
 * How a node meets the others.
 *
 * @param ledger names the cluster, so that a node of another installation never joins
 * @param host loopback or a private address of this machine; nothing listens elsewhere
 * @param firstPort Hazelcast's port; the next free one of a hundred is taken when it is busy
 * @param members {@code host:port} of nodes to join, this one's own address included or not; empty for a node alone
 */
public record ClusterSettings(UUID ledger, String host, int firstPort, List<String> members) {
    /** Hazelcast's own default. */
    public static final int FIRST_PORT = 5701;

    public ClusterSettings {
        members = List.copyOf(members);
    }
}
