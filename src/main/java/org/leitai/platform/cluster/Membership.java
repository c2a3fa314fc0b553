package org.leitai.platform.cluster;

import com.hazelcast.cluster.Cluster;
import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.leitai.kernel.StreamId;
import org.leitai.platform.gateway.Placement;

/** The nodes of this cluster as Hazelcast sees them now. */
public final class Membership implements Placement {
    private final UUID self;
    private final Cluster cluster;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Set<UUID> leaving = ConcurrentHashMap.newKeySet();
    private volatile List<UUID> members;
    private volatile List<UUID> staying;

    /**
     * Listens from now on.
     *
     * @param manager of a Vert.x that has started
     */
    public Membership(HazelcastClusterManager manager) {
        cluster = manager.getHazelcastInstance().getCluster();
        self = cluster.getLocalMember().getUuid();
        members = read();
        staying = members;
        cluster.addMembershipListener(new Changes());
        changed();
    }

    @Override
    public UUID self() {
        return self;
    }

    @Override
    public List<UUID> candidates(StreamId stream) {
        return Rendezvous.order(stream, staying);
    }

    @Override
    public boolean isMember(UUID node) {
        return members.contains(node);
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

    /** How many nodes there are, this one included. */
    public int size() {
        return members.size();
    }

    private List<UUID> read() {
        return cluster.getMembers().stream().map(Member::getUuid).toList();
    }

    private synchronized void changed() {
        members = read();
        leaving.retainAll(members);
        List<UUID> others =
                members.stream().filter(node -> !leaving.contains(node)).toList();
        // All are leaving: whoever is left keeps what is there until the end.
        staying = others.isEmpty() ? members : others;
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
