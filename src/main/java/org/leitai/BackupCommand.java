package org.leitai;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.leitai.platform.backup.BackupWriter;
import org.leitai.platform.backup.Manifest;
import org.leitai.platform.embedded.CannotStart;
import org.leitai.platform.embedded.PgAddress;
import org.leitai.platform.embedded.RunningServers;
import org.leitai.platform.secret.InstallationKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leitai backup}: ledger and tables of one moment in one file, also while contests run. */
@Command(
        name = "backup",
        description = {
            "Copies ledger and tables, as they are at one moment, into one file; also while Leitai runs.",
            "The installation key is not in it: keep that file apart, names cannot be read without it."
        },
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "the file to write; it must not exist")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path to;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Config config = Config.of(System.getenv(), "127.0.0.1");
        Optional<PgAddress> reachable = config.pgUri().isPresent()
                ? Optional.of(Backends.ownerOf(config))
                : RunningServers.postgres(config.dataFolder());
        if (reachable.isPresent()) {
            return write(config, reachable.get());
        }
        try (Running parts = Running.untilSignal()) {
            return write(config, parts.start(() -> Backends.open(config)).owner());
        }
    }

    private int write(Config config, PgAddress database) throws IOException {
        if (!Files.exists(config.keyFile())) {
            throw new CannotStart(
                    "%s is missing: the installation key belongs to this data; name it with LEITAI_KEY_FILE."
                            .formatted(config.keyFile()));
        }
        InstallationKey key = InstallationKey.loadOrCreate(config.keyFile());
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            Manifest manifest = new BackupWriter(
                            connection,
                            Version.current(),
                            key.print(),
                            Clock.systemUTC().instant())
                    .write(to.toAbsolutePath());
            print(config, manifest, spec.commandLine().getOut());
            return 0;
        } catch (FileAlreadyExistsException e) {
            throw new CannotStart(to + " exists already; name a new file.", e);
        } catch (SQLException e) {
            throw new CannotStart("%s cannot be copied: %s".formatted(database, e.getMessage()), e);
        }
    }

    private void print(Config config, Manifest manifest, PrintWriter out) {
        out.printf(
                "backup %s: %d streams, %d events, %d rows in %d tables; heads %s%n",
                to,
                manifest.streams(),
                manifest.events(),
                manifest.tables().stream().mapToLong(Manifest.Table::rows).sum(),
                manifest.tables().size(),
                manifest.heads());
        out.printf(
                "The installation key %s is not in it. Keep a copy of it apart: without it names cannot be read.%n",
                config.keyFile());
        out.flush();
    }
}
