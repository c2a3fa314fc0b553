package org.leitai.platform.embedded;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found before any server runs, and the line that says what to do then. */
class CannotStartTest {
    private static final Path NO_PROGRAMS = Path.of("/no/such/programs");

    @TempDir
    Path data;

    private Path postgres;
    private Path log;

    @BeforeEach
    void places() {
        postgres = data.resolve("postgres");
        log = data.resolve("log/postgres.log");
    }

    @Test
    void a_cluster_of_another_release_names_both_and_who_can_open_it() throws IOException {
        cluster("12");
        line(this::startPostgres)
                .contains(postgres + " was made by PostgreSQL 12, this program brings 17", "LEITAI_PG_URI");
    }

    @Test
    void a_database_folder_that_is_a_file_is_named() throws IOException {
        Files.createDirectories(postgres.resolve("PG_VERSION"));
        line(this::startPostgres).contains("The database folder " + postgres + " cannot be used", "LEITAI_DATA");
    }

    @Test
    void a_process_file_that_nobody_can_read_is_named_with_what_to_make_sure_of() throws IOException {
        cluster("17");
        Files.writeString(postgres.resolve("postmaster.pid"), "twelve\n");
        line(this::startPostgres)
                .contains(
                        postgres.resolve("postmaster.pid") + " cannot be read",
                        "no PostgreSQL runs there, then delete it");
    }

    @Test
    void a_log_folder_that_is_a_file_is_named() throws IOException {
        cluster("17");
        Files.writeString(data.resolve("log"), "");
        line(this::startPostgres).contains("The log " + log + " cannot be written", "the disk has room");
    }

    @Test
    void a_redis_folder_that_cannot_be_written_may_be_moved_away() throws IOException {
        Path redis = Files.createDirectories(data.resolve("redis"));
        Files.createDirectories(redis.resolve("redis.conf/inside"));
        Secrets secrets = Secrets.in(data.resolve("servers.secret"));
        line(() -> new RedisServer(NO_PROGRAMS, redis, data.resolve("log/redis.log"), secrets, Ports.ANY).start())
                .contains("The folder " + redis + " cannot be written", "move it away");
    }

    @Test
    void programs_that_find_no_room_say_where_it_is_needed() throws IOException {
        Path file = Files.writeString(data.resolve("programs"), "");
        line(() -> new ServerPrograms(file).redis())
                .contains("redis cannot be unpacked into " + file, "make room there");
    }

    @Test
    void passwords_that_are_not_whole_name_the_line_that_is_missing() throws IOException {
        Path file = Files.writeString(data.resolve("servers.secret"), "superuser=a\nowner=b\napp=c\n");
        line(() -> Secrets.in(file)).contains(file + " with the servers' passwords lacks the line 'redis='", "restore");
    }

    @Test
    void a_lock_that_cannot_be_opened_says_whose_folder_is_meant() throws IOException {
        Files.createDirectories(data.resolve("leitai.lock"));
        line(() -> RunningServers.postgres(data))
                .contains("The data folder " + data + " cannot be read", "LEITAI_DATA");
    }

    @Test
    void a_folder_in_use_whose_database_is_just_starting_asks_for_a_moment() {
        DataFolder held = DataFolder.open(data);
        try {
            line(() -> RunningServers.postgres(data)).contains(data + " is in use", "try again in a moment");
        } finally {
            held.close();
        }
    }

    private void cluster(String release) throws IOException {
        Files.createDirectories(postgres);
        Files.writeString(postgres.resolve("PG_VERSION"), release + "\n");
    }

    private void startPostgres() {
        Secrets secrets = Secrets.in(data.resolve("servers.secret"));
        new PostgresServer(NO_PROGRAMS, postgres, log, secrets, Ports.ANY).start();
    }

    private static Line line(ThrowingCallable start) {
        return new Line(assertThatThrownBy(start).isInstanceOf(CannotStart.class));
    }

    private record Line(AbstractThrowableAssert<?, ? extends Throwable> thrown) {
        void contains(String... parts) {
            thrown.message().doesNotContain("\n").contains(parts);
        }
    }
}
