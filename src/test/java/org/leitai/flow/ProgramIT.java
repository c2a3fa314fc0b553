package org.leitai.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.platform.embedded.EmbeddedServers;
import org.leitai.platform.embedded.EmbeddedServers.Role;
import org.leitai.platform.embedded.PgAddress;
import org.leitai.testkit.Await;
import org.leitai.testkit.Program;

/** The whole program with the servers that come along, as a process: killed, stopped, started again, and in places where it cannot start. */
class ProgramIT {
    private static final int JUDGES = 4;
    private static final int A_FEW = 40;

    /** What shells make of SIGINT. */
    private static final int INTERRUPTED = 130;

    @TempDir
    Path folder;

    @Test
    void a_killed_program_has_every_confirmed_mark_once_and_a_second_start_goes_on() throws Exception {
        Path data = folder.resolve("data");
        Program program = Program.serve(data);
        List<UUID> confirmed;
        try (BusyHall hall = BusyHall.open(program.http(), program.firstPassword(), JUDGES)) {
            goesOn(hall);
            program.kill();
            assertThat(program.left())
                    .as("PostgreSQL and Redis outlive a killed program")
                    .isNotEmpty();
            program.startAgain();
            goesOn(hall);
            confirmed = hall.finish();
        }

        program.stop();

        assertThat(program.left())
                .as("nothing is left of a program that was stopped")
                .isEmpty();
        isWhole(program, data, confirmed);
    }

    @Test
    void servers_that_end_by_themselves_are_started_again_while_judges_mark() throws Exception {
        Path data = folder.resolve("data");
        List<UUID> confirmed;
        try (Program program = Program.serve(data);
                BusyHall hall = BusyHall.open(program.http(), program.firstPassword(), JUDGES)) {
            goesOn(hall);
            endServer(program, "postgres/postmaster.pid");
            goesOn(hall);
            endServer(program, "redis/redis.pid");
            goesOn(hall);
            confirmed = hall.finish();

            assertThat(program.interrupt()).as("Ctrl-C").isEqualTo(INTERRUPTED);

            assertThat(program.left()).as("nothing is left after Ctrl-C").isEmpty();
            isWhole(program, data, confirmed);
        }
    }

    @Test
    void where_it_cannot_start_one_line_says_what_to_do() throws Exception {
        Map<String, String> settings =
                new HashMap<>(Map.of("LEITAI_DATA", folder.resolve("data").toString()));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            settings.put("LEITAI_HTTP_HOST", "127.0.0.1");
            settings.put("LEITAI_HTTP_PORT", Integer.toString(taken.getLocalPort()));
            settings.put("LEITAI_HTTPS_PORT", "0");
            refuses(settings, "name others with LEITAI_HTTP_PORT and LEITAI_HTTPS_PORT");
        }
        settings.put("LEITAI_HTTP_PORT", "0");
        settings.put("LEITAI_CLUSTER_HOST", "192.0.2.7");
        refuses(settings, "LEITAI_CLUSTER_HOST=192.0.2.7 is not an address of this machine");
        settings.put("LEITAI_CLUSTER_HOST", "node.of.nobody.invalid");
        refuses(settings, "LEITAI_CLUSTER_HOST=node.of.nobody.invalid is no address");
        settings.remove("LEITAI_CLUSTER_HOST");
        Files.delete(folder.resolve("data/postgres/PG_VERSION"));
        refuses(settings, "bring it back from your backup, or move it away to start empty");
        settings.put(
                "LEITAI_DATA", Files.createDirectory(folder.resolve("foreign")).toString());
        Files.writeString(folder.resolve("foreign/diary.txt"), "not yours");
        refuses(settings, "name an empty or new folder with LEITAI_DATA");
    }

    private void refuses(Map<String, String> settings, String advice) {
        Program.Finished refused = Program.run(settings, folder.resolve("refused.log"), "serve");
        assertThat(refused.code()).as(refused.output()).isEqualTo(3);
        assertThat(refused.output().lines().filter(line -> line.startsWith("leitai: ")))
                .singleElement()
                .asString()
                .contains(advice);
        assertThat(refused.output()).doesNotContain("\tat ");
    }

    private static void goesOn(BusyHall hall) throws Exception {
        int before = hall.confirmed();
        Await.until("more marks are confirmed", () -> hall.confirmed() >= before + A_FEW);
    }

    private static void endServer(Program program, String pidFile) throws IOException {
        ProcessHandle server = program.server(pidFile);
        server.destroyForcibly();
        server.onExit().join();
    }

    /** By {@code leitai verify}, and by a look into the stopped program's ledger. */
    private void isWhole(Program program, Path data, List<UUID> confirmed) throws SQLException {
        Program.Finished verified = Program.run(program.settings(), folder.resolve("verify.log"), "verify");
        assertThat(verified.code()).as(verified.output()).isZero();
        assertThat(verified.output()).contains(", 0 damaged");
        try (EmbeddedServers servers = EmbeddedServers.start(data)) {
            assertThat(marks(servers.pgAddress(Role.APP)))
                    .containsAll(confirmed)
                    .doesNotHaveDuplicates();
        }
    }

    static List<UUID> marks(PgAddress ledger) throws SQLException {
        try (Connection connection = DriverManager.getConnection(ledger.jdbcUrl(), ledger.user(), ledger.password());
                ResultSet found = connection
                        .createStatement()
                        .executeQuery(
                                "select command_key from ledger_event where name like 'judging.mark-recorded.%'")) {
            List<UUID> keys = new ArrayList<>();
            while (found.next()) {
                keys.add(found.getObject(1, UUID.class));
            }
            return keys;
        }
    }
}
