package org.leitai;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.leitai.board.BoardComparison;
import org.leitai.board.BoardReport;
import org.leitai.paper.PaperComparison;
import org.leitai.paper.PaperReport;
import org.leitai.platform.ledger.Verifier;
import org.leitai.platform.ledger.VerifierReport;
import org.leitai.platform.secret.InstallationKey;
import org.leitai.results.PublishedComparison;
import org.leitai.results.PublishedReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code leitai verify}: recomputes the ledger's chains, compares boards in Redis with it, and says where they differ. */
@Command(
        name = "verify",
        description = {
            "Recomputes every hash of the ledger; compares boards and published results with a fold of it.",
            "Scores the answers of mass papers again.",
            "Embedded servers: stop Leitai first. Your own PostgreSQL: also while it runs."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the ledger is as it was recorded, and what Redis holds is what it says",
            "1:one of them differs; the first places are listed"
        })
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
            BoardReport boards = boards(config, backends);
            print(boards, spec.commandLine().getOut());
            PublishedReport results = PublishedComparison.run(backends.pgUri());
            print(results, spec.commandLine().getOut());
            PaperReport papers = PaperComparison.run(backends.pgUri(), backends.redisUri());
            print(papers, spec.commandLine().getOut());
            return report.isClean() && boards.isClean() && results.isClean() && papers.isClean() ? CLEAN : DIFFERS;
        }
    }

    private static BoardReport boards(Config config, Backends backends) throws IOException {
        InstallationKey key = InstallationKey.loadOrCreate(config.keyFile());
        return BoardComparison.run(backends.pgUri(), backends.redisUri(), key);
    }

    /** Redis is a cache: a board it does not hold is counted and is no difference. */
    static void print(BoardReport report, PrintWriter out) {
        out.printf(
                "boards: %d folded from the ledger, %d of them in Redis, %d rows compared, %d differences%n",
                report.boards(),
                report.boards() - report.absent(),
                report.rows(),
                report.differences().size());
        if (report.absent() > 0) {
            out.printf(
                    "boards: %d are not in Redis, which is no difference: it is a cache, written again when they are used%n",
                    report.absent());
        }
        for (BoardReport.Difference difference : report.differences()) {
            out.printf("board %s: %s%n", difference.board(), difference.what());
        }
        out.flush();
    }

    static void print(PublishedReport report, PrintWriter out) {
        out.printf(
                "published results: %d records, %d rows compared with a new fold, %d differences%n",
                report.records(), report.rows(), report.differences().size());
        report.differences().forEach(out::println);
        out.flush();
    }

    static void print(PaperReport report, PrintWriter out) {
        out.printf(
                "mass papers: %d papers, %d chunks, %d entries scored again from their answers, %d rows in Redis compared,"
                        + " %d differences%n",
                report.papers(),
                report.chunks(),
                report.entries(),
                report.rows(),
                report.differences().size());
        report.differences().forEach(out::println);
        out.flush();
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
