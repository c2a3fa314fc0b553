package org.leitai.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL server of our own: started, stopped and, for tests of bad luck, killed. */
final class PostgresServer {

    /** Crash recovery replays at most max_wal_size (1 GB) and may take a while on a slow disk. */
    private static final int START_DEADLINE_SECONDS = 300;

    private static final int STOP_DEADLINE_SECONDS = 30;
    private static final int GRACE_SECONDS = 5;
    private static final int PORT_ATTEMPTS = 3;
    private static final long LOG_KEPT_BYTES = 10_000_000;

    private final Path programs;
    private final Path data;
    private final Path log;
    private final Secrets secrets;
    private final int wantedPort;
    private final ServerCommand command = new ServerCommand();
    private int port;

    PostgresServer(Path programs, Path data, Path log, Secrets secrets, int wantedPort) {
        this.programs = programs;
        this.data = data;
        this.log = log;
        this.secrets = secrets;
        this.wantedPort = wantedPort;
        this.port = wantedPort;
    }

    /** Makes the cluster when there is none, ends what a killed program left running, and starts. */
    void start() {
        PostgresCluster cluster = new PostgresCluster(programs, data, secrets, command);
        cluster.ensure();
        endOrphan();
        prepareLog();
        int attempts = wantedPort == Ports.ANY ? PORT_ATTEMPTS : 1;
        boolean running = false;
        for (int attempt = 0; attempt < attempts && !running; attempt++) {
            port = wantedPort == Ports.ANY ? Ports.free() : wantedPort;
            cluster.configure(port);
            running = tryStart();
        }
        if (!running) {
            throw new CannotStart(
                    "PostgreSQL does not start on port %d: %s (whole log: %s); when its files are damaged, move %s away and bring your backup in with leitai restore."
                            .formatted(port, reason(), log, data.getParent()));
        }
    }

    /** Starts again where it was: same port, same data. */
    void startAgain() {
        endOrphan();
        if (!tryStart()) {
            throw new CannotStart("PostgreSQL does not start again on port %d: %s".formatted(port, reason()));
        }
    }

    /** Ends open sessions and stops; falls back to stopping at once, which costs a recovery at the next start. */
    void stop() {
        if (!pgCtl(STOP_DEADLINE_SECONDS + GRACE_SECONDS, "stop", "--mode=fast", timeout(STOP_DEADLINE_SECONDS))
                        .ok()
                && isRunning()) {
            kill();
        }
    }

    /** Stops without writing anything more, as a crash would. */
    void kill() {
        pgCtl(STOP_DEADLINE_SECONDS, "stop", "--mode=immediate", timeout(GRACE_SECONDS));
    }

    boolean isRunning() {
        return pgCtl(GRACE_SECONDS, "status").ok();
    }

    /** Whether its process is there, answering or not; costs next to nothing. */
    boolean isAlive() {
        try {
            return isOurServer(processOf(data.resolve("postmaster.pid")));
        } catch (IOException | NumberFormatException e) {
            return false; // it ended while we looked
        }
    }

    PgAddress address(String user, String password) {
        return new PgAddress("127.0.0.1", port, PostgresCluster.DATABASE, user, password);
    }

    private boolean tryStart() {
        return pgCtl(
                        START_DEADLINE_SECONDS + GRACE_SECONDS,
                        "start",
                        "--wait",
                        timeout(START_DEADLINE_SECONDS),
                        "--log=" + log)
                .ok();
    }

    /**
     * A killed program leaves its PostgreSQL running. We hold the data folder's lock, so nobody uses that server now:
     * it is stopped, which also ends transactions that hang in it. A pid file whose process is something else (the
     * machine was restarted) is removed, for PostgreSQL itself would take that process for a living server.
     */
    private void endOrphan() {
        Path pidFile = data.resolve("postmaster.pid");
        try {
            if (!Files.exists(pidFile)) {
                return;
            }
            if (isOurServer(processOf(pidFile))) {
                stop();
            } else {
                Files.delete(pidFile);
            }
        } catch (IOException | NumberFormatException e) {
            throw new CannotStart(
                    "%s cannot be read (%s); make sure that no PostgreSQL runs there, then delete it."
                            .formatted(pidFile, e.getMessage()),
                    e);
        }
    }

    private static long processOf(Path pidFile) throws IOException {
        return Long.parseLong(
                Files.readString(pidFile).lines().findFirst().orElse("").strip());
    }

    private boolean isOurServer(long pid) throws IOException {
        Path commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
        if (!Files.exists(commandLine)) {
            return false;
        }
        List<String> words = List.of(Files.readString(commandLine).split("\0"));
        return words.getFirst().endsWith("postgres") && words.contains(data.toString());
    }

    private ServerCommand.Finished pgCtl(int deadlineSeconds, String action, String... more) {
        List<String> line = new ArrayList<>(
                List.of(programs.resolve("bin/pg_ctl").toString(), action, "--silent", "--pgdata=" + data));
        line.addAll(List.of(more));
        return command.run(deadlineSeconds, line);
    }

    private static String timeout(int seconds) {
        return "--timeout=" + seconds;
    }

    private void prepareLog() {
        try {
            Files.createDirectories(log.getParent());
            if (Files.exists(log) && Files.size(log) > LOG_KEPT_BYTES) {
                Files.move(
                        log,
                        log.resolveSibling(log.getFileName() + ".old"),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new CannotStart(
                    "The log %s cannot be written (%s); see whose its folder is and that the disk has room."
                            .formatted(log, e.getClass().getSimpleName()),
                    e);
        }
    }

    private String reason() {
        try {
            return PostgresCluster.lastFatal(log);
        } catch (IOException e) {
            return "its log cannot be read (" + e.getMessage() + ")";
        }
    }
}
