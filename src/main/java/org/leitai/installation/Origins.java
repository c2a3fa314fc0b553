package org.leitai.installation;

import java.util.Collection;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.leitai.platform.http.Call.Asked;

/**
 * Where people find this installation, as it is printed on seat cards and slips. It does not depend on how the organiser happens to
 * have opened the console: a tablet keeps marks over a closed page only when it comes by HTTPS.
 *
 * @param names under which this machine is known in its network by configuration, the best first
 * @param addresses of this machine in its network, for an organiser who sits before it and says localhost; empty when only this
 *     machine is listened to
 * @param httpPort once it listens
 * @param httpsPort once it listens
 * @param trusted the certificate is one that every device trusts, not one made here
 * @param proxied the address people use is the proxy's, which the request tells
 */
public record Origins(
        List<String> names,
        Supplier<? extends Collection<String>> addresses,
        IntSupplier httpPort,
        IntSupplier httpsPort,
        boolean trusted,
        boolean proxied) {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    public Origins {
        names = List.copyOf(names);
    }

    /** For judges and staff, such as {@code https://hall.example:8443}; plain only behind a proxy that was asked in plain. */
    String secure(Asked asked) {
        return proxied ? asAsked(asked) : origin("https", host(asked), httpsPort.getAsInt(), HTTPS_PORT);
    }

    /** For spectators and contestants, whose phones do not know the authority made here: plain, unless every device trusts it. */
    String open(Asked asked) {
        return proxied || trusted ? secure(asked) : origin("http", host(asked), httpPort.getAsInt(), HTTP_PORT);
    }

    private static String asAsked(Asked asked) {
        return asked.secure()
                ? origin("https", asked.host(), asked.port(), HTTPS_PORT)
                : origin("http", asked.host(), asked.port(), HTTP_PORT);
    }

    private String host(Asked asked) {
        if (!names.isEmpty()) {
            return names.getFirst();
        }
        return asked.isLoopback() ? addresses.get().stream().findFirst().orElse(asked.host()) : asked.host();
    }

    private static String origin(String scheme, String host, int port, int usual) {
        String name = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return scheme + "://" + name + (port == usual || port <= 0 ? "" : ":" + port);
    }
}
