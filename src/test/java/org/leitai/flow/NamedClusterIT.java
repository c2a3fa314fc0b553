package org.leitai.flow;

import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.demo.Visitor;
import org.leitai.testkit.Await;
import org.leitai.testkit.Program;
import org.leitai.testkit.RealServers;

/** Members by one name that stands in the DNS for all nodes, as orchestrators give it, instead of a list. */
class NamedClusterIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    private static final String NAME = "nodes.leitai.test";
    private static final String[] HOSTS = {"127.0.0.11", "127.0.0.12"};

    @Test
    void nodes_find_each_other_by_the_name_of_all(@TempDir Path folder) throws Exception {
        for (String host : HOSTS) {
            Assumptions.assumeTrue(
                    NetworkInterface.getByInetAddress(InetAddress.getByName(host)) != null,
                    "needs ip address add " + host + "/32 dev lo");
        }
        Path names = Files.writeString(
                folder.resolve("hosts"),
                "127.0.0.1 localhost\n%s %s\n%s %s\n".formatted(HOSTS[0], NAME, HOSTS[1], NAME));
        int port = Program.freePort();
        try (Program first = node(folder, names, port, HOSTS[0]);
                Program second = node(folder, names, port, HOSTS[1])) {
            Visitor organiser = new Visitor(second.http());
            organiser.signIn("session", new JsonObject().put("login", "admin").put("password", first.firstPassword()));

            Await.until(
                    "the second node names both",
                    () -> organiser.get("installation").getJsonArray("nodes").size() == 2);
        }
    }

    private static Program node(Path folder, Path names, int port, String host) throws Exception {
        Map<String, String> settings = new HashMap<>();
        settings.put("LEITAI_PG_URI", SERVERS.appPgUri());
        settings.put("LEITAI_PG_OWNER_URI", SERVERS.ownerPgUri());
        settings.put("LEITAI_REDIS_URI", SERVERS.redisUri());
        settings.put("LEITAI_KEY_FILE", folder.resolve("installation.key").toString());
        settings.put("LEITAI_CLUSTER_HOST", host);
        settings.put("LEITAI_CLUSTER_PORT", Integer.toString(port));
        settings.put("LEITAI_CLUSTER_MEMBERS", NAME + ":" + port);
        // Instead of a name server: a file of names of the JVM's own.
        settings.put("JDK_JAVA_OPTIONS", "-Djdk.net.hosts.file=" + names);
        Program node = Program.begin(Files.createDirectories(folder.resolve(host)), settings, "serve", "--cluster");
        node.awaitReady();
        return node;
    }
}
