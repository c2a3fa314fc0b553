package org.leitai.platform.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MultiMapConfig;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.config.RestApiConfig;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.net.InetAddress;
import org.leitai.platform.tls.BusAuthority;

/** Prepares a clustered Vert.x: its cluster manager and where its event bus listens. */
public final class Cluster {
    private static final int PORTS_TRIED = 100;

    private Cluster() {}

    /** For {@code Vertx.builder().withClusterManager}; {@link Membership} tells about it once Vert.x has started. */
    public static Registry manager(ClusterSettings settings) {
        return new Registry(config(settings));
    }

    /** The bus listens where Hazelcast does, on a free port; both ends of a connection show that they are of this installation. */
    public static EventBusOptions bus(ClusterSettings settings, BusAuthority.Identity identity) {
        return new EventBusOptions()
                .setHost(settings.host())
                .setClusterPublicHost(settings.host())
                .setSsl(true)
                .setClientAuth(ClientAuth.REQUIRED)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .addCertValue(identity.certificate())
                        .addKeyValue(identity.key()))
                .setTrustOptions(new PemTrustOptions().addCertValue(identity.authority()));
    }

    static Config config(ClusterSettings settings) {
        Config config = new Config();
        config.setClusterName("leitai-" + settings.ledger());
        tune(config);
        network(config.getNetworkConfig(), settings);
        keepVertxMaps(config);
        return config;
    }

    private static void tune(Config config) {
        config.setProperty("hazelcast.logging.type", "slf4j");
        config.setProperty("hazelcast.phone.home.enabled", "false");
        // The program leaves the cluster itself, after draining; a hook of its own would leave in the middle.
        config.setProperty("hazelcast.shutdownhook.enabled", "false");
        // A silent node is given up after 6 s, halves of a cluster look for each other every 5 s.
        config.setProperty("hazelcast.heartbeat.interval.seconds", "1");
        config.setProperty("hazelcast.max.no.heartbeat.seconds", "6");
        config.setProperty("hazelcast.merge.first.run.delay.seconds", "5");
        config.setProperty("hazelcast.merge.next.run.delay.seconds", "5");
        config.setProperty("hazelcast.wait.seconds.before.join", "0");
        config.setProperty("hazelcast.socket.bind.any", "false");
        config.getJetConfig().setEnabled(false);
    }

    private static void network(NetworkConfig network, ClusterSettings settings) {
        network.setPort(settings.firstPort()).setPortAutoIncrement(true).setPortCount(PORTS_TRIED);
        network.getInterfaces().setEnabled(true).addInterface(settings.host());
        network.setRestApiConfig(new RestApiConfig().setEnabled(false));
        JoinConfig join = network.getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig()
                .setEnabled(!settings.members().isEmpty())
                .setMembers(Members.addresses(settings.host(), settings.members(), InetAddress::getAllByName));
    }

    /** As in the cluster manager's own default file: the bus works on these. */
    private static void keepVertxMaps(Config config) {
        config.addMultiMapConfig(new MultiMapConfig("__vertx.subs")
                .setBackupCount(1)
                .setValueCollectionType(MultiMapConfig.ValueCollectionType.SET));
        config.addMapConfig(new MapConfig("__vertx.haInfo").setBackupCount(1));
        config.addMapConfig(new MapConfig("__vertx.nodeInfo").setBackupCount(1));
    }
}
