package org.leitai;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.leitai.platform.ledger.Verifier;
import org.leitai.platform.ledger.VerifierReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code leitai verify}: recomputes the ledger's chains and says where they are not what was recorded. */
@Command(
        name = "verify",
        description = {
            "Recomputes every hash of the ledger and compares it with what is stored.",
            "Embedded servers: stop Leitai first. Your own PostgreSQL: also while it runs."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the ledger is as it was recorded", "1:it differs; the first places are listed"})
final class VerifyCommand implements Callable<Integer> {

    static final int CLEAN = 0;
    static final int DIFFERS = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Config config = Config.of(System.getenv(), "127.0.0.1");
        try (Running parts = Running.untilSignal()) {
            Backends backends = parts.start(() -> Backends.open(config));
            VerifierReport report = Verifier.run(backends.pgUri(), events -> {});
            print(report, spec.commandLine().getOut());
            return report.isClean() ? CLEAN : DIFFERS;
        }
    }

    /** Counts first, then one line for each place, so that scripts can read both. */
    static void print(VerifierReport report, PrintWriter out) {
        out.printf(
                "ledger %s: %d streams, %d events, %d damaged%n",
                report.ledger(), report.streams(), report.events(), report.damaged());
        for (VerifierReport.Difference difference : report.differences()) {
            out.printf("stream %s, event %d: %s%n", difference.stream().value(), difference.seq(), difference.what());
        }
        out.flush();
    }
}
