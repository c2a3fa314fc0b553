package org.leitai.judging.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.leitai.kernel.Act;
import org.leitai.platform.secret.InstallationKey;

/** Reasons people wrote, encrypted; events name them by id. Safe on any thread. */
public final class SecretTexts {
    private static final String PURPOSE = "secret-text";

    private static final String KEEP = """
            insert into secret_text (id, body, created_micros)
            values ($1, $2, $3)
            on conflict (id) do nothing
            """;

    private static final String READ = """
            select id, body
              from secret_text
             where id = any($1)
            """;

    private final Pool pool;
    private final InstallationKey installation;
    private final LongSupplier nowMicros;

    public SecretTexts(Pool pool, InstallationKey installation, LongSupplier nowMicros) {
        this.pool = pool;
        this.installation = installation;
        this.nowMicros = nowMicros;
    }

    /**
     * Keeps a text of one command; the id follows from the command's key, so that a repeated request names the same one.
     *
     * @return the id for the event, {@link Act#NOBODY} for an empty text
     */
    public Future<UUID> keep(UUID commandKey, String text) {
        if (text.isBlank()) {
            return Future.succeededFuture(Act.NOBODY);
        }
        UUID id = UUID.nameUUIDFromBytes(("reason " + commandKey).getBytes(StandardCharsets.UTF_8));
        byte[] sealed = installation.seal(PURPOSE, text.strip().getBytes(StandardCharsets.UTF_8), id.toString());
        return pool.preparedQuery(KEEP)
                .execute(Tuple.of(id, Buffer.buffer(sealed), nowMicros.getAsLong()))
                .map(id);
    }

    /** The texts that are still there, by id. */
    public Future<Map<UUID, String>> read(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        return pool.preparedQuery(READ)
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, String> texts = new HashMap<>();
                    rows.forEach(row -> texts.put(row.getUUID("id"), open(row)));
                    return texts;
                });
    }

    private String open(Row row) {
        byte[] sealed = row.getBuffer("body").getBytes();
        return new String(installation.open(PURPOSE, sealed, row.getUUID("id").toString()), StandardCharsets.UTF_8);
    }
}
