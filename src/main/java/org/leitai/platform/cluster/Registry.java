package org.leitai.platform.cluster;

import com.hazelcast.config.Config;
import io.vertx.core.Completable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.spi.cluster.RegistrationInfo;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hazelcast as Vert.x' cluster manager, which also remembers what this node has registered on the bus: after a bad network the
 * shared map may have lost it although members see each other, and then nobody else would register it again. Safe on any thread.
 */
public final class Registry extends HazelcastClusterManager {
    private final Set<Registration> registrations = ConcurrentHashMap.newKeySet();

    Registry(Config config) {
        super(config);
    }

    @Override
    public void addRegistration(String address, RegistrationInfo info, Completable<Void> done) {
        registrations.add(new Registration(address, info));
        super.addRegistration(address, info, done);
    }

    @Override
    public void removeRegistration(String address, RegistrationInfo info, Completable<Void> done) {
        registrations.remove(new Registration(address, info));
        super.removeRegistration(address, info, done);
    }

    /** Registers everything of this node once more; what is there already stays as it is. */
    Future<Void> registerAgain() {
        List<Future<Void>> all = new ArrayList<>();
        for (Registration registration : registrations) {
            Promise<Void> done = Promise.promise();
            super.addRegistration(registration.address(), registration.info(), done);
            all.add(done.future());
        }
        return Future.join(all).mapEmpty();
    }

    private record Registration(String address, RegistrationInfo info) {}
}
