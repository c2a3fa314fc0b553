package org.leitai;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leitai.platform.embedded.CannotStart;
import org.leitai.settings.Setting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code leitai serve}: runs a node until it is told to stop. */
@Command(name = "serve", description = "Runs Leitai on this machine until Ctrl-C.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    /** What nodes of one installation must share. */
    private static final List<Setting> SHARED =
            List.of(Setting.LEITAI_PG_URI, Setting.LEITAI_REDIS_URI, Setting.LEITAI_KEY_FILE);

    @Option(
            names = "--cluster",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "HOST:PORT,…",
            description = {
                "One node among others: refuses to start without what they must share.",
                "Names the members, instead of LEITAI_CLUSTER_MEMBERS."
            })
    private @Nullable String cluster;

    @Override
    public Integer call() throws Exception {
        Config config = Config.of(environment(), "0.0.0.0");
        try (Running parts = Running.untilSignal()) {
            App app = App.start(config, parts);
            System.out.println(Whereabouts.block(config, app) + Whereabouts.firstSignIn(app));
            parts.awaitStop();
        }
        return 0;
    }

    private Map<String, String> environment() {
        return cluster == null ? System.getenv() : shared(System.getenv(), cluster);
    }

    /** The settings of one node among others. */
    static Map<String, String> shared(Map<String, String> environment, String members) {
        Map<String, String> all = new HashMap<>(environment);
        if (!members.isEmpty()) {
            all.put(Setting.LEITAI_CLUSTER_MEMBERS.name(), members);
        }
        List<String> missing = new ArrayList<>();
        SHARED.stream()
                .map(Setting::name)
                .filter(name -> !all.containsKey(name))
                .forEach(missing::add);
        if (!all.containsKey(Setting.LEITAI_CLUSTER_MEMBERS.name())) {
            missing.add(Setting.LEITAI_CLUSTER_MEMBERS.name());
        }
        if (!missing.isEmpty()) {
            throw new CannotStart("--cluster needs what all nodes share: set " + String.join(", ", missing) + ".");
        }
        return all;
    }
}
