package org.leitai.platform.backup;

import java.util.List;
import java.util.UUID;
import org.leitai.kernel.doc.CanonicalJson;
import org.leitai.kernel.doc.Doc;
import org.leitai.kernel.doc.DocException;

/**
 * What a backup says about itself.
 *
 * @param program version that made it
 * @param taken when the copy's transaction began, UTC, ISO 8601
 * @param migrations versions that had been applied, in order
 * @param key fingerprint of the installation key
 * @param heads SHA-256 over all heads, hex
 * @param tables in the order in which they can be loaded
 */
public record Manifest(
        String program,
        String taken,
        UUID ledger,
        List<String> migrations,
        String key,
        long streams,
        long events,
        String heads,
        List<Table> tables) {
    static final String FORMAT = "leitai-backup 1";
    static final String ENTRY = "manifest.json";
    static final String HASH_ENTRY = "manifest.sha256";

    public Manifest {
        migrations = List.copyOf(migrations);
        tables = List.copyOf(tables);
    }

    /**
     * One table.
     *
     * @param sha256 of its COPY text, hex
     */
    public record Table(String name, List<String> columns, long rows, String sha256) {
        public Table {
            columns = List.copyOf(columns);
        }

        String entry() {
            return "tables/" + name + ".copy";
        }

        /** For COPY: quoted, because a column may be named like a word of SQL. */
        String target() {
            return "\"" + name + "\" (\"" + String.join("\", \"", columns) + "\")";
        }
    }

    byte[] bytes() {
        return CanonicalJson.write(Doc.obj()
                .put("format", FORMAT)
                .put("program", program)
                .put("taken", taken)
                .put("ledger", ledger)
                .put("migrations", Doc.texts(migrations))
                .put("key", key)
                .put("streams", streams)
                .put("events", events)
                .put("heads", heads)
                .put("tables", tables.stream().map(Manifest::table).toList())
                .build());
    }

    static Manifest read(byte[] bytes) {
        try {
            Doc.Obj document = CanonicalJson.readObject(bytes);
            if (!document.text("format").equals(FORMAT)) {
                throw new DamagedBackup("the file has the format '%s', this program reads '%s'"
                        .formatted(document.text("format"), FORMAT));
            }
            return new Manifest(
                    document.text("program"),
                    document.text("taken"),
                    document.uuid("ledger"),
                    document.texts("migrations"),
                    document.text("key"),
                    document.integer("streams"),
                    document.integer("events"),
                    document.text("heads"),
                    document.objects("tables").stream().map(Manifest::table).toList());
        } catch (DocException e) {
            throw new DamagedBackup("the manifest cannot be read: " + e.getMessage(), e);
        }
    }

    private static Doc.Obj table(Table table) {
        return Doc.obj()
                .put("name", table.name())
                .put("columns", Doc.texts(table.columns()))
                .put("rows", table.rows())
                .put("sha256", table.sha256())
                .build();
    }

    private static Table table(Doc.Obj table) {
        return new Table(table.text("name"), table.texts("columns"), table.integer("rows"), table.text("sha256"));
    }
}
