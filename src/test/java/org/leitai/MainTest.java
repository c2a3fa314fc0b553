package org.leitai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leitai.platform.embedded.CannotStart;
import org.leitai.settings.Setting;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine leitai =
            Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void version_names_the_program() {
        assertThat(leitai.execute("--version")).isZero();
        assertThat(out.toString()).startsWith("Leitai ");
    }

    /** The list shows the first line of each command's description alone. */
    @Test
    void help_says_of_every_command_in_a_whole_sentence_what_it_does() {
        assertThat(leitai.getSubcommands().values())
                .map(command -> command.getCommandSpec().usageMessage().description()[0])
                .isNotEmpty()
                .allMatch(first -> first.endsWith("."));
    }

    @Test
    void help_lists_every_setting() {
        assertThat(leitai.execute("--help")).isZero();
        for (Setting setting : Setting.values()) {
            assertThat(out.toString()).contains(setting.name());
        }
    }

    @Test
    void an_unknown_command_is_refused_with_the_usage_code() {
        assertThat(leitai.execute("no-such-command")).isEqualTo(CommandLine.ExitCode.USAGE);
    }

    @Test
    void what_a_person_can_mend_is_one_line() {
        assertThat(failing(new CannotStart("The folder /x is foreign."))).isEqualTo(Main.CANNOT_START);
        assertThat(err.toString().lines()).containsExactly("leitai: The folder /x is foreign.");
    }

    static Stream<IOException> portsInUse() {
        return Stream.of(
                new BindException("Address already in use"),
                new IOException("bind(..) failed with error(-98): Address already in use"));
    }

    @ParameterizedTest
    @MethodSource("portsInUse")
    void a_port_in_use_is_one_line_that_names_the_settings(IOException inUse) {
        assertThat(failing(new IllegalStateException(inUse))).isEqualTo(Main.CANNOT_START);
        assertThat(err.toString().lines()).hasSize(1).first().asString().contains("LEITAI_HTTP_PORT");
    }

    @Test
    void a_node_among_others_without_what_they_share_names_every_setting_that_is_missing() {
        assertThat(leitai.execute("serve", "--cluster=10.0.0.5:5701")).isEqualTo(Main.CANNOT_START);
        assertThat(err.toString().lines())
                .containsExactly("leitai: --cluster needs what all nodes share:"
                        + " set LEITAI_PG_URI, LEITAI_REDIS_URI, LEITAI_KEY_FILE.");
    }

    @Test
    void a_backup_that_is_not_there_is_one_line(@TempDir Path folder) {
        Path backup = folder.resolve("nothing.backup");
        assertThat(leitai.execute("restore", "--from", backup.toString())).isEqualTo(Main.CANNOT_START);
        assertThat(err.toString().lines()).containsExactly("leitai: " + backup + " does not exist.");
    }

    @Test
    void a_fault_of_ours_keeps_its_trace() {
        assertThat(failing(new IllegalStateException("planted"))).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(err.toString()).contains("IllegalStateException: planted").contains("at org.leitai");
    }

    private int failing(RuntimeException failure) {
        return leitai.addSubcommand(new Failing(failure))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler(leitai.getExecutionExceptionHandler())
                .execute("fail");
    }

    @Command(name = "fail")
    private record Failing(RuntimeException failure) implements Runnable {
        @Override
        public void run() {
            throw failure;
        }
    }
}
