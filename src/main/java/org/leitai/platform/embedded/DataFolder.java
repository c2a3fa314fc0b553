package org.leitai.platform.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder that belongs to one running program: marked as ours, and locked for as long as this object is open. */
final class DataFolder implements AutoCloseable {

    /** Raised when the layout changes in a way that an older program would misread. */
    private static final String FORMAT = "leitai-data 1";

    private static final int FORMAT_SHOWN = 40;

    private static final String LOCK = "leitai.lock";

    private final Path root;
    private final FileChannel channel;

    private DataFolder(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /** Makes or opens the folder. Refuses one that holds other things, has another format, or is in use. */
    static DataFolder open(Path path) {
        Path root = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            mark(root);
            return new DataFolder(root, lock(root));
        } catch (IOException e) {
            throw new CannotStart(
                    "The data folder %s cannot be written (%s); name a folder of yours with LEITAI_DATA."
                            .formatted(root, e.getClass().getSimpleName()),
                    e);
        }
    }

    /** Whether a program holds the lock of a folder now; makes nothing. */
    static boolean isInUse(Path root) {
        Path file = root.resolve(LOCK);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return tryLock(channel) == null;
        } catch (IOException e) {
            throw new CannotStart(
                    "The data folder %s cannot be read (%s); name the right one with LEITAI_DATA."
                            .formatted(root, e.getClass().getSimpleName()),
                    e);
        }
    }

    /** Made with the folder. New ones would not open a cluster that was made with the old. */
    Secrets passwords() {
        if (!Files.exists(secrets(root)) && Files.exists(postgres())) {
            throw new CannotStart(
                    "%s with the servers' passwords is missing; bring it back, or move %s away and bring your backup in with leitai restore."
                            .formatted(secrets(root), root));
        }
        return Secrets.in(secrets(root));
    }

    static Path secrets(Path root) {
        return root.resolve("servers.secret");
    }

    Path postgres() {
        return postgres(root);
    }

    static Path postgres(Path root) {
        return root.resolve("postgres");
    }

    Path redis() {
        return root.resolve("redis");
    }

    Path log(String server) {
        return root.resolve("log").resolve(server + ".log");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("the lock of " + root + " could not be given back", e);
        }
    }

    private static void mark(Path root) throws IOException {
        Path format = root.resolve("FORMAT");
        if (!Files.exists(format)) {
            if (!isEmpty(root)) {
                throw new CannotStart(
                        "%s holds files that are not Leitai's; name an empty or new folder with LEITAI_DATA."
                                .formatted(root));
            }
            Files.writeString(format, FORMAT + "\n");
            return;
        }
        // Whatever bytes stand there: a foreign file of that name must not end in a decoder's words.
        String found = Files.readString(format, StandardCharsets.ISO_8859_1).strip();
        if (!found.equals(FORMAT)) {
            throw new CannotStart(
                    "%s says '%s', this program reads folders that say '%s'; use the program that made it, or name another folder with LEITAI_DATA."
                            .formatted(format, printable(found), FORMAT));
        }
    }

    private static String printable(String found) {
        return found.substring(0, Math.min(found.length(), FORMAT_SHOWN)).replaceAll("[^ -~]", "?");
    }

    private static boolean isEmpty(Path root) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.findAny().isEmpty();
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        Path file = root.resolve(LOCK);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            String holder = Files.readString(file).strip();
            channel.close();
            throw new CannotStart("%s is in use by process %s; stop that one or name another folder with LEITAI_DATA."
                    .formatted(root, holder.isEmpty() ? "(unknown)" : holder));
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    /** The lock goes away with the channel, also when the program is killed; null when another holds it. */
    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this same JVM
        }
    }
}
