package org.leitai.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** Fills an empty, migrated database from a backup, in one transaction. */
public final class BackupLoader {
    /** No keeper of the time that was lost can have counted so far: what it still holds, in memory or Redis, is recognised as old. */
    private static final long TERMS_AHEAD = 1_000_000;

    private final Connection connection;

    /**
     * A loader.
     *
     * @param connection as the role that owns the tables; used alone until the end
     */
    public BackupLoader(Connection connection) {
        this.connection = connection;
    }

    /**
     * Loads all tables and compares what then is there with the manifest.
     *
     * @return what differs; empty when all is as it was
     * @throws DamagedBackup when the database refuses the rows
     */
    public List<String> load(BackupFile file) throws IOException, SQLException {
        connection.setAutoCommit(false);
        List<String> differences = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            differences.addAll(tables(statement, file));
            Heads heads = Heads.read(connection);
            differences.addAll(heads(heads, file.manifest()));
            statement.execute("update stream_head set term = term + " + TERMS_AHEAD);
            connection.commit();
            return differences;
        } catch (SQLException e) {
            connection.rollback();
            throw new DamagedBackup("the rows cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** The triggers that keep a ledger append-only must let its own past in; they are back before the commit. */
    private List<String> tables(Statement statement, BackupFile file) throws IOException, SQLException {
        List<String> differences = new ArrayList<>();
        List<Manifest.Table> tables = file.manifest().tables();
        for (Manifest.Table table : tables.reversed()) {
            statement.execute("alter table \"" + table.name() + "\" disable trigger user");
            statement.execute("delete from \"" + table.name() + "\"");
        }
        for (Manifest.Table table : tables) {
            long rows = fill(table, file);
            if (rows != table.rows()) {
                differences.add(
                        "table %s holds %d rows, the backup says %d".formatted(table.name(), rows, table.rows()));
            }
            statement.execute("alter table \"" + table.name() + "\" enable trigger user");
        }
        return differences;
    }

    private long fill(Manifest.Table table, BackupFile file) throws IOException, SQLException {
        try (InputStream rows = file.rows(table)) {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table.target() + " from stdin", rows);
        }
    }

    private static List<String> heads(Heads there, Manifest manifest) {
        boolean same = there.streams() == manifest.streams()
                && there.events() == manifest.events()
                && there.hash().equals(manifest.heads());
        return same
                ? List.of()
                : List.of("%d streams with %d events, heads %s; the backup says %d, %d, %s"
                        .formatted(
                                there.streams(),
                                there.events(),
                                there.hash(),
                                manifest.streams(),
                                manifest.events(),
                                manifest.heads()));
    }
}
