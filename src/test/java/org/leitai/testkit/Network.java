package org.leitai.testkit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.leitai.platform.tls.OwnNames;

/**
 * Hosts of a small network inside this machine, whose cables can be pulled: a network namespace for each, on one bridge. Where that
 * is not allowed, loopback, on which nothing can be cut.
 */
public final class Network implements AutoCloseable {
    /** A setting of tests: which host a program runs on. */
    static final String HOST = "TEST_HOST";

    private static final int REFUSED = 1;
    private static final int SUBNETS = 250;
    private static final String LOOPBACK = "127.0.0.1";

    private final String name;
    private final String subnet;
    private final int hosts;
    private final boolean real;

    private Network(String name, String subnet, int hosts, boolean real) {
        this.name = name;
        this.subnet = subnet;
        this.hosts = hosts;
        this.real = real;
    }

    /** A network of so many hosts. */
    public static Network of(int hosts) {
        long pid = ProcessHandle.current().pid();
        Network network = new Network("lt" + pid % 100_000, freeSubnet(pid), hosts, true);
        try {
            network.build();
            Runtime.getRuntime().addShutdownHook(new Thread(network::close, "remove-test-network"));
            return network;
        } catch (IOException | IllegalStateException notAllowed) {
            network.close();
            return new Network("", "", hosts, false);
        }
    }

    /** Builds beside each other on one machine have networks of their own. */
    private static String freeSubnet(long pid) {
        return LongStream.range(pid, pid + SUBNETS)
                .mapToObj(number -> "10.213." + number % SUBNETS)
                .filter(subnet -> OwnNames.addresses().stream().noneMatch(taken -> taken.startsWith(subnet + ".")))
                .findFirst()
                .orElse("10.213.250");
    }

    /** Whether hosts can be cut from each other here. */
    public boolean canBeCut() {
        return real;
    }

    /** The address of a host, counted from 0. */
    public String address(int host) {
        return real ? subnet + "." + (10 + host) : LOOPBACK;
    }

    /** Where this process can be reached from the hosts. */
    public String outside() {
        return real ? subnet + ".1" : LOOPBACK;
    }

    /** What a program must be started with to run on a host. */
    public Map<String, String> settings(int host) {
        return real ? Map.of(HOST, name + "n" + host) : Map.of();
    }

    /** Two hosts lose sight of each other; all else still sees both. */
    public void cut(int one, int other) throws IOException {
        isolated(one, "on");
        isolated(other, "on");
    }

    public void mend(int one, int other) throws IOException {
        isolated(one, "off");
        isolated(other, "off");
    }

    /** Whether one host hears from another at all: even a refusal is an answer. */
    public boolean reaches(int one, int other) throws IOException {
        Process asked = new ProcessBuilder(
                        "ip",
                        "netns",
                        "exec",
                        name + "n" + one,
                        "timeout",
                        "2",
                        "bash",
                        "-c",
                        "exec 3<>/dev/tcp/" + address(other) + "/9")
                .start();
        return asked.onExit().join().exitValue() == REFUSED;
    }

    /** Nobody hears from a host any more, and it hears nobody. */
    public void unplug(int host) throws IOException {
        ip("link", "set", cable(host), "down");
    }

    public void plugIn(int host) throws IOException {
        ip("link", "set", cable(host), "up");
    }

    /** Begins a command line that runs on a host. */
    static List<String> enter(Map<String, String> settings) {
        String host = settings.get(HOST);
        return host == null ? List.of() : List.of("ip", "netns", "exec", host);
    }

    private void build() throws IOException {
        ip("link", "add", bridge(), "type", "bridge");
        ip("addr", "add", subnet + ".1/24", "dev", bridge());
        ip("link", "set", bridge(), "up");
        for (int host = 0; host < hosts; host++) {
            String space = name + "n" + host;
            String inside = name + "i" + host;
            ip("netns", "add", space);
            ip("link", "add", cable(host), "type", "veth", "peer", "name", inside);
            ip("link", "set", cable(host), "master", bridge());
            ip("link", "set", inside, "netns", space);
            ip("-n", space, "addr", "add", address(host) + "/24", "dev", inside);
            ip("-n", space, "link", "set", inside, "up");
            ip("-n", space, "link", "set", "lo", "up");
            ip("link", "set", cable(host), "up");
        }
    }

    private void isolated(int host, String on) throws IOException {
        ip("link", "set", "dev", cable(host), "type", "bridge_slave", "isolated", on);
    }

    private String bridge() {
        return name + "b";
    }

    private String cable(int host) {
        return name + "v" + host;
    }

    private static void ip(String... words) throws IOException {
        List<String> line = new ArrayList<>(List.of("ip"));
        line.addAll(List.of(words));
        Process once = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(once.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (!once.waitFor(10, TimeUnit.SECONDS) || once.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", line) + ": " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (real) {
            for (int host = 0; host < hosts; host++) {
                remove("netns", "del", name + "n" + host);
            }
            remove("link", "del", bridge());
        }
    }

    private static void remove(String... words) {
        try {
            ip(words);
        } catch (IOException | IllegalStateException absent) {
            // It was not made.
        }
    }
}
