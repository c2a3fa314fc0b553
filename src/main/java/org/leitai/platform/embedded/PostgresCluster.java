package org.leitai.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a PostgreSQL cluster: makes them once, with roles and database, and writes the settings before each
 * start. A folder that exists under its final name is whole: it is made beside and renamed.
 */
final class PostgresCluster {

    static final String DATABASE = "leitai";
    static final String SUPERUSER = "postgres";
    static final String OWNER = "leitai_owner";
    static final String APP = "leitai_app";

    private static final String MAJOR_VERSION = "17";
    private static final int CREATE_DEADLINE_SECONDS = 120;
    private static final String SETTINGS_FILE = "leitai.conf";

    /** What the ledger's promise rests on stands first; a promise that is off makes the program refuse to be ready. */
    private static final String SETTINGS = """
            # Written by Leitai before each start; changes made here are lost.
            fsync = on
            full_page_writes = on
            synchronous_commit = on
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            port = %d
            password_encryption = 'scram-sha-256'
            max_connections = 100
            shared_buffers = '128MB'
            max_wal_size = '1GB'
            timezone = 'UTC'
            log_timezone = 'UTC'
            jit = off
            """;

    private final Path programs;
    private final Path data;
    private final Secrets secrets;
    private final ServerCommand command;

    PostgresCluster(Path programs, Path data, Secrets secrets, ServerCommand command) {
        this.programs = programs;
        this.data = data;
        this.secrets = secrets;
        this.command = command;
    }

    /** Makes the cluster unless it is there; refuses one of another PostgreSQL release. */
    void ensure() {
        try {
            if (!Files.exists(data)) {
                create();
            }
            String version = version();
            if (!version.equals(MAJOR_VERSION)) {
                throw new CannotStart(
                        "%s was made by PostgreSQL %s, this program brings %s; use the program that made it, or LEITAI_PG_URI."
                                .formatted(data, version, MAJOR_VERSION));
            }
        } catch (IOException e) {
            throw new CannotStart(
                    "The database folder %s cannot be used (%s); see whose it is and that the disk has room, or name another folder with LEITAI_DATA."
                            .formatted(data, e.getClass().getSimpleName()),
                    e);
        }
    }

    void configure(int port) {
        try {
            Files.writeString(data.resolve(SETTINGS_FILE), SETTINGS.formatted(port));
        } catch (IOException e) {
            throw new CannotStart(
                    "The database folder %s cannot be written (%s); see whose it is and that the disk has room."
                            .formatted(data, e.getClass().getSimpleName()),
                    e);
        }
    }

    private String version() throws IOException {
        Path file = data.resolve("PG_VERSION");
        if (!Files.exists(file)) {
            throw new CannotStart(
                    "%s holds no PostgreSQL cluster (PG_VERSION is missing); bring it back from your backup, or move it away to start empty."
                            .formatted(data));
        }
        return Files.readString(file).strip();
    }

    private void create() throws IOException {
        Path fresh = data.resolveSibling(data.getFileName() + ".new");
        ServerPrograms.deleteTree(fresh);
        Files.createDirectories(fresh.getParent());
        initialise(fresh);
        Files.writeString(
                fresh.resolve("postgresql.conf"),
                "include '%s'\n".formatted(SETTINGS_FILE),
                java.nio.file.StandardOpenOption.APPEND);
        Files.writeString(fresh.resolve(SETTINGS_FILE), SETTINGS.formatted(Ports.free()));
        bootstrap(fresh);
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void initialise(Path folder) {
        List<String> initdb = List.of(
                programs.resolve("bin/initdb").toString(),
                "--pgdata=" + folder,
                "--username=" + SUPERUSER,
                "--pwfile=/dev/stdin",
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
        expectOk(
                "PostgreSQL cannot set up %s".formatted(folder),
                command.run(CREATE_DEADLINE_SECONDS, initdb, secrets.superuser() + "\n"));
    }

    /** Roles and database come into being before any port is open: single-user mode reads one statement a line. */
    private void bootstrap(Path folder) {
        List<String> single = List.of(
                programs.resolve("bin/postgres").toString(),
                "--single",
                "-D",
                folder.toString(),
                "-c",
                "exit_on_error=true",
                "postgres");
        String statements = String.join(
                "\n",
                "CREATE ROLE %s LOGIN PASSWORD '%s';".formatted(OWNER, secrets.owner()),
                "CREATE ROLE %s LOGIN PASSWORD '%s';".formatted(APP, secrets.app()),
                "CREATE DATABASE %s OWNER %s;".formatted(DATABASE, OWNER),
                "REVOKE ALL ON DATABASE %s FROM PUBLIC;".formatted(DATABASE),
                "GRANT CONNECT ON DATABASE %s TO %s;".formatted(DATABASE, APP),
                "");
        expectOk("PostgreSQL cannot make roles and database", command.run(CREATE_DEADLINE_SECONDS, single, statements));
    }

    private static void expectOk(String what, ServerCommand.Finished finished) {
        if (!finished.ok()) {
            throw new CannotStart("%s: %s".formatted(what, finished.lastLine()));
        }
    }

    /** The newest line in which the server says why it gave up. */
    static String lastFatal(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                    .reduce("no reason given", (before, last) -> last);
        }
    }
}
