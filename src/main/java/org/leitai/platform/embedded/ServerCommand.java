package org.leitai.platform.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a server's command to its end, with a deadline, and gives what it said.
 *
 * <p>PostgreSQL refuses to run as root. A process in a fresh user namespace has no mapped user and is therefore not
 * root, yet owns the files that root made; so as root every command is started through {@code unshare --user}.
 */
final class ServerCommand {

    private static final String NEEDS_USER =
            "PostgreSQL does not run as root here (no user namespaces); start Leitai as an ordinary user or set LEITAI_PG_URI.";

    record Finished(int code, String output) {

        boolean ok() {
            return code == 0;
        }

        /** The last line that is not empty. */
        String lastLine() {
            return output.lines().filter(line -> !line.isBlank()).reduce("", (before, last) -> last.strip());
        }
    }

    private final boolean root;

    ServerCommand() {
        this.root = isRoot();
    }

    Finished run(int deadlineSeconds, List<String> command) {
        return run(deadlineSeconds, command, "");
    }

    Finished run(int deadlineSeconds, List<String> command, String input) {
        try {
            return runToEnd(deadlineSeconds, command, input);
        } catch (IOException e) {
            throw new CannotStart("%s cannot be run (%s).".formatted(command.getFirst(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while waiting for " + command.getFirst() + ".", e);
        }
    }

    /** Output goes through a file: a server started by the command inherits its descriptors and would keep a pipe open. */
    private Finished runToEnd(int deadlineSeconds, List<String> command, String input)
            throws IOException, InterruptedException {
        Path said = Files.createTempFile("leitai-", ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(asUser(command))
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(deadlineSeconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new CannotStart("%s did not finish within %d s: %s"
                        .formatted(
                                command.getFirst(),
                                deadlineSeconds,
                                Files.readString(said).strip()));
            }
            String output = Files.readString(said);
            if (root && output.startsWith("unshare:")) {
                throw new CannotStart(NEEDS_USER);
            }
            return new Finished(process.exitValue(), output);
        } finally {
            Files.delete(said);
        }
    }

    private List<String> asUser(List<String> command) {
        if (!root) {
            return command;
        }
        List<String> wrapped = new ArrayList<>(List.of("unshare", "--user"));
        wrapped.addAll(command);
        return wrapped;
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }
}
