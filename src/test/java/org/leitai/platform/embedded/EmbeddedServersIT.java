package org.leitai.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.platform.embedded.EmbeddedServers.Role;

class EmbeddedServersIT {

    @TempDir
    Path folder;

    @Test
    void what_was_committed_is_there_after_a_restart() throws SQLException {
        try (EmbeddedServers servers = start()) {
            execute(servers, "CREATE TABLE kept (word text)", "INSERT INTO kept VALUES ('擂台')");
        }
        try (EmbeddedServers servers = start()) {
            assertThat(ask(servers, Role.OWNER, "SELECT word FROM kept")).isEqualTo("擂台");
        }
    }

    @Test
    void the_promises_that_the_ledger_rests_on_are_kept() throws SQLException {
        try (EmbeddedServers servers = start()) {
            assertThat(ask(servers, Role.APP, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(servers, Role.APP, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(ask(servers, Role.APP, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(servers, Role.APP, "SHOW data_checksums")).isEqualTo("on");
            assertThat(ask(servers, Role.APP, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void nobody_gets_in_without_the_password_and_the_app_role_makes_no_tables() {
        try (EmbeddedServers servers = start()) {
            PgAddress app = servers.pgAddress(Role.APP);
            assertThatThrownBy(() -> DriverManager.getConnection(app.jdbcUrl(), app.user(), "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(RedisConnection.open(URI.create(servers.redisUri()).getPort(), "wrong"))
                    .isEmpty();
            assertThatThrownBy(() -> ask(servers, Role.APP, "CREATE TABLE mine (n int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void a_second_program_on_the_same_folder_is_told_who_has_it() {
        try (EmbeddedServers servers = start()) {
            assertThat(servers.redisUri()).isNotEmpty();
            assertThatThrownBy(() -> start())
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(
                            "is in use by process " + ProcessHandle.current().pid())
                    .hasMessageContaining("LEITAI_DATA");
        }
    }

    @Test
    void a_folder_with_other_peoples_files_is_left_alone() throws IOException {
        Files.writeString(folder.resolve("diary.txt"), "not yours");
        assertThatThrownBy(() -> start())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("holds files that are not Leitai's");
        assertThat(folder.toFile().list()).containsExactly("diary.txt");
    }

    @Test
    void passwords_are_the_owners_and_a_cluster_without_its_version_is_named_and_not_touched() throws IOException {
        start().close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("servers.secret"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("redis/redis.conf"))))
                .isEqualTo("rw-------");
        Files.delete(folder.resolve("postgres/PG_VERSION"));
        assertThatThrownBy(() -> start())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("holds no PostgreSQL cluster");
        assertThat(folder.resolve("postgres/base")).exists();
    }

    @Test
    void servers_that_a_killed_program_left_running_are_ended_and_their_data_found() throws SQLException {
        PostgresServer postgres = orphanedPostgres();
        RedisServer redis = orphanedRedis();
        String orphan = redis.uri();
        try (EmbeddedServers servers = start()) {
            assertThat(ask(servers, Role.OWNER, "SELECT word FROM kept")).isEqualTo("before");
            assertThat(servers.redisUri()).isNotEqualTo(orphan);
            assertThat(redis.isRunning()).isFalse();
        }
        assertThat(postgres.isRunning()).isFalse();
    }

    @Test
    void a_port_in_use_is_named_in_one_line() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(
                            () -> EmbeddedServers.start(folder, TestServers.PROGRAMS, taken.getLocalPort(), Ports.ANY))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("PostgreSQL does not start on port " + taken.getLocalPort());
        }
    }

    private EmbeddedServers start() {
        return EmbeddedServers.start(folder, TestServers.PROGRAMS, Ports.ANY, Ports.ANY);
    }

    private PostgresServer orphanedPostgres() throws SQLException {
        start().close();
        Secrets secrets = Secrets.in(folder.resolve("servers.secret"));
        PostgresServer postgres = new PostgresServer(
                new ServerPrograms(TestServers.PROGRAMS).postgres(),
                folder.resolve("postgres"),
                folder.resolve("log/postgres.log"),
                secrets,
                Ports.ANY);
        postgres.start();
        PgAddress owner = postgres.address(PostgresCluster.OWNER, secrets.owner());
        execute(owner, "CREATE TABLE kept (word text)", "INSERT INTO kept VALUES ('before')");
        return postgres;
    }

    private RedisServer orphanedRedis() {
        RedisServer redis = new RedisServer(
                new ServerPrograms(TestServers.PROGRAMS).redis(),
                folder.resolve("redis"),
                folder.resolve("log/redis.log"),
                Secrets.in(folder.resolve("servers.secret")),
                Ports.ANY);
        redis.start();
        return redis;
    }

    private static void execute(EmbeddedServers servers, String... statements) throws SQLException {
        execute(servers.pgAddress(Role.OWNER), statements);
    }

    private static void execute(PgAddress address, String... statements) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String ask(EmbeddedServers servers, Role role, String sql) throws SQLException {
        PgAddress address = servers.pgAddress(role);
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
