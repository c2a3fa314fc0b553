package org.leitai.platform.cluster;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may be in the cluster, as addresses. Names are looked up here: while the own interface is fixed, Hazelcast drops every address of a
 * name that is not this machine's, and so finds nobody by name.
 */
final class Members {
    private static final Logger LOG = LoggerFactory.getLogger(Members.class);

    /** {@link InetAddress#getAllByName}, or a test's. */
    @FunctionalInterface
    interface Names {
        InetAddress[] find(String name) throws UnknownHostException;
    }

    private Members() {}

    /**
     * Every address of each member, of the own address's family.
     *
     * @param own where this node listens for the others
     * @param members {@code host:port}; a name may stand for many. One that is unknown now is left out: its node is away, and looks for
     *     this one when it comes
     */
    static List<String> addresses(String own, List<String> members, Names names) {
        List<String> addresses = new ArrayList<>();
        for (String member : members) {
            int colon = member.lastIndexOf(':');
            String host = colon < 0 ? member : member.substring(0, colon);
            String port = colon < 0 ? "" : member.substring(colon);
            try {
                Class<?> family = names.find(own)[0].getClass();
                for (InetAddress found : names.find(host)) {
                    if (found.getClass().equals(family)) {
                        addresses.add(found.getHostAddress() + port);
                    }
                }
            } catch (UnknownHostException e) {
                LOG.warn("LEITAI_CLUSTER_MEMBERS names {}, which nobody knows now; it is left out", host);
            }
        }
        return addresses.stream().distinct().toList();
    }
}
