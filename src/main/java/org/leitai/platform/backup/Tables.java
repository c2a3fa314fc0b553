package org.leitai.platform.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of a database, as it describes itself: nothing that a migration adds can be forgotten. */
final class Tables {
    /** Flyway's own, made anew by the migrations; and states that are computed again from the ledger. */
    private static final Set<String> NOT_COPIED = Set.of("flyway_schema_history", "stream_snapshot");

    /** Transaction ids mean something in one database cluster only: a copy gets its own. */
    private static final String COLUMNS = """
            select c.relname, a.attname
              from pg_class c join pg_attribute a on a.attrelid = c.oid
             where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
               and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype
             order by c.relname, a.attnum""";

    private static final String REFERENCES = """
            select conrelid::regclass::text, confrelid::regclass::text
              from pg_constraint
             where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid""";

    private Tables() {}

    /** Columns by table; a table comes after those that it refers to. */
    static Map<String, List<String>> inLoadingOrder(Connection connection) throws SQLException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (String[] pair : pairs(connection, COLUMNS)) {
            if (!NOT_COPIED.contains(pair[0])) {
                columns.computeIfAbsent(pair[0], table -> new ArrayList<>()).add(pair[1]);
            }
        }
        List<String[]> references = pairs(connection, REFERENCES);
        Map<String, List<String>> ordered = new LinkedHashMap<>();
        while (ordered.size() < columns.size()) {
            String next = columns.keySet().stream()
                    .filter(table -> !ordered.containsKey(table))
                    .filter(table -> references.stream()
                            .noneMatch(pair -> pair[0].equals(table) && !ordered.containsKey(pair[1])))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("tables refer to each other in a circle"));
            ordered.put(next, columns.get(next));
        }
        return ordered;
    }

    static List<String> migrations(Connection connection) throws SQLException {
        return texts(
                connection,
                "select version from flyway_schema_history where version is not null and success order by installed_rank");
    }

    static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static List<String[]> pairs(Connection connection, String sql) throws SQLException {
        List<String[]> pairs = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                pairs.add(new String[] {rows.getString(1), rows.getString(2)});
            }
        }
        return pairs;
    }
}
