package org.leitai.platform.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback address. */
final class Ports {

    /** Stands for "any free port". */
    static final int ANY = 0;

    private Ports() {}

    /** A port that was free a moment ago; whoever binds it must be ready to ask again. */
    static int free() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), ANY));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart("No free port on the loopback address (%s).".formatted(e.getMessage()), e);
        }
    }
}
