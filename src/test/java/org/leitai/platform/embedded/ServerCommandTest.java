package org.leitai.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of two faults it was that a command as root did not run: no user namespaces, or the program itself. */
class ServerCommandTest {
    private static final String NO_NAMESPACES = "PostgreSQL does not run as root here (no user namespaces)";
    private static final int DEADLINE_S = 10;

    @TempDir
    Path folder;

    @Test
    void where_there_are_no_namespaces_it_says_what_to_do_instead() throws IOException {
        ServerCommand root = as(unshare("echo 'unshare: unshare failed: Operation not permitted'; exit 1"));

        assertThatThrownBy(() -> root.run(DEADLINE_S, List.of("/bin/echo", "hello")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(NO_NAMESPACES)
                .hasMessageContaining("LEITAI_PG_URI");
    }

    @Test
    void where_unshare_is_not_installed_it_says_the_same() {
        ServerCommand root = as(folder.resolve("unshare"));

        assertThatThrownBy(() -> root.run(DEADLINE_S, List.of("/bin/echo", "hello")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(NO_NAMESPACES);
    }

    @Test
    void a_program_that_cannot_be_run_is_named_though_unshare_tells_it() throws IOException {
        ServerCommand root =
                as(unshare("[ \"$1\" = true ] || { echo \"unshare: failed to execute $1: no such file\"; exit 127; }"));

        assertThatThrownBy(() -> root.run(DEADLINE_S, List.of("/no/such/postgres", "--version")))
                .isInstanceOf(CannotStart.class)
                .hasMessage(
                        "/no/such/postgres cannot be run (unshare: failed to execute /no/such/postgres: no such file).");
    }

    @Test
    void what_a_program_says_itself_is_given_back_whatever_it_begins_with() throws IOException {
        ServerCommand root = as(unshare("exec \"$@\""));

        ServerCommand.Finished said = root.run(DEADLINE_S, List.of("/bin/echo", "unshare: hello"));

        assertThat(said.ok()).isTrue();
        assertThat(said.lastLine()).isEqualTo("unshare: hello");
    }

    private static ServerCommand as(Path unshare) {
        return new ServerCommand(List.of(unshare.toString()));
    }

    private Path unshare(String does) throws IOException {
        Path script = Files.writeString(folder.resolve("unshare"), "#!/bin/sh\n" + does + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
}
