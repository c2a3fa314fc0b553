package org.leitai.platform.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/** Writes one backup. */
public final class BackupWriter {
    private final Connection connection;
    private final String program;
    private final String key;
    private final Instant now;

    /**
     * A writer from a database.
     *
     * @param connection with the rights to read all tables; used alone until the end
     * @param program this program's version
     * @param key fingerprint of the installation key
     */
    public BackupWriter(Connection connection, String program, String key, Instant now) {
        this.connection = connection;
        this.program = program;
        this.key = key;
        this.now = now;
    }

    /**
     * Writes the file, readable by its owner only; under its name it appears when it is whole and on disk.
     *
     * @throws FileAlreadyExistsException when there is one of that name
     * @throws SQLException when the database cannot be read
     */
    public Manifest write(Path file) throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        try (FileChannel channel = FileChannel.open(
                part,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            // The stream is not closed: that would close the channel before its bytes are forced to disk.
            @SuppressWarnings("resource")
            ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(channel), StandardCharsets.UTF_8);
            Manifest manifest = copy(zip);
            zip.finish();
            channel.force(true);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** All in one transaction: what is recorded meanwhile is in the next backup. */
    private Manifest copy(ZipOutputStream zip) throws IOException, SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
            List<Manifest.Table> tables = new ArrayList<>();
            for (Map.Entry<String, List<String>> table :
                    Tables.inLoadingOrder(connection).entrySet()) {
                tables.add(table(zip, new Manifest.Table(table.getKey(), table.getValue(), 0, "")));
            }
            Heads heads = Heads.read(connection);
            Manifest manifest = new Manifest(
                    program,
                    now.toString(),
                    UUID.fromString(Tables.texts(connection, "select id from ledger_identity")
                            .getFirst()),
                    Tables.migrations(connection),
                    key,
                    heads.streams(),
                    heads.events(),
                    heads.hash(),
                    tables);
            close(zip, manifest);
            return manifest;
        } finally {
            connection.rollback();
        }
    }

    private Manifest.Table table(ZipOutputStream zip, Manifest.Table table) throws IOException, SQLException {
        MessageDigest digest = Heads.sha256();
        zip.putNextEntry(new ZipEntry(table.entry()));
        OutputStream hashed = new DigestOutputStream(new StaysOpen(zip), digest);
        long rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy " + table.target() + " to stdout", hashed);
        zip.closeEntry();
        return new Manifest.Table(
                table.name(), table.columns(), rows, HexFormat.of().formatHex(digest.digest()));
    }

    private static void close(ZipOutputStream zip, Manifest manifest) throws IOException {
        byte[] bytes = manifest.bytes();
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(bytes);
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry(Manifest.HASH_ENTRY));
        zip.write(HexFormat.of().formatHex(Heads.sha256().digest(bytes)).getBytes(StandardCharsets.US_ASCII));
        zip.closeEntry();
    }

    /** An entry's end is not the archive's. */
    private static final class StaysOpen extends java.io.FilterOutputStream {
        StaysOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
