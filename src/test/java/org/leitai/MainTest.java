package org.leitai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {

    private final StringWriter out = new StringWriter();
    private final CommandLine leitai = new CommandLine(new Main()).setOut(new PrintWriter(out));

    @Test
    void versionNamesTheProgram() {
        assertThat(leitai.execute("--version")).isZero();
        assertThat(out.toString()).startsWith("Leitai ");
    }

    @Test
    void anUnknownCommandIsRefusedWithTheUsageCode() {
        leitai.setErr(new PrintWriter(new StringWriter()));
        assertThat(leitai.execute("no-such-command")).isEqualTo(CommandLine.ExitCode.USAGE);
    }
}
