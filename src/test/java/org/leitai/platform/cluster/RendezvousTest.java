package org.leitai.platform.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import org.leitai.kernel.StreamId;

class RendezvousTest {
    @Property
    void the_order_does_not_depend_on_the_order_in_which_nodes_are_seen(
            @ForAll @Size(min = 1, max = 9) @UniqueElements List<Long> ids, @ForAll long stream, @ForAll long seed) {
        List<UUID> nodes =
                new ArrayList<>(ids.stream().map(id -> new UUID(7, id)).toList());
        StreamId of = new StreamId(new UUID(stream, 1));
        List<UUID> order = Rendezvous.order(of, nodes);

        Collections.shuffle(nodes, new Random(seed));

        assertThat(Rendezvous.order(of, nodes)).isEqualTo(order).containsExactlyInAnyOrderElementsOf(nodes);
    }

    @Property
    void a_node_that_leaves_moves_only_its_own_streams(
            @ForAll @Size(min = 2, max = 9) @UniqueElements List<Long> ids, @ForAll long stream) {
        List<UUID> nodes = ids.stream().map(id -> new UUID(7, id)).toList();
        StreamId of = new StreamId(new UUID(stream, 1));
        List<UUID> order = Rendezvous.order(of, nodes);

        for (UUID leaving : nodes) {
            List<UUID> rest =
                    nodes.stream().filter(node -> !node.equals(leaving)).toList();
            List<UUID> expected =
                    order.stream().filter(node -> !node.equals(leaving)).toList();
            assertThat(Rendezvous.order(of, rest)).isEqualTo(expected);
        }
    }

    @Test
    void streams_are_spread_evenly() {
        List<UUID> nodes = List.of(new UUID(1, 2), new UUID(3, 4), new UUID(5, 6));
        Map<UUID, Integer> streams = new HashMap<>();
        for (long i = 0; i < 3_000; i++) {
            StreamId stream = new StreamId(new UUID(i, ~i));
            streams.merge(Rendezvous.order(stream, nodes).getFirst(), 1, Integer::sum);
        }

        assertThat(streams.values())
                .hasSize(3)
                .allSatisfy(count -> assertThat(count).isBetween(850, 1_150));
    }
}
