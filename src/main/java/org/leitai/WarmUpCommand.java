package org.leitai;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.leitai.demo.Demonstration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code leitai warm-up}: a start and some seconds of a contest day on a folder that may be thrown away. The build runs it once to
 * note ({@code -XX:AOTCacheOutput}) which classes a start needs, so that later starts find them linked, and how the methods of a day
 * are used, so that the first marks of a day are compiled sooner.
 */
@Command(name = "warm-up", hidden = true, description = "Starts, plays some seconds of a contest day, and stops.")
final class WarmUpCommand implements Callable<Integer> {
    private static final List<String> ASKED = List.of(
            "/", "/health/ready", "/openapi.yaml", "/metrics", "/api/v1/session", "/api/v1/boards", "/api/v1/contests");

    /** So fast that all of a day happens: marks, signatures, results. */
    private static final double TIMES = 200;

    private static final Duration DAY = Duration.ofSeconds(15);

    @Parameters(paramLabel = "FOLDER", description = "an empty folder")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(folder);
        Map<String, String> settings = new HashMap<>(
                Map.of("LEITAI_DATA", folder.toString(), "LEITAI_HTTP_PORT", "0", "LEITAI_HTTPS_PORT", "0"));
        Config config = Config.of(settings, "127.0.0.1");
        try (Running parts = Running.untilSignal()) {
            App app = App.start(config, parts);
            URI server = URI.create("http://127.0.0.1:" + app.httpPort());
            var day = new Demonstration(server, folder.resolve("demo.json"), TIMES);
            day.prepare(App.FIRST_LOGIN, app.firstPassword());
            day.play();
            Instant evening = Instant.now().plus(DAY);
            while (Instant.now().isBefore(evening)) {
                for (String path : ASKED) {
                    ask(server.resolve(path));
                }
            }
        }
        return 0;
    }

    private static void ask(URI address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
        }
    }
}
