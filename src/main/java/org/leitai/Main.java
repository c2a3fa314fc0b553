package org.leitai;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code leitai demo | serve | verify}. */
@Command(
        name = "leitai",
        description = "Runs trade-union skills contests: entries, marks, boards, results.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Main implements Runnable {

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
