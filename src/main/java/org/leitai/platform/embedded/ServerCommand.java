package org.leitai.platform.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs a server's command to its end, with a deadline, and gives what it said.
 *
 * <p>PostgreSQL refuses to run as root. A process in a fresh user namespace has no mapped user and is therefore not
 * root, yet owns the files that root made; so as root every command is started through {@code unshare --user}.
 */
final class ServerCommand {

    private static final String NEEDS_USER =
            "PostgreSQL does not run as root here (no user namespaces); start Leitai as an ordinary user or set LEITAI_PG_URI.";

    private static final int TRIAL_SECONDS = 10;

    record Finished(int code, String output) {

        boolean ok() {
            return code == 0;
        }

        /** The last line that is not empty. */
        String lastLine() {
            return output.lines().filter(line -> !line.isBlank()).reduce("", (before, last) -> last.strip());
        }
    }

    private final List<String> wrapper;

    ServerCommand() {
        this(isRoot() ? List.of("unshare", "--user") : List.of());
    }

    /**
     * Runs commands inside another.
     *
     * @param wrapper what makes root an ordinary user for the rest of its line; empty where that is not needed
     */
    ServerCommand(List<String> wrapper) {
        this.wrapper = List.copyOf(wrapper);
    }

    Finished run(int deadlineSeconds, List<String> command) {
        return run(deadlineSeconds, command, "");
    }

    Finished run(int deadlineSeconds, List<String> command, String input) {
        try {
            return runToEnd(deadlineSeconds, command, input);
        } catch (IOException e) {
            throw cannotRun(command, String.valueOf(e.getMessage()), e);
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
            var finished = new Finished(process.exitValue(), Files.readString(said));
            if (isOfTheWrapper(finished)) {
                throw cannotRun(command, finished.lastLine(), null);
            }
            return finished;
        } finally {
            Files.delete(said);
        }
    }

    private List<String> asUser(List<String> command) {
        List<String> wrapped = new ArrayList<>(wrapper);
        wrapped.addAll(command);
        return wrapped;
    }

    /** The wrapper begins what it says with its own name; also when it could not run the program, which is another fault. */
    private boolean isOfTheWrapper(Finished finished) {
        return !wrapper.isEmpty()
                && !finished.ok()
                && finished.output().startsWith(Path.of(wrapper.getFirst()).getFileName() + ":");
    }

    private CannotStart cannotRun(List<String> command, String why, @Nullable Exception cause) {
        return wrapper.isEmpty() || wrapperWorks()
                ? new CannotStart("%s cannot be run (%s).".formatted(command.getFirst(), why), cause)
                : new CannotStart(NEEDS_USER, cause);
    }

    /** Whether it was not the wrapper's fault. Its words differ by system and release; this does not depend on them. */
    private boolean wrapperWorks() {
        try {
            Process nothing = new ProcessBuilder(asUser(List.of("true")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return nothing.waitFor(TRIAL_SECONDS, TimeUnit.SECONDS) && nothing.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }
}
