package org.leitai;

import java.io.PrintWriter;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leitai.cli.RulebookCommand;
import org.leitai.cli.ScoreCommand;
import org.leitai.platform.embedded.CannotStart;
import org.leitai.settings.InvalidSettings;
import org.leitai.settings.SettingsPage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The command line: {@code leitai demo | serve | verify | backup | restore | score | rulebook}. */
@Command(
        name = "leitai",
        description = "Runs trade-union skills contests: entries, marks, boards, results.",
        mixinStandardHelpOptions = true,
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            VerifyCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            WarmUpCommand.class,
            ScoreCommand.class,
            RulebookCommand.class
        },
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it was done",
            "1:verify or restore found a difference, or something unforeseen happened",
            "2:the command line or a setting is wrong",
            "3:it cannot start here; the line printed says what to do"
        },
        footerHeading = "%nSettings, as environment variables [preset]:%n")
public final class Main implements Runnable {

    /** A setting is wrong. */
    static final int WRONG_SETTING = CommandLine.ExitCode.USAGE;

    /** A port is taken, a folder is foreign, a server does not run. */
    static final int CANNOT_START = 3;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler(Main::explain);
        line.getCommandSpec()
                .usageMessage()
                .footer(SettingsPage.help().stream()
                        .map(text -> text.replace("%", "%%"))
                        .toArray(String[]::new));
        return line;
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    /** What a person can mend is one line; anything else is a fault of ours and keeps its trace. */
    private static int explain(Exception failure, CommandLine line, ParseResult parsed) {
        Optional<Throwable> known = causes(failure)
                .filter(cause -> cause instanceof CannotStart || cause instanceof InvalidSettings || isPortInUse(cause))
                .findFirst();
        if (known.isEmpty()) {
            failure.printStackTrace(line.getErr());
            return CommandLine.ExitCode.SOFTWARE;
        }
        line.getErr().println("leitai: " + sentence(known.get()));
        return known.get() instanceof InvalidSettings ? WRONG_SETTING : CANNOT_START;
    }

    private static String sentence(Throwable known) {
        String message = Optional.ofNullable(known.getMessage())
                .orElse(known.getClass().getSimpleName())
                .lines()
                .collect(Collectors.joining(" "));
        return isPortInUse(known)
                ? "a port is in use (%s); name others with LEITAI_HTTP_PORT and LEITAI_HTTPS_PORT."
                        .formatted(message.toLowerCase(Locale.ROOT))
                : message;
    }

    /** The native transport reports it with an exception of its own. */
    private static boolean isPortInUse(Throwable failure) {
        return failure instanceof BindException
                || Optional.ofNullable(failure.getMessage()).orElse("").contains("Address already in use");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
