package org.leitai;

import java.util.ArrayList;
import java.util.List;
import org.leitai.platform.tls.OwnNames;

/** The block a start prints: where everything is. */
final class Whereabouts {
    private Whereabouts() {}

    static String block(Config config, App app) {
        boolean loopback =
                config.httpHost().startsWith("127.") || config.httpHost().equals("localhost");
        List<String> hosts = new ArrayList<>(List.of("localhost"));
        if (!loopback) {
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

    /** The first organiser's sign-in, when this start made it; the only time it can be read. */
    static String firstSignIn(App app) {
        return app.firstPassword().isEmpty()
                ? ""
                : "  first sign-in " + App.FIRST_LOGIN + " / " + app.firstPassword() + "   (shown this once)\n";
    }
}
