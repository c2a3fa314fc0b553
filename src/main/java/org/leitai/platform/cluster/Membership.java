package org.leitai.platform.cluster;

import com.hazelcast.cluster.Cluster;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.leitai.kernel.StreamId;
import org.leitai.platform.gateway.Placement;

/** The nodes of this cluster as Hazelcast sees them now. */
public final class Membership implements Placement {
    /** Set by Vert.x. Hazelcast's own id of a member is no name for a node: it changes when a split cluster merges. */
    private static final String NODE_ID = "__vertx.nodeId";

    private final UUID self;
    private final Cluster cluster;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Set<UUID> leaving = ConcurrentHashMap.newKeySet();
    private final Set<UUID> unfit = ConcurrentHashMap.newKeySet();
    private final Map<StreamId, Set<UUID>> cannot = new ConcurrentHashMap<>();
    private volatile List<UUID> members;
    private volatile List<UUID> staying;

    /**
     * Listens from now on.
     *
     * @param manager of a Vert.x that has started
     */
    public Membership(HazelcastClusterManager manager) {
        cluster = manager.getHazelcastInstance().getCluster();
        self = UUID.fromString(manager.getNodeId());
        members = read();
        staying = members;
        cluster.addMembershipListener(new Changes());
        manager.getHazelcastInstance().getLifecycleService().addLifecycleListener(event -> changed());
        changed();
    }

    @Override
    public UUID self() {
        return self;
    }

    @Override
    public List<UUID> candidates(StreamId stream) {
        Set<UUID> not = cannot.getOrDefault(stream, Set.of());
        List<UUID> able = staying.stream().filter(node -> !not.contains(node)).toList();
        return Rendezvous.order(stream, able.isEmpty() ? staying : able);
    }

    @Override
    public boolean isMember(UUID node) {
        return members.contains(node);
    }

    @Override
    public void cannotKeep(StreamId stream, UUID node) {
        cannot.computeIfAbsent(stream, first -> ConcurrentHashMap.newKeySet()).add(node);
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** A node, this one perhaps, is going to stop: it keeps no more streams, but still hears what it is asked. */
    void leaving(UUID node) {
        leaving.add(node);
        changed();
    }

    /** Whether a node, this one perhaps, may keep streams. */
    void fit(UUID node, boolean fit) {
        if (fit ? unfit.remove(node) : unfit.add(node)) {
            changed();
        }
    }

    /** All members but this one. */
    List<UUID> others() {
        return members.stream().filter(node -> !node.equals(self)).toList();
    }

    /** How many nodes there are, this one included. */
    public int size() {
        return members.size();
    }

    private List<UUID> read() {
        return cluster.getMembers().stream()
                .map(member -> member.getAttribute(NODE_ID))
                .filter(Objects::nonNull)
                .map(UUID::fromString)
                .toList();
    }

    private synchronized void changed() {
        members = read();
        leaving.retainAll(members);
        unfit.retainAll(members);
        cannot.values().forEach(nodes -> nodes.retainAll(members));
        cannot.values().removeIf(Set::isEmpty);
        List<UUID> able = members.stream()
                .filter(node -> !leaving.contains(node) && !unfit.contains(node))
                .toList();
        // None is able: whoever is left keeps what is there until the end.
        staying = able.isEmpty() ? members : able;
        listeners.forEach(Runnable::run);
    }

    private final class Changes implements MembershipListener {
        @Override
        public void memberAdded(MembershipEvent event) {
            changed();
        }

        @Override
        public void memberRemoved(MembershipEvent event) {
            changed();
        }
    }
}
