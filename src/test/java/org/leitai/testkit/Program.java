package org.leitai.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The whole program as a process of its own, on a data folder: what a person starts, stops, and what a crash ends. */
public final class Program implements AutoCloseable {
    private static final Duration START_DEADLINE = Duration.ofMinutes(4);
    private static final Duration STOP_DEADLINE = Duration.ofMinutes(2);
    private static final int LOWEST_PORT = 15_000;
    private static final int FIRST_OUTGOING_PORT = 32_000;

    /** A setting of tests: another entrance to the program, such as one whose clock is wrong. */
    public static final String MAIN = "TEST_MAIN";

    private static final Pattern SIGN_IN = Pattern.compile("admin / ([A-Z0-9]{16})");

    private final Path data;
    private final Map<String, String> settings;
    private final Path log;
    private final List<String> command;
    private Process process;

    private Program(Path data, Map<String, String> settings, Path log, String... command) {
        this.data = data;
        this.settings = settings;
        this.log = log;
        this.command = List.of(command);
        this.process = launch(settings, log, command);
    }

    /** Starts {@code leitai serve} on that folder, on ports that stay its own over restarts, and waits until it is ready. */
    public static Program serve(Path data) {
        return serve(data, Map.of());
    }

    /** The same with further settings, for example servers of your own. */
    public static Program serve(Path data, Map<String, String> more) {
        Program program = begin(data, more, "serve");
        program.awaitReady();
        return program;
    }

    /** A command that runs until it is stopped, on ports of its own where none are named; does not wait. */
    public static Program begin(Path data, Map<String, String> more, String... command) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("LEITAI_DATA", data.toString());
        settings.putIfAbsent("LEITAI_HTTP_HOST", "127.0.0.1");
        settings.putIfAbsent("LEITAI_HTTP_PORT", Integer.toString(freePort()));
        settings.putIfAbsent("LEITAI_HTTPS_PORT", Integer.toString(freePort()));
        return new Program(data, settings, data.resolveSibling(data.getFileName() + ".log"), command);
    }

    /** How a command ended and what it printed. */
    public record Finished(int code, String output) {}

    /** Runs a command of the program to its end. */
    public static Finished run(Map<String, String> settings, Path log, String... command) {
        Process once = launch(settings, log, command);
        try {
            if (!once.waitFor(START_DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError(String.join(" ", command) + " does not end: " + read(log));
            }
            return new Finished(once.exitValue(), read(log));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            once.destroyForcibly();
        }
    }

    public URI http() {
        return URI.create("http://" + settings.get("LEITAI_HTTP_HOST") + ":" + settings.get("LEITAI_HTTP_PORT"));
    }

    public Map<String, String> settings() {
        return settings;
    }

    /** Of the first organiser, as printed by the first start. */
    public String firstPassword() {
        Matcher printed = SIGN_IN.matcher(read(log));
        if (!printed.find()) {
            throw new AssertionError("no sign-in was printed: " + read(log));
        }
        return printed.group(1);
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** SIGTERM, as a service manager sends it; returns the exit code. */
    public int stop() {
        process.destroy();
        return ended();
    }

    private int ended() {
        return process.onExit()
                .orTimeout(STOP_DEADLINE.toSeconds(), TimeUnit.SECONDS)
                .join()
                .exitValue();
    }

    /** SIGINT, as Ctrl-C sends it; returns the exit code. */
    public int interrupt() throws IOException {
        signal("INT");
        return ended();
    }

    private void signal(String name) throws IOException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .onExit()
                .join();
    }

    /** On the same folder and ports. */
    public void startAgain() {
        startAgain(Map.of());
    }

    /** The same with other settings this once. */
    public void startAgain(Map<String, String> other) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(other);
        process = launch(all, log, command.toArray(String[]::new));
        awaitReady();
    }

    /** As {@link #startAgain()}, without waiting. */
    public void beginAgain() {
        process = launch(settings, log, command.toArray(String[]::new));
    }

    /** Started with other settings it ends by itself; what it wrote. */
    public String endsAtOnce(Map<String, String> other) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(other);
        return run(all, log, command.toArray(String[]::new)).output();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** SIGSTOP: it neither works nor dies, as a host that went silent. */
    public void pause() throws IOException {
        signal("STOP");
    }

    /** SIGCONT. */
    public void resume() throws IOException {
        signal("CONT");
    }

    /** What it wrote since it was last started. */
    public String log() {
        return read(log);
    }

    /** Bytes of memory it holds now. */
    public long residentBytes() throws IOException {
        String line = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(one -> one.startsWith("VmRSS:"))
                .findFirst()
                .orElse("VmRSS: 0 kB");
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
    }

    /** Command lines of processes that still work on the data folder. */
    public List<String> left() {
        return ProcessHandle.allProcesses()
                .map(one -> one.info().commandLine().orElse(""))
                .filter(line -> line.contains(data.toString()))
                .toList();
    }

    /** The process that PostgreSQL or Redis writes into a file of the data folder. */
    public ProcessHandle server(String pidFile) throws IOException {
        String pid = Files.readAllLines(data.resolve(pidFile)).getFirst().strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** Waits for what was only begun. */
    public void awaitReady() {
        Instant deadline = Instant.now().plus(START_DEADLINE);
        while (!read(log).contains("Leitai 擂台 is ready.")) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                process.destroyForcibly();
                throw new AssertionError("the program did not get ready: " + read(log));
            }
            Await.moment();
        }
    }

    private static Process launch(Map<String, String> settings, Path log, String... command) {
        // A shell that runs its jobs in the background lets them ignore SIGINT, and a child would inherit that.
        List<String> line = new ArrayList<>(Network.enter(settings));
        line.addAll(List.of("env", "--default-signal=INT"));
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--"))
                .forEach(line::add);
        // Short lives: compiling well would take longer than it saves.
        line.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        line.addAll(List.of("-cp", System.getProperty("java.class.path")));
        line.add(settings.getOrDefault(MAIN, "org.leitai.Main"));
        line.addAll(List.of(command));
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LEITAI_"));
        builder.environment().putAll(settings);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path log) {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A port that nothing listens on now. Below those that the system gives to outgoing connections: one of them could take it before
     * the program does.
     */
    public static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, FIRST_OUTGOING_PORT);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                Thread.onSpinWait();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Stops it, whether it runs, hangs or has ended. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
