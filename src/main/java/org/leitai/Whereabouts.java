package org.leitai;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.IntSupplier;
import org.leitai.installation.Origins;
import org.leitai.platform.tls.OwnNames;

/** Where everything is: the block that a start prints, and what pages print. */
final class Whereabouts {
    private Whereabouts() {}

    static String block(Config config, App app) {
        SequencedSet<String> hosts = new LinkedHashSet<>(List.of(config.nearHost()));
        if (config.nearHost().equals("localhost") && !config.onLoopback()) {
            hosts.addAll(OwnNames.addresses());
        }
        var text = new StringBuilder("\nLeitai 擂台 is ready.\n");
        for (String host : hosts) {
            String http = "http://" + host + ":" + app.httpPort();
            String https = "https://" + host + ":" + app.httpsPort();
            text.append("  boards        ").append(http).append("/\n");
            text.append("  console       ").append(https).append("/console\n");
            text.append("  judge         ")
                    .append(https)
                    .append("/judge   (install ")
                    .append(http)
                    .append("/ca.crt once)\n");
            text.append("  contestant    ").append(http).append("/me\n");
        }
        text.append("  data          ").append(config.dataFolder()).append('\n');
        return text.toString();
    }

    /** Its address for whoever sits at this machine, such as {@code http://localhost:8080}. */
    static String here(Config config, App app) {
        return "http://" + config.nearHost() + ":" + app.httpPort();
    }

    /** What the pages print of it: seat cards, slips, addresses of boards. */
    static Origins origins(Config config, IntSupplier httpPort, IntSupplier httpsPort) {
        return new Origins(
                config.names(),
                () -> config.onLoopback() ? List.of() : OwnNames.addresses(),
                httpPort,
                httpsPort,
                config.tlsCertificate().isPresent(),
                config.behindProxy());
    }

    /** The first organiser's sign-in, when this start made it; the only time it can be read. */
    static String firstSignIn(App app) {
        return app.firstPassword().isEmpty()
                ? ""
                : "  first sign-in " + App.FIRST_LOGIN + " / " + app.firstPassword() + "   (shown this once)\n";
    }
}
