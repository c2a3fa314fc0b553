package org.leitai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.demo.Demonstration;
import org.leitai.platform.backup.BackupFile;
import org.leitai.platform.backup.BackupWriter;
import org.leitai.platform.backup.DamagedBackup;
import org.leitai.platform.embedded.PgAddress;
import org.leitai.platform.secret.InstallationKey;
import org.leitai.testkit.Await;
import org.leitai.testkit.RealServers;

/** Backup and restore of an installation on which a contest was marked, issued and announced. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestoreIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    @TempDir
    static Path folder;

    private final StringWriter said = new StringWriter();
    private InstallationKey key;
    private Path backup;

    @BeforeAll
    void a_day_is_played_and_copied() throws Exception {
        try (LeitaiNode node = LeitaiNode.start(SERVERS, folder.resolve("data"))) {
            play(node);
            key = InstallationKey.loadOrCreate(folder.resolve("data/installation.key"));
            backup = write("running.backup");
        }
    }

    @Test
    void a_copy_made_while_the_program_runs_is_proved_and_nothing_is_left_behind() throws Exception {
        long databases = count(SERVERS.superuser(), "select count(*) from pg_database");

        assertThat(restore(backup, key, true)).isTrue();

        assertThat(said.toString())
                .contains("loaded: every table")
                .containsPattern("ledger .*: \\d+ streams, [1-9]\\d* events, 0 damaged")
                .containsPattern("published results: 3 records, [1-9]\\d* rows compared with a new fold, 0 differences")
                .containsPattern("people: ([1-9]\\d*), \\1 open")
                .contains("checked: nothing was changed");
        assertThat(count(SERVERS.superuser(), "select count(*) from pg_database"))
                .isEqualTo(databases);
    }

    @Test
    void a_file_is_never_written_over() {
        assertThatThrownBy(() -> write("running.backup")).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void only_its_owner_can_read_the_file() throws IOException {
        assertThat(Files.getPosixFilePermissions(backup))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }

    @Test
    void each_flipped_bit_of_the_ledger_is_found_before_a_database_is_touched() throws Exception {
        byte[] whole = Files.readAllBytes(backup);
        long packed;
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            packed = zip.getEntry("tables/ledger_event.copy").getCompressedSize();
        }
        int start = new String(whole, StandardCharsets.ISO_8859_1).indexOf("ledger_event.copy")
                + "ledger_event.copy".length();
        for (int part = 1; part < 20; part++) {
            byte[] flipped = whole.clone();
            flipped[start + (int) (packed * part / 20)] ^= 0x10;
            Path file = Files.write(folder.resolve("flipped-" + part), flipped);

            assertThatThrownBy(() -> check(file))
                    .isInstanceOf(DamagedBackup.class)
                    .hasMessageContaining("ledger_event");
        }
    }

    @Test
    void a_cut_file_and_one_that_is_none_are_refused() throws Exception {
        byte[] whole = Files.readAllBytes(backup);
        for (int length : List.of(0, 1_000, whole.length / 2, whole.length - 1)) {
            Path cut = Files.write(folder.resolve("cut-" + length), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> check(cut)).isInstanceOf(DamagedBackup.class);
        }
    }

    @Test
    void a_ledger_that_was_edited_before_the_copy_is_not_restored() throws Exception {
        String later = "update ledger_event set recorded_micros = recorded_micros + %d where seq = 2 and stream ="
                + " (select stream from stream_head order by seq desc, stream limit 1)";
        edit(later.formatted(1));
        Path edited = write("edited.backup");
        edit(later.formatted(-1));

        assertThat(restore(edited, key, false)).isFalse();

        assertThat(said.toString()).contains("1 damaged", "differs: ", "not restored: nothing was changed");
    }

    @Test
    void a_published_result_that_was_edited_before_the_copy_is_not_restored() throws Exception {
        String changed =
                "update published_result set body = convert_to(replace(convert_from(body, 'UTF8'), '%s', '%s'), 'UTF8')";
        edit(changed.formatted("\"rank\":1,", "\"rank\":7654,"));
        Path edited = write("results.backup");
        edit(changed.formatted("\"rank\":7654,", "\"rank\":1,"));

        assertThat(restore(edited, key, true)).isFalse();

        assertThat(said.toString()).contains("the published record", "is missing or was changed");
    }

    @Test
    void people_who_do_not_open_with_a_key_are_counted() throws Exception {
        InstallationKey other = InstallationKey.loadOrCreate(folder.resolve("other.key"));

        assertThat(restore(backup, other, true)).isFalse();

        assertThat(other.print()).isNotEqualTo(key.print());
        assertThat(said.toString()).containsPattern("people: [1-9]\\d*, 0 open").contains("do not open with the");
    }

    @Test
    void without_the_key_the_scores_are_proved_all_the_same() throws Exception {
        assertThat(restore(backup, null, true)).isTrue();
        assertThat(said.toString()).doesNotContain("people:");
    }

    /** The demonstration's day, fast, to its three announcements. */
    private static void play(LeitaiNode node) throws Exception {
        Demonstration day = new Demonstration(node.http(), folder.resolve("demo.json"), 400);
        day.prepare(node.login(), node.password());
        day.play();
        Await.until(
                "all three disciplines are announced",
                Duration.ofMinutes(4),
                () -> count(
                                SERVERS.owner(),
                                "select count(*) from ledger_event where name = 'judging.results-announced.v1'")
                        == 3);
    }

    private Path write(String name) throws Exception {
        PgAddress owner = SERVERS.owner();
        Path file = folder.resolve(name);
        try (Connection connection = connect(owner)) {
            new BackupWriter(connection, "test", key.print(), Clock.systemUTC().instant()).write(file);
        }
        return file;
    }

    private boolean restore(Path file, @Nullable InstallationKey with, boolean checkOnly) throws Exception {
        said.getBuffer().setLength(0);
        try (BackupFile open = BackupFile.open(file)) {
            open.check();
            return new Restore(SERVERS.owner(), SERVERS.superuser(), new PrintWriter(said, true), Clock.systemUTC())
                    .run(open, with, checkOnly);
        }
    }

    private static void check(Path file) throws IOException {
        try (BackupFile open = BackupFile.open(file)) {
            open.check();
        }
    }

    /** As somebody with all rights would who gets around the triggers. */
    private void edit(String sql) throws SQLException {
        try (Connection connection = connect(SERVERS.superuser());
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        }
    }

    private static long count(PgAddress at, String sql) throws SQLException {
        try (Connection connection = connect(at);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Connection connect(PgAddress at) throws SQLException {
        return DriverManager.getConnection(at.jdbcUrl(), at.user(), at.password());
    }
}
