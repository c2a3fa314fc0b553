package org.leitai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.testkit.Await;

/** What {@code mvn package} laid out, run as on a machine that has no Java: only {@code bin/leitai} and the system's own tools. */
class DistributionIT {
    private static final Path DISTRIBUTION = Path.of("target/leitai").toAbsolutePath();
    private static final Path PROGRAM = DISTRIBUTION.resolve("bin/leitai");
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern BOARDS = Pattern.compile("(http://[^/\\s]+)/");
    private static final Pattern LOG_LINE = Pattern.compile("^\\d\\d:\\d\\d:\\d\\d\\.\\d{3} ");
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

    /** As into an image or onto another disk: what was linked for the old place must not end the JVM in the new one. */
    @Test
    void moved_elsewhere_with_its_times_kept_it_starts() throws Exception {
        Path moved = folder.resolve("moved");
        Process copy = new ProcessBuilder("cp", "-a", DISTRIBUTION.toString(), moved.toString())
                .inheritIO()
                .start();
        assertThat(copy.waitFor()).isZero();

        Path log = folder.resolve("moved.log");
        ProcessBuilder version = program(log, "--version");
        version.command().set(0, moved.resolve("bin/leitai").toString());
        int code = version.start().waitFor();
        assertThat(code).as(Files.readString(log)).isZero();
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

    @Test
    void what_keeps_it_from_starting_is_one_line_that_says_what_to_do() throws Exception {
        Path foreign = Files.createDirectory(folder.resolve("foreign"));
        Files.writeString(foreign.resolve("diary.txt"), "not yours");
        assertThat(refusal(foreign, "0")).contains(foreign.toString(), "not Leitai's", "LEITAI_DATA");

        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(refusal(file, "0")).contains(file.toString(), "LEITAI_DATA");

        Path data = folder.resolve("data");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(refusal(data, port)).contains("127.0.0.1:" + port, "LEITAI_HTTP_PORT");
        }

        Path secrets = data.resolve("servers.secret");
        byte[] passwords = Files.readAllBytes(secrets);
        Files.delete(secrets);
        assertThat(refusal(data, "0")).contains(secrets.toString(), "bring it back", "leitai restore");
        Files.write(secrets, passwords);

        Files.write(data.resolve("postgres/global/pg_control"), new byte[0]);
        assertThat(refusal(data, "0")).contains("pg_control", "postgres.log", "leitai restore");

        Files.write(data.resolve("FORMAT"), new byte[] {(byte) 0xff, 0, 'x'});
        assertThat(refusal(data, "0")).contains("FORMAT says '??x'", "LEITAI_DATA");
    }

    /** By Maven's own words before it more than one line, but ours is one, and the last. */
    @Test
    void a_build_without_the_jdk_that_it_needs_says_which_one_and_where_to_put_it() throws Exception {
        assumeTrue(Files.notExists(Path.of(System.getProperty("user.home"), ".m2/toolchains.xml")), "other rules");
        Path log = folder.resolve("mvn.log");
        Process mvn = new ProcessBuilder("mvn", "-B", "-o", "-q", "-Djdk.release=99", "validate")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(mvn.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        assertThat(mvn.exitValue()).isNotZero();
        List<String> said = Files.readAllLines(log);
        assertThat(said)
                .filteredOn(line -> line.startsWith("Leitai needs a JDK 99"))
                .singleElement()
                .asString()
                .contains("/usr/lib/jvm", "JAVA_HOME")
                .isEqualTo(said.getLast());
    }

    /** The one line that is not of the log. */
    private String refusal(Path data, String port) throws IOException, InterruptedException {
        Path log = folder.resolve("refused.log");
        ProcessBuilder serve = program(log, "serve");
        serve.environment().put("LEITAI_DATA", data.toString());
        serve.environment().put("LEITAI_HTTP_HOST", "127.0.0.1");
        serve.environment().put("LEITAI_HTTP_PORT", port);
        serve.environment().put("LEITAI_HTTPS_PORT", "0");
        Process refused = serve.start();
        assertThat(refused.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(refused.exitValue()).as(Files.readString(log)).isEqualTo(Main.CANNOT_START);
        List<String> said = Files.readAllLines(log).stream()
                .filter(line -> !LOG_LINE.matcher(line).find())
                .toList();
        assertThat(said).as(Files.readString(log)).hasSize(1);
        return said.getFirst();
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
