package org.leitai.platform.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.leitai.platform.embedded.CannotStart;

/** The address that a person named for the cluster's traffic. */
public final class OwnAddress {
    private OwnAddress() {}

    /**
     * Tries to listen there.
     *
     * @throws CannotStart with one line when it is not an address of this machine
     */
    public static void check(String host) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), 0));
        } catch (UnknownHostException e) {
            throw new CannotStart(
                    "LEITAI_CLUSTER_HOST=%s is no address and no name that is known here.".formatted(host), e);
        } catch (IOException e) {
            throw new CannotStart(
                    "LEITAI_CLUSTER_HOST=%s is not an address of this machine; name the private one that other nodes reach."
                            .formatted(host),
                    e);
        }
    }
}
