package org.leitai.registration;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.http.Json;
import org.leitai.platform.secret.InstallationKey;

/**
 * Sealed stages' numbers and the seed behind their commitment, encrypted. Only the encryption officer's table and the opening of
 * identities read them. Safe on any thread.
 */
public final class SealedDraws {
    private static final String PURPOSE = "sealed-draw";

    private static final String KEEP = """
            insert into sealed_draw (discipline, stage, commitment, body, officer, created_micros)
            values ($1, $2, $3, $4, $5, $6)
            on conflict do nothing
            """;

    private static final String READ = """
            select discipline, stage, commitment, body
              from sealed_draw
             where discipline = $1 and stage = $2 and commitment = $3
            """;

    private static final String NEWEST = """
            select discipline, stage, commitment, body
              from sealed_draw
             where discipline = $1 and stage = $2
             order by created_micros desc, commitment
             limit 1
            """;

    private static final String DROP =
            "delete from sealed_draw where discipline = $1 and stage = $2 and commitment = $3";

    private final Pool pool;
    private final InstallationKey installation;
    private final LongSupplier nowMicros;

    public SealedDraws(Pool pool, InstallationKey installation, LongSupplier nowMicros) {
        this.pool = pool;
        this.installation = installation;
        this.nowMicros = nowMicros;
    }

    /**
     * Numbers of a sealed stage.
     *
     * @param seed hex of the 32 random bytes behind the commitment
     * @param numbers entry → number, in the order of the numbers
     */
    public record Draw(StreamId discipline, String stage, String commitment, String seed, Map<UUID, String> numbers) {
        /** Never prints the join that must stay secret. */
        @Override
        public String toString() {
            return "Draw[" + discipline + ", " + stage + "]";
        }
    }

    Future<Void> keep(Draw draw, UUID officer) {
        Tuple row = Tuple.of(
                draw.discipline().value(),
                draw.stage(),
                draw.commitment(),
                Buffer.buffer(installation.seal(PURPOSE, Json.buffer(body(draw)).getBytes(), context(draw))),
                officer,
                nowMicros.getAsLong());
        return pool.preparedQuery(KEEP).execute(row).mapEmpty();
    }

    /** The draw behind that commitment of the ledger; completes with null when this installation does not hold it. */
    public Future<@Nullable Draw> find(StreamId discipline, String stage, String commitment) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(discipline.value(), stage, commitment))
                .map(rows -> rows.size() == 0 ? null : open(rows.iterator().next()));
    }

    /** The draw that was made last for that stage; completes with null before the first. */
    Future<@Nullable Draw> newest(StreamId discipline, String stage) {
        return pool.preparedQuery(NEWEST)
                .execute(Tuple.of(discipline.value(), stage))
                .map(rows -> rows.size() == 0 ? null : open(rows.iterator().next()));
    }

    /** Forgets a draw that the ledger refused. */
    Future<Void> drop(Draw draw) {
        return pool.preparedQuery(DROP)
                .execute(Tuple.of(draw.discipline().value(), draw.stage(), draw.commitment()))
                .mapEmpty();
    }

    private Draw open(Row row) {
        Draw closed = new Draw(
                new StreamId(row.getUUID("discipline")),
                row.getString("stage"),
                row.getString("commitment"),
                "",
                Map.of());
        byte[] plain = installation.open(PURPOSE, row.getBuffer("body").getBytes(), context(closed));
        Doc.Obj body = Json.obj(Buffer.buffer(plain));
        Map<UUID, String> numbers = new LinkedHashMap<>();
        body.objects("numbers").forEach(link -> numbers.put(link.uuid("entry"), link.text("number")));
        return new Draw(closed.discipline(), closed.stage(), closed.commitment(), body.text("seed"), numbers);
    }

    private static Doc.Obj body(Draw draw) {
        List<Doc.Obj> numbers = draw.numbers().entrySet().stream()
                .map(link -> Doc.obj()
                        .put("entry", link.getKey())
                        .put("number", link.getValue())
                        .build())
                .toList();
        return Doc.obj().put("seed", draw.seed()).put("numbers", numbers).build();
    }

    private static String context(Draw draw) {
        return draw.discipline() + "/" + draw.stage() + "/" + draw.commitment();
    }
}
