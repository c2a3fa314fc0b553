package org.leitai.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged program as a process of its own: {@code target/leitai/bin/leitai serve}. */
final class Program implements AutoCloseable {
    private static final Pattern PASSWORD = Pattern.compile("admin / (\\S+)");
    /** More of them in LEITAI_LOAD_JAVA_OPTS, such as those of a profiler. */
    private static final String OPTIONS = "-Xmx3g -XX:NativeMemoryTracking=summary "
            + System.getenv().getOrDefault("LEITAI_LOAD_JAVA_OPTS", "");

    private final Process process;
    private final Path log;
    private final int port;
    private final double readySeconds;

    private Program(Process process, Path log, int port, double readySeconds) {
        this.process = process;
        this.log = log;
        this.port = port;
        this.readySeconds = readySeconds;
    }

    /** With PostgreSQL and Redis of the comparison. */
    static Program beside(Servers servers, String database, Path folder, int port) {
        return beside(servers, database, folder, port, Map.of());
    }

    /** The same with more settings. */
    static Program beside(Servers servers, String database, Path folder, int port, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.putAll(backends(servers, database));
        return start(folder, port, settings);
    }

    /** Where PostgreSQL and Redis of the comparison are. */
    static Map<String, String> backends(Servers servers, String database) {
        return Map.of(
                "LEITAI_PG_URI", servers.uri("leitai_app", database),
                "LEITAI_PG_OWNER_URI", servers.uri(Servers.OWNER, database),
                "LEITAI_REDIS_URI", "redis://127.0.0.1:" + servers.redisPort());
    }

    /** Starts and waits until it says it is ready. */
    static Program start(Path folder, int port, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>();
        environment.put("JAVA_OPTS", OPTIONS);
        environment.putAll(more);
        environment.put("LEITAI_DATA", folder.toString());
        environment.put("LEITAI_HTTP_HOST", "127.0.0.1");
        environment.put("LEITAI_HTTP_PORT", Integer.toString(port));
        environment.put("LEITAI_HTTPS_PORT", Integer.toString(port + 4));
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        if (answers(port)) {
            throw new IllegalStateException("another program answers on port " + port + " already; end it, or give LEITAI_LOAD_PORT");
        }
        long begun = System.nanoTime();
        Process process = Shell.start(environment, log, List.of("../target/leitai/bin/leitai", "serve"));
        while (!answers(port)) {
            if (!process.isAlive() || System.nanoTime() - begun > 90e9) {
                throw new IllegalStateException("the program did not start; see " + log);
            }
            Shell.pause(20);
        }
        return new Program(process, log, port, (System.nanoTime() - begun) / 1e9);
    }

    double readySeconds() {
        return readySeconds;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Of the first organiser; printed by the first start on a database. */
    String password() throws IOException {
        Matcher printed = PASSWORD.matcher(Files.readString(log));
        for (int i = 0; i < 50 && !printed.find(); i++) {
            Shell.pause(100);
            printed = PASSWORD.matcher(Files.readString(log));
        }
        printed.reset();
        if (!printed.find()) {
            throw new IllegalStateException("no first password in " + log);
        }
        return printed.group(1);
    }

    /** As if the power went: SIGKILL. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        Shell.end(process);
    }

    private static boolean answers(int port) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready")).build();
            return client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
