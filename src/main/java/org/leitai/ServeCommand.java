package org.leitai;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code leitai serve}: runs a node until it is told to stop. */
@Command(name = "serve", description = "Runs Leitai on this machine until Ctrl-C.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
        Config config = Config.of(System.getenv(), "0.0.0.0");
        try (Running parts = Running.untilSignal()) {
            App app = App.start(config, parts);
            System.out.println(Whereabouts.block(config, app) + Whereabouts.firstSignIn(app));
            parts.awaitStop();
        }
        return 0;
    }
}
