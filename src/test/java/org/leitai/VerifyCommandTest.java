package org.leitai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leitai.kernel.StreamId;
import org.leitai.platform.ledger.VerifierReport;

class VerifyCommandTest {

    private static final UUID LEDGER = new UUID(0, 1);
    private static final StreamId STREAM = new StreamId(new UUID(0, 2));

    @Test
    void counts_come_first_and_then_a_line_for_each_place() {
        var report = new VerifierReport(
                LEDGER, 3, 120, 1, List.of(new VerifierReport.Difference(STREAM, 17, "leaf differs")));

        assertThat(printed(report))
                .containsExactly(
                        "ledger 00000000-0000-0000-0000-000000000001: 3 streams, 120 events, 1 damaged",
                        "stream 00000000-0000-0000-0000-000000000002, event 17: leaf differs");
    }

    private static List<String> printed(VerifierReport report) {
        StringWriter out = new StringWriter();
        VerifyCommand.print(report, new PrintWriter(out));
        return out.toString().lines().toList();
    }
}
