package org.leitai.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL, Redis and nginx from Debian's packages, on loopback and below one folder; the program and what it is compared with use
 * the same PostgreSQL and the same Redis. Durability is on: {@code fsync}, {@code full_page_writes}, {@code synchronous_commit}.
 */
final class Servers {
    static final String OWNER = "leitai_owner";

    private final Path folder;
    private final int firstPort;
    private final String owner = System.getProperty("user.name").equals("root") ? "postgres" : "";

    Servers(Path folder, int firstPort) {
        this.folder = folder;
        this.firstPort = firstPort;
    }

    int postgresPort() {
        return firstPort + 1;
    }

    int redisPort() {
        return firstPort + 2;
    }

    int nginxPort() {
        return firstPort + 3;
    }

    /** Names what is missing, as one line for apt-get. */
    static Optional<String> missing() {
        var packages = new java.util.TreeSet<String>();
        need(packages, "/usr/bin/pgbench", "postgresql");
        need(packages, "/usr/bin/redis-server", "redis-server");
        need(packages, "/usr/bin/redis-benchmark", "redis-tools");
        need(packages, "/usr/sbin/nginx", "nginx");
        need(packages, "/usr/lib/nginx/modules/ngx_nchan_module.so", "libnginx-mod-nchan");
        return packages.isEmpty() ? Optional.empty() : Optional.of("apt-get install " + String.join(" ", packages));
    }

    private static void need(java.util.Set<String> packages, String file, String name) {
        if (!Files.exists(Path.of(file))) {
            packages.add(name);
        }
    }

    void startPostgres() throws IOException {
        Path data = folder.resolve("postgres");
        if (!Files.exists(data)) {
            Files.createDirectories(data);
            if (!owner.isEmpty()) {
                Shell.run("chown", owner, data.toString());
            }
            asPostgres("initdb", "--pgdata=" + data, "--username=postgres", "--auth=trust", "--encoding=UTF8");
        }
        Path log = folder.resolve("postgres.log");
        Files.deleteIfExists(log);
        Shell.start(Map.of(), log, postgresCommand(
                "postgres", "-D", data.toString(), "-p", Integer.toString(postgresPort()), "-k", "",
                "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=400", "-c", "shared_buffers=256MB",
                "-c", "max_wal_size=4GB", "-c", "fsync=on", "-c", "full_page_writes=on",
                "-c", "synchronous_commit=on", "-c", "jit=off"));
        for (int i = 0; i < 100 && !accepts(); i++) {
            Shell.pause(100);
        }
    }

    /** An empty database for the program, named for the section that uses it. */
    void freshDatabase(String name) {
        sql("postgres", "do $$ begin create role " + OWNER + " login; exception when duplicate_object then null; end $$");
        sql("postgres", "do $$ begin create role leitai_app login; exception when duplicate_object then null; end $$");
        sql("postgres", "drop database if exists " + name + " with (force)");
        sql("postgres", "create database " + name + " owner " + OWNER);
    }

    String sql(String database, String statement) {
        return Shell.run("psql", "-h", "127.0.0.1", "-p", Integer.toString(postgresPort()), "-U", "postgres", "-X",
                "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", statement, database);
    }

    String uri(String role, String database) {
        return "postgresql://" + role + ":none@127.0.0.1:" + postgresPort() + "/" + database;
    }

    void startRedis() {
        Shell.start(Map.of(), folder.resolve("redis.log"), List.of("redis-server", "--port",
                Integer.toString(redisPort()), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no",
                "--maxmemory-policy", "noeviction", "--dir", folder.toString()));
        Shell.pause(500);
    }

    /** With nchan and two workers; they may hold 20,000 connections each. */
    Process startNginx() throws IOException {
        Path conf = folder.resolve("nginx.conf");
        Files.writeString(conf, """
                load_module /usr/lib/nginx/modules/ngx_nchan_module.so;
                worker_processes 2; worker_rlimit_nofile 20100; daemon off; pid %1$s/nginx.pid;
                error_log %1$s/nginx.log warn;
                events { worker_connections 20000; }
                http { access_log off; nchan_max_reserved_memory 256m;
                  server { listen 127.0.0.1:%2$d backlog=4096; listen 127.0.0.2:%2$d; tcp_nodelay on;
                    location /sub { nchan_subscriber eventsource; nchan_channel_id board; nchan_subscriber_first_message newest; }
                    location /pub { nchan_publisher; nchan_channel_id board; client_max_body_size 1m; client_body_buffer_size 1m; }
                  } }
                """.formatted(folder, nginxPort()));
        Process nginx = Shell.start(Map.of(), folder.resolve("nginx.out"), List.of("nginx", "-c", conf.toString()));
        Shell.pause(1_000);
        return nginx;
    }

    private boolean accepts() {
        try {
            sql("postgres", "select 1");
            return true;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    private void asPostgres(String... command) throws IOException {
        Shell.run(Map.of(), postgresCommand(command));
    }

    /** PostgreSQL refuses to run as root. */
    private List<String> postgresCommand(String... command) throws IOException {
        String[] whole = command.clone();
        whole[0] = binaries().resolve(command[0]).toString();
        return owner.isEmpty()
                ? List.of(whole)
                : Stream.concat(Stream.of("setpriv", "--reuid=" + owner, "--regid=" + owner, "--init-groups"),
                                Stream.of(whole))
                        .toList();
    }

    private static Path binaries() throws IOException {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.max(java.util.Comparator.comparing(Path::toString)).orElseThrow().resolve("bin");
        }
    }
}
