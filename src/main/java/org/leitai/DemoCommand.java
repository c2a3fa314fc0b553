package org.leitai;

import java.net.URI;
import java.util.concurrent.Callable;
import org.leitai.demo.Demonstration;
import picocli.CommandLine.Command;

/** {@code leitai demo}: a node, and a contest day played on it by simulated people. */
@Command(
        name = "demo",
        description = "Runs Leitai with a contest day played by simulated people.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
        Config config = Config.of(System.getenv(), "127.0.0.1");
        try (Running parts = Running.untilSignal()) {
            App app = App.start(config, parts);
            var day = new Demonstration(
                    URI.create(Whereabouts.here(config, app)),
                    config.dataFolder().resolve("demo.json"),
                    config.demoPace());
            String codes = day.prepare(App.FIRST_LOGIN, app.firstPassword());
            System.out.println(Whereabouts.block(config, app) + codes);
            day.play();
            parts.awaitStop();
        }
        return 0;
    }
}
