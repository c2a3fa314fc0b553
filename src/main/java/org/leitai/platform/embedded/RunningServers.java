package org.leitai.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The servers of a data folder that a running program uses, seen from another process of the same person. */
public final class RunningServers {
    /** In {@code postmaster.pid}: process, folder, start, port. */
    private static final int PORT_LINE = 3;

    private RunningServers() {}

    /**
     * PostgreSQL's address for the role that owns the tables.
     *
     * @return empty when no program uses the folder now
     * @throws CannotStart when one does, but its PostgreSQL does not say where it is
     */
    public static Optional<PgAddress> postgres(Path dataFolder) {
        Path root = dataFolder.toAbsolutePath().normalize();
        return DataFolder.isInUse(root) ? Optional.of(address(root)) : Optional.empty();
    }

    private static PgAddress address(Path root) {
        Path pidFile = DataFolder.postgres(root).resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(pidFile);
            int port = Integer.parseInt(lines.get(PORT_LINE).strip());
            Secrets secrets = Secrets.in(DataFolder.secrets(root));
            return new PgAddress("127.0.0.1", port, PostgresCluster.DATABASE, PostgresCluster.OWNER, secrets.owner());
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            throw new CannotStart(
                    "%s is in use, but its PostgreSQL is not running; try again in a moment.".formatted(root), e);
        }
    }
}
