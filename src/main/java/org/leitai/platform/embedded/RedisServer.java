package org.leitai.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A Redis server of our own. It is a cache: it saves nothing, and when full it refuses rather than forgets. */
final class RedisServer {

    private static final int START_DEADLINE_SECONDS = 20;
    private static final int STOP_DEADLINE_SECONDS = 10;
    private static final int PORT_ATTEMPTS = 3;
    private static final int PROBE_EVERY_MILLIS = 20;

    /** {@code daemonize} gives it a session of its own; a bound that is reached shows as refused writes, never as lost rows. */
    private static final String SETTINGS = """
            # Written by Leitai before each start; changes made here are lost.
            daemonize yes
            bind 127.0.0.1
            protected-mode yes
            port %d
            requirepass %s
            dir "%s"
            pidfile "%s"
            logfile "%s"
            save ""
            appendonly no
            maxmemory 1gb
            maxmemory-policy noeviction
            """;

    private final Path programs;
    private final Path folder;
    private final Path log;
    private final Secrets secrets;
    private final int wantedPort;
    private final ServerCommand command = new ServerCommand();
    private int port;

    RedisServer(Path programs, Path folder, Path log, Secrets secrets, int wantedPort) {
        this.programs = programs;
        this.folder = folder;
        this.log = log;
        this.secrets = secrets;
        this.wantedPort = wantedPort;
        this.port = wantedPort;
    }

    void start() {
        endOrphan();
        int attempts = wantedPort == Ports.ANY ? PORT_ATTEMPTS : 1;
        boolean running = false;
        for (int attempt = 0; attempt < attempts && !running; attempt++) {
            port = wantedPort == Ports.ANY ? Ports.free() : wantedPort;
            running = tryStart();
        }
        if (!running) {
            throw new CannotStart("Redis does not start on port %d; its log %s says why.".formatted(port, log));
        }
    }

    /** Starts again, empty, on the port it had. */
    void startAgain() {
        endOrphan();
        if (!tryStart()) {
            throw new CannotStart("Redis does not start again on port %d; its log %s says why.".formatted(port, log));
        }
    }

    void stop() {
        connection().ifPresent(redis -> {
            try (redis) {
                redis.shutDown();
            }
        });
        awaitEnd();
    }

    /** Ends it as a crash would. */
    void kill() {
        process().ifPresent(ProcessHandle::destroyForcibly);
        awaitEnd();
    }

    boolean isRunning() {
        Optional<RedisConnection> redis = connection();
        redis.ifPresent(RedisConnection::close);
        return redis.isPresent();
    }

    /** Whether its process is there, answering or not; costs next to nothing. */
    boolean isAlive() {
        return process().isPresent();
    }

    String uri() {
        return "redis://:%s@127.0.0.1:%d".formatted(secrets.redis(), port);
    }

    private boolean tryStart() {
        ServerCommand.Finished started = command.run(
                START_DEADLINE_SECONDS,
                List.of(programs.resolve("redis-server").toString(), settings().toString()));
        if (!started.ok()) {
            throw new CannotStart("Redis cannot run here: " + started.lastLine());
        }
        return answersInTime();
    }

    /** The command returns before the server listens, and a server that finds its port taken ends without a word. */
    private boolean answersInTime() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_DEADLINE_SECONDS);
        while (System.nanoTime() < deadline) {
            if (isRunning()) {
                return true;
            }
            if (Files.exists(pidFile()) && process().isEmpty()) {
                return false;
            }
            pause();
        }
        return false;
    }

    private Path settings() {
        Path file = folder.resolve("redis.conf");
        try {
            Files.createDirectories(folder);
            Files.createDirectories(log.getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(file, SETTINGS.formatted(port, secrets.redis(), folder, pidFile(), log));
        } catch (IOException e) {
            throw new CannotStart(
                    "The folder %s cannot be written (%s); move it away, Redis holds nothing worth keeping."
                            .formatted(folder, e.getClass().getSimpleName()),
                    e);
        }
    }

    /** What a killed program left running knows our password and nobody else's; it holds nothing worth keeping. */
    private void endOrphan() {
        process().ifPresent(orphan -> {
            orphan.destroyForcibly();
            awaitEnd();
        });
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new CannotStart(
                    "%s cannot be deleted (%s); delete it by hand."
                            .formatted(pidFile(), e.getClass().getSimpleName()),
                    e);
        }
    }

    private Path pidFile() {
        return folder.resolve("redis.pid");
    }

    /** The living process of the pid file, if it is a redis-server of ours and not a later process with the same number. */
    private Optional<ProcessHandle> process() {
        try {
            if (!Files.exists(pidFile())) {
                return Optional.empty();
            }
            String pid = Files.readString(pidFile()).strip();
            if (pid.isEmpty()) {
                return Optional.empty();
            }
            Path commandLine = Path.of("/proc", pid, "cmdline");
            boolean ours =
                    Files.exists(commandLine) && Files.readString(commandLine).contains("redis-server");
            return ours ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty(); // the process ended while we looked
        }
    }

    private void awaitEnd() {
        process().ifPresent(process -> {
            try {
                process.onExit().get(STOP_DEADLINE_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                process.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (java.util.concurrent.ExecutionException e) {
                throw new IllegalStateException("waiting for redis-server to end failed", e);
            }
        });
    }

    private Optional<RedisConnection> connection() {
        return RedisConnection.open(port, secrets.redis());
    }

    private static void pause() {
        try {
            Thread.sleep(PROBE_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
