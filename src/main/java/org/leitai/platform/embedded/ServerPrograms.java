package org.leitai.platform.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The servers' executables, unpacked from the jars on the class path into a folder that later starts find again. A
 * folder is named after the archive's checksum, so a new release never runs from an old folder.
 */
final class ServerPrograms {

    private static final int OWNER_EXECUTES = 0100;

    private record Platform(String postgres, String redis) {}

    private static final Map<String, Platform> PLATFORMS = Map.of(
            "amd64", new Platform("postgres-linux-x86_64.txz", "redis-server-6.2.6-v5-linux-amd64"),
            "aarch64", new Platform("postgres-linux-arm_64.txz", "redis-server-6.2.7-linux-arm64"));

    private final Path folder;

    ServerPrograms(Path folder) {
        this.folder = folder;
    }

    /** The folder with {@code bin/}, {@code lib/} and {@code share/}. */
    Path postgres() {
        return unpacked("postgres", platform().postgres(), ServerPrograms::untar);
    }

    /** The folder with {@code redis-server}. */
    Path redis() {
        return unpacked("redis", platform().redis(), (in, target) -> copy(in, target.resolve("redis-server"), true));
    }

    private static Platform platform() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "");
        Platform platform = os.equals("linux") ? PLATFORMS.get(arch) : null;
        if (platform == null) {
            throw new CannotStart(
                    "No PostgreSQL and Redis come along for %s on %s; name your own servers with LEITAI_PG_URI and LEITAI_REDIS_URI."
                            .formatted(os, arch));
        }
        return platform;
    }

    private interface Unpacking {
        void unpack(InputStream in, Path target) throws IOException;
    }

    private Path unpacked(String name, String resource, Unpacking unpacking) {
        URL archive = ServerPrograms.class.getResource("/" + resource);
        if (archive == null) {
            throw new CannotStart("The file %s is missing from the program's lib folder; unpack the distribution again."
                    .formatted(resource));
        }
        try {
            URLConnection connection = archive.openConnection();
            Path target = folder.resolve("%s-%08x".formatted(name, checksum(connection)));
            if (!Files.isDirectory(target)) {
                unpackBeside(target, connection, unpacking);
            }
            return target;
        } catch (IOException e) {
            throw new CannotStart(
                    "%s cannot be unpacked into %s (%s); make room there, or move that folder away."
                            .formatted(name, folder, e.getClass().getSimpleName()),
                    e);
        }
    }

    private static long checksum(URLConnection connection) throws IOException {
        return connection instanceof JarURLConnection jar
                ? jar.getJarEntry().getCrc()
                : connection.getContentLengthLong();
    }

    /** Unpacks into a neighbour and renames it, so a folder that exists is whole. */
    private void unpackBeside(Path target, URLConnection connection, Unpacking unpacking) throws IOException {
        Files.createDirectories(folder);
        Path fresh = Files.createTempDirectory(folder, "unpacking-");
        try (InputStream in = connection.getInputStream()) {
            unpacking.unpack(in, fresh);
        }
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            deleteTree(fresh);
            if (!Files.isDirectory(target)) {
                throw e; // not a race with another process that unpacked the same archive
            }
        }
    }

    private static void untar(InputStream in, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("the archive reaches outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    copy(tar, path, (entry.getMode() & OWNER_EXECUTES) != 0);
                }
            }
        }
    }

    private static void copy(InputStream in, Path path, boolean executable) throws IOException {
        Files.createDirectories(path.getParent());
        Files.copy(in, path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            paths.sorted(Comparator.reverseOrder()).forEach(ServerPrograms::delete);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
