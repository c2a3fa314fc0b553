package org.leitai.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.platform.embedded.EmbeddedServers;
import org.leitai.platform.embedded.EmbeddedServers.Role;
import org.leitai.testkit.Await;
import org.leitai.testkit.Program;

/** The ledger's disk is full while judges mark, and has room again. On a small disk of its own, where this process may mount one. */
class FullDiskIT {
    private static final int JUDGES = 4;
    private static final int A_FEW = 40;
    private static final Duration NOTHING = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        Assumptions.assumeTrue(
                ran("mount", "-t", "tmpfs", "-o", "size=500m", "leitai-test", disk.toString()),
                "needs the right to mount a small disk");
    }

    @AfterEach
    void unmount() throws Exception {
        ran("umount", disk.toString());
    }

    @Test
    void nothing_that_was_confirmed_is_lost_and_marks_flow_when_there_is_room_again() throws Exception {
        Path data = disk.resolve("data");
        List<UUID> confirmed;
        Program program = Program.serve(data);
        try (program;
                BusyHall hall = BusyHall.open(program.http(), program.firstPassword(), JUDGES)) {
            goesOn(hall);
            Path ballast = disk.resolve("ballast");
            Await.until("nothing is confirmed any more", () -> fill(ballast) && stands(hall));
            Files.delete(ballast);
            goesOn(hall);
            confirmed = hall.finish();
            System.out.printf(
                    "fault: disk full for the ledger: %d marks confirmed, a judge waited at most %d ms%n",
                    confirmed.size(), hall.longestWaitMillis());
        }

        Program.Finished verified = Program.run(program.settings(), folder.resolve("verify.log"), "verify");
        assertThat(verified.code()).as(verified.output()).isZero();
        assertThat(verified.output()).contains(", 0 damaged");
        try (EmbeddedServers servers = EmbeddedServers.start(data)) {
            assertThat(ProgramIT.marks(servers.pgAddress(Role.APP)))
                    .containsAll(confirmed)
                    .doesNotHaveDuplicates();
        }
    }

    /** Takes all room there is. */
    private static boolean fill(Path ballast) throws IOException {
        FileStore store = Files.getFileStore(ballast.getParent());
        try (var out = Files.newOutputStream(
                ballast, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND)) {
            while (store.getUsableSpace() > 0) {
                out.write(new byte[(int) Math.min(1 << 20, store.getUsableSpace())]);
            }
        } catch (IOException full) {
            // As full as it gets.
        }
        return true;
    }

    private static boolean stands(BusyHall hall) {
        int before = hall.confirmed();
        Instant over = Instant.now().plus(NOTHING);
        while (Instant.now().isBefore(over)) {
            if (hall.confirmed() > before) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }

    private static void goesOn(BusyHall hall) throws Exception {
        int before = hall.confirmed();
        Await.until("more marks are confirmed", () -> hall.confirmed() >= before + A_FEW);
    }

    private static boolean ran(String... command) throws Exception {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
