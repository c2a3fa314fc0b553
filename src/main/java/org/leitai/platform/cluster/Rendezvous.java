package org.leitai.platform.cluster;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.leitai.kernel.StreamId;

/**
 * Rendezvous hashing: every node computes the same order of nodes for a stream, and when a node comes or goes only the streams
 * it gains or had move.
 */
final class Rendezvous {
    private Rendezvous() {}

    /** The nodes, the one that should keep the stream first. */
    static List<UUID> order(StreamId stream, Collection<UUID> nodes) {
        return nodes.stream()
                .sorted(Comparator.comparingLong((UUID node) -> weight(stream.value(), node))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static long weight(UUID stream, UUID node) {
        long mixed = mix(stream.getMostSignificantBits() ^ mix(node.getMostSignificantBits()));
        return mix(mixed ^ stream.getLeastSignificantBits() ^ mix(node.getLeastSignificantBits()));
    }

    /** The finaliser of SplitMix64: each bit of the input changes about half of the output's. */
    private static long mix(long bits) {
        long mixed = bits + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
