package org.leitai.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.words.RulebookWords;
import org.leitai.rulebook.yaml.RulebookLibrary;
import org.leitai.scoring.Scorer;
import org.leitai.scoring.fold.ScoringEvent.StageClosed;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leitai rulebook check | explain | diff | schema}. */
@Command(
        name = "rulebook",
        mixinStandardHelpOptions = true,
        description = "Checks, explains and compares rulebooks.",
        subcommands = {
            RulebookCommand.Check.class,
            RulebookCommand.Explain.class,
            RulebookCommand.Diff.class,
            RulebookCommand.Schema.class
        })
public final class RulebookCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getErr());
        }
    }

    /** What the subcommands share: streams, and one line for every failure. */
    abstract static class Sub implements Callable<Integer> {
        @Spec
        private @Nullable CommandSpec spec;

        PrintWriter out() {
            return line().getOut();
        }

        PrintWriter err() {
            return line().getErr();
        }

        private CommandLine line() {
            if (spec == null) {
                throw new IllegalStateException("run by picocli");
            }
            return spec.commandLine();
        }

        @Override
        public Integer call() {
            try {
                return run();
            } catch (InputError e) {
                err().println(e.getMessage());
                return 1;
            } catch (IOException e) {
                err().println("cannot read（无法读取）: " + e.getMessage());
                return 1;
            }
        }

        abstract int run() throws IOException;
    }

    /** Finds what is wrong. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Says what is wrong with a rulebook, with line and column.")
    static final class Check extends Sub {
        @Parameters(paramLabel = "R.yaml")
        private Path file = Path.of("");

        @Override
        int run() throws IOException {
            var rulebook = RulebookFile.check(file, err());
            if (rulebook == null) {
                return 1;
            }
            out().println("ok " + rulebook.id() + " " + rulebook.version() + " " + rulebook.hash());
            out().flush();
            return 0;
        }
    }

    /** Says it in words. */
    @Command(name = "explain", mixinStandardHelpOptions = true, description = "Says in words what a rulebook does.")
    static final class Explain extends Sub {
        @Parameters(paramLabel = "R.yaml")
        private Path file = Path.of("");

        @Mixin
        private Wording wording = new Wording();

        @Override
        int run() throws IOException {
            var rulebook = RulebookFile.read(file, err());
            if (rulebook == null) {
                return 1;
            }
            out().println(RulebookWords.full(rulebook, wording.language()));
            out().flush();
            return 0;
        }
    }

    /** What editors need. */
    @Command(
            name = "schema",
            mixinStandardHelpOptions = true,
            description = "Prints the JSON Schema of rulebooks, for editors.")
    static final class Schema extends Sub {
        @Override
        int run() {
            out().print(RulebookLibrary.schema());
            out().flush();
            return 0;
        }
    }

    /** What another version would change. */
    @Command(
            name = "diff",
            mixinStandardHelpOptions = true,
            description = "Says what another version of a rulebook would change in results.")
    static final class Diff extends Sub {
        @Parameters(index = "0", paramLabel = "A.yaml")
        private Path before = Path.of("");

        @Parameters(index = "1", paramLabel = "B.yaml")
        private Path after = Path.of("");

        @Mixin
        private ScoredFiles files = new ScoredFiles();

        @Override
        int run() throws IOException {
            var first = RulebookFile.read(before, err());
            var second = RulebookFile.read(after, err());
            if (first == null || second == null) {
                return 1;
            }
            var old = scored(first);
            var now = old == null ? null : scored(second);
            if (old == null || now == null) {
                return 1;
            }
            var changes = old.diff(now);
            changes.forEach(change -> out().println(change.entry() + ": "
                    + shown(change.rankBefore()) + " " + shown(change.totalBefore()) + " " + shown(change.awardBefore())
                    + " → "
                    + shown(change.rankAfter()) + " " + shown(change.totalAfter()) + " " + shown(change.awardAfter())));
            out().println(changes.size() + " rows differ（" + changes.size() + " 行不同）");
            out().flush();
            return 0;
        }

        private static String shown(@Nullable Object value) {
            return value == null ? "–" : value.toString();
        }

        private @Nullable Scorer scored(Rulebook rulebook) throws IOException {
            var read = files.read(rulebook, err());
            if (read == null) {
                return null;
            }
            var scorer = read.scorer();
            rulebook.stages().forEach(stage -> scorer.apply(new StageClosed(stage.id())));
            return scorer;
        }
    }
}
