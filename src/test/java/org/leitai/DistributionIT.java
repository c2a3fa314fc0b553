package org.leitai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.testkit.Await;

/** What {@code mvn package} laid out, run as on a machine that has no Java: only {@code bin/leitai} and the system's own tools. */
class DistributionIT {
    private static final Path PROGRAM = Path.of("target/leitai/bin/leitai").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern BOARDS = Pattern.compile("(http://[^/\\s]+)/");
    private static final int TERMINATED = 143;

    @TempDir
    Path folder;

    @BeforeEach
    void isPackaged() {
        assumeTrue(Files.isExecutable(PROGRAM), "run mvn package first, or mvn verify");
    }

    @Test
    void its_short_commands_answer_and_end() throws Exception {
        assertThat(run("--version")).matches("(?s)Leitai \\d.+");
        assertThat(run("--help")).contains("demo", "serve", "verify", "backup", "restore", "score", "rulebook");
        Path rules = Files.writeString(
                folder.resolve("welding.yaml"),
                Files.readString(Path.of("src/main/resources/rulebooks/welding-2022.yaml")));
        assertThat(run("rulebook", "check", rules.toString())).isNotBlank();
    }

    @Test
    void a_server_gets_ready_serves_the_pages_and_ends_when_it_is_told_to() throws Exception {
        Path log = folder.resolve("serve.log");
        ProcessBuilder serve = program(log, "serve");
        serve.environment().put("LEITAI_DATA", folder.resolve("data").toString());
        serve.environment().put("LEITAI_HTTP_HOST", "127.0.0.1");
        serve.environment().put("LEITAI_HTTP_PORT", "0");
        serve.environment().put("LEITAI_HTTPS_PORT", "0");
        Process server = serve.start();
        try {
            Await.until("ready", PATIENCE, () -> {
                assertThat(server.isAlive()).as(Files.readString(log)).isTrue();
                return Files.readString(log).contains("is ready");
            });
            String address = address(Files.readString(log));
            assertThat(status(address + "/health/ready")).isEqualTo(200);
            assertThat(status(address + "/")).isEqualTo(200);
            assertThat(status(address + "/openapi.yaml")).isEqualTo(200);
        } finally {
            server.destroy();
        }

        assertThat(server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).as("SIGTERM").isEqualTo(TERMINATED);
        assertThat(ProcessHandle.allProcesses()
                        .map(one -> one.info().commandLine().orElse("")))
                .as("no server is left behind")
                .noneMatch(line -> line.contains(folder.toString()));
    }

    private static String address(String printed) {
        Matcher found = BOARDS.matcher(printed);
        assertThat(found.find()).as(printed).isTrue();
        return found.group(1);
    }

    private static int status(String address) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path log = folder.resolve("command.log");
        Process process = program(log, command).start();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        return Files.readString(log);
    }

    private static ProcessBuilder program(Path log, String... command) {
        ProcessBuilder program =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        program.command().addFirst(PROGRAM.toString());
        program.environment().keySet().removeIf(name -> name.startsWith("LEITAI_") || name.equals("JAVA_HOME"));
        program.environment().put("PATH", "/usr/bin:/bin");
        return program;
    }
}
