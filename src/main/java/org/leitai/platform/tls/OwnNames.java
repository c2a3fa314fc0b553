package org.leitai.platform.tls;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The names and addresses under which this machine may be reached in its network. */
public final class OwnNames {
    private OwnNames() {}

    /**
     * Loopback, the host's name (plain and with {@code .local}), every IPv4 address of an interface that is up, and what is named.
     *
     * @param more from the configuration
     */
    public static NavigableSet<String> all(List<String> more) {
        NavigableSet<String> names = new TreeSet<>(List.of("localhost", "127.0.0.1"));
        names.addAll(more);
        try {
            String host = InetAddress.getLocalHost().getHostName();
            names.add(host);
            if (!host.contains(".")) {
                names.add(host + ".local");
            }
        } catch (UnknownHostException e) {
            // A machine without a name of its own is still reached by its addresses.
        }
        names.addAll(addresses());
        return names;
    }

    /** IPv4 addresses of this machine that others can reach. */
    public static NavigableSet<String> addresses() {
        NavigableSet<String> addresses = new TreeSet<>();
        try {
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address.getAddress().length == 4 && !address.isLoopbackAddress())
                    .map(InetAddress::getHostAddress)
                    .forEach(addresses::add);
        } catch (SocketException e) {
            // Without a list of interfaces only loopback is named.
        }
        return addresses;
    }
}
