package org.leitai.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A backup to read. */
public final class BackupFile implements AutoCloseable {
    private static final int MOST_MANIFEST_BYTES = 1 << 20;

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens the file and reads what it says about itself; {@link #check} reads the rest.
     *
     * @throws DamagedBackup when it is no backup, or its manifest is damaged
     */
    public static BackupFile open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw new DamagedBackup(file + " is no whole backup: " + e.getMessage(), e);
        }
        try {
            return new BackupFile(zip, manifest(zip));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /**
     * Reads everything once and compares it with the manifest, before any database is touched.
     *
     * @throws DamagedBackup naming the first table that differs
     */
    public void check() throws IOException {
        for (Manifest.Table table : manifest.tables()) {
            MessageDigest digest = Heads.sha256();
            try (InputStream in = new DigestInputStream(rows(table), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            } catch (ZipException e) {
                throw new DamagedBackup("table " + table.name() + " is damaged: " + e.getMessage(), e);
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(table.sha256())) {
                throw new DamagedBackup("table " + table.name() + " is damaged: its SHA-256 is not the manifest's");
            }
        }
    }

    InputStream rows(Manifest.Table table) throws IOException {
        return entry(zip, table.entry());
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        try (InputStream in = entry(zip, Manifest.ENTRY);
                InputStream hash = entry(zip, Manifest.HASH_ENTRY)) {
            byte[] bytes = in.readNBytes(MOST_MANIFEST_BYTES);
            String said = new String(hash.readNBytes(64), StandardCharsets.US_ASCII);
            if (!HexFormat.of().formatHex(Heads.sha256().digest(bytes)).equals(said)) {
                throw new DamagedBackup("the manifest is damaged: its SHA-256 is another");
            }
            return Manifest.read(bytes);
        } catch (ZipException e) {
            throw new DamagedBackup("the manifest is damaged: " + e.getMessage(), e);
        }
    }

    private static InputStream entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new DamagedBackup(name + " is missing in the file");
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
