package org.leitai.results.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.LongSupplier;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.CanonicalJson;
import org.leitai.kernel.doc.Doc;

/** Published tables, byte by byte under their hash. Safe on any thread. */
public final class PublishedResults {
    private static final String KEEP = """
            insert into published_result (discipline, record_hash, body, created_micros)
            values ($1, $2, $3, $4)
            on conflict (discipline, record_hash) do nothing
            """;

    private static final String READ = """
            select body
              from published_result
             where discipline = $1 and record_hash = $2
            """;

    private static final String ALL = """
            select record_hash, body
              from published_result
             where discipline = $1
            """;

    private final Pool pool;
    private final LongSupplier nowMicros;

    public PublishedResults(Pool pool, LongSupplier nowMicros) {
        this.pool = pool;
        this.nowMicros = nowMicros;
    }

    /** Keeps a record; answers its hash. */
    public Future<String> keep(StreamId discipline, Doc.Obj record) {
        byte[] body = CanonicalJson.write(record);
        String hash = hash(body);
        return pool.preparedQuery(KEEP)
                .execute(Tuple.of(discipline.value(), hash, Buffer.buffer(body), nowMicros.getAsLong()))
                .map(hash);
    }

    /** The record of that hash; fails when it is missing or no longer the one that was issued. */
    public Future<Doc.Obj> read(StreamId discipline, String hash) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(discipline.value(), hash))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw new IllegalStateException("the published record " + hash + " is missing");
                    }
                    byte[] body = rows.iterator().next().getBuffer("body").getBytes();
                    if (!hash(body).equals(hash)) {
                        throw new IllegalStateException("the published record " + hash + " was changed");
                    }
                    return CanonicalJson.readObject(body);
                });
    }

    /** Every record kept for a discipline that still is what its hash says, by hash. */
    public Future<Map<String, Doc.Obj>> all(StreamId discipline) {
        return pool.preparedQuery(ALL).execute(Tuple.of(discipline.value())).map(rows -> {
            Map<String, Doc.Obj> records = new HashMap<>();
            rows.forEach(row -> {
                byte[] body = row.getBuffer("body").getBytes();
                if (hash(body).equals(row.getString("record_hash"))) {
                    records.put(row.getString("record_hash"), CanonicalJson.readObject(body));
                }
            });
            return records;
        });
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
