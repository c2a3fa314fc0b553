package org.leitai;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.leitai.platform.backup.BackupFile;
import org.leitai.platform.backup.DamagedBackup;
import org.leitai.platform.backup.Manifest;
import org.leitai.platform.embedded.CannotStart;
import org.leitai.platform.secret.InstallationKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leitai restore}: brings a backup into a database of its own, proves it, and only then lets it take the other's place. */
@Command(
        name = "restore",
        description = {
            "Proves a backup in a scratch database; when all agrees, that takes the place of the one in use.",
            "Every chain is recomputed, the ledger folded and compared with the published results and with what the backup",
            "says. The database that was in use is kept under a new name. Stop Leitai first (not for --check-only with",
            "your own PostgreSQL). The installation key that belongs to the backup must be in its place."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the backup is whole and, without --check-only, restored",
            "1:it is damaged or differs, or the installation key is another; nothing was changed",
            "3:it cannot be tried here; the line printed says what to do"
        })
final class RestoreCommand implements Callable<Integer> {
    static final int DIFFERS = 1;

    @Option(names = "--from", required = true, paramLabel = "FILE", description = "the backup")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path from;

    @Option(names = "--check-only", description = "prove the backup, then throw the scratch database away")
    private boolean checkOnly;

    @Option(
            names = "--without-key",
            description = "go on although the installation key is lost: scores stay, names cannot be read any more")
    private boolean withoutKey;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Config config = Config.of(System.getenv(), "127.0.0.1");
        PrintWriter out = spec.commandLine().getOut();
        try (BackupFile file = BackupFile.open(from.toAbsolutePath())) {
            print(file.manifest(), out);
            file.check();
            out.println("file: every hash agrees");
            boolean keyFits = keyFits(config, file.manifest(), out);
            if (!keyFits && !withoutKey) {
                return DIFFERS;
            }
            try (Running parts = Running.untilSignal()) {
                Backends backends = parts.start(() -> Backends.open(config));
                Restore restore = new Restore(backends.owner(), backends.admin(), out, Clock.systemUTC());
                return restore.run(file, keyFits ? InstallationKey.loadOrCreate(config.keyFile()) : null, checkOnly)
                        ? 0
                        : DIFFERS;
            }
        } catch (DamagedBackup e) {
            out.println("damaged: " + e.getMessage());
            return DIFFERS;
        } catch (NoSuchFileException e) {
            throw new CannotStart(from + " does not exist.", e);
        } finally {
            out.flush();
        }
    }

    private void print(Manifest manifest, PrintWriter out) {
        out.printf(
                "backup %s of %s, made by Leitai %s: ledger %s, %d streams, %d events, %d rows in %d tables; heads %s%n",
                from,
                manifest.taken(),
                manifest.program(),
                manifest.ledger(),
                manifest.streams(),
                manifest.events(),
                manifest.tables().stream().mapToLong(Manifest.Table::rows).sum(),
                manifest.tables().size(),
                manifest.heads());
    }

    private static boolean keyFits(Config config, Manifest manifest, PrintWriter out) throws java.io.IOException {
        if (!Files.exists(config.keyFile())) {
            out.printf("key: %s is missing; bring back the copy you keep apart from the backups%n", config.keyFile());
            return false;
        }
        boolean fits = InstallationKey.loadOrCreate(config.keyFile()).print().equals(manifest.key());
        out.printf(
                fits
                        ? "key: %s is the one this backup needs%n"
                        : "key: %s is not the one this backup needs; with it no name could be read%n",
                config.keyFile());
        return fits;
    }
}
