package org.leitai.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.arena.KeeperSettings;
import org.leitai.platform.arena.Keepers;
import org.leitai.platform.arena.LocalGateway;
import org.leitai.platform.cluster.ClusterGateway;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.gateway.Ids;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.gateway.Placement;
import org.leitai.platform.gateway.UnavailableException;
import org.leitai.platform.ledger.AppendSettings;
import org.leitai.platform.ledger.Appender;
import org.leitai.platform.ledger.Ledger;
import org.leitai.platform.ledger.Streams;

/** A node's ledger, keepers and gateway, keeping {@link Tally} streams, without HTTP and boards. */
public final class LedgerNode {
    private static final long PATIENCE_SECONDS = 20;

    private final Pool pool;
    private final Keepers keepers;
    private final MeterRegistry meters;
    private @Nullable Gateway gateway;

    private LedgerNode(Pool pool, Keepers keepers, MeterRegistry meters) {
        this.pool = pool;
        this.keepers = keepers;
        this.meters = meters;
    }

    public static LedgerNode start(Vertx vertx, String pgUri) throws Exception {
        return start(vertx, pgUri, KeeperSettings.standard(), AppendSettings.standard(), Clock.systemUTC());
    }

    public static LedgerNode start(
            Vertx vertx, String pgUri, KeeperSettings settings, AppendSettings append, Clock clock) throws Exception {
        LedgerNode node = start(vertx, pgUri, settings, append, clock, Ids.next(), new Tally());
        node.gateway = new LocalGateway(vertx, node.keepers);
        return node;
    }

    /** A node alone with a program of its own. */
    public static LedgerNode start(Vertx vertx, String pgUri, Tally tally) throws Exception {
        LedgerNode node = start(
                vertx,
                pgUri,
                KeeperSettings.standard(),
                AppendSettings.standard(),
                Clock.systemUTC(),
                Ids.next(),
                tally);
        node.gateway = new LocalGateway(vertx, node.keepers);
        return node;
    }

    /** A node of a cluster. */
    public static LedgerNode join(Vertx vertx, String pgUri, Placement placement) throws Exception {
        return join(vertx, pgUri, placement, new Tally());
    }

    /** A node of a cluster with a program of its own. */
    public static LedgerNode join(Vertx vertx, String pgUri, Placement placement, Tally tally) throws Exception {
        LedgerNode node = start(
                vertx,
                pgUri,
                KeeperSettings.standard(),
                AppendSettings.standard(),
                Clock.systemUTC(),
                placement.self(),
                tally);
        node.gateway = done(ClusterGateway.start(vertx, node.keepers, placement));
        return node;
    }

    private static LedgerNode start(
            Vertx vertx,
            String pgUri,
            KeeperSettings settings,
            AppendSettings append,
            Clock clock,
            UUID id,
            Tally tally)
            throws Exception {
        PgConnectOptions database = PgConnectOptions.fromUri(pgUri);
        Pool pool = PgBuilder.pool()
                .connectingTo(database)
                .with(new PoolOptions().setMaxSize(4))
                .using(vertx)
                .build();
        MeterRegistry meters = new SimpleMeterRegistry();
        Appender appender = new Appender(database, append, meters);
        done(vertx.deployVerticle(appender));
        Keepers keepers =
                done(Keepers.start(vertx, new Ledger(pool), appender, id, List.of(tally), settings, meters, clock));
        return new LedgerNode(pool, keepers, meters);
    }

    public Pool pool() {
        return pool;
    }

    public Keepers keepers() {
        return keepers;
    }

    public Gateway gateway() {
        return Objects.requireNonNull(gateway);
    }

    public MeterRegistry meters() {
        return meters;
    }

    /** A new tally without events. */
    public StreamId open() throws Exception {
        StreamId stream = Ids.nextStream();
        done(new Streams(pool, Clock.systemUTC()).open(stream, StreamKind.CONTEST, null));
        return stream;
    }

    /** An act of a new device under a new key. */
    public static Act act() {
        return Act.by(Act.NOBODY, Ids.next(), Ids.next());
    }

    public Future<Outcome> submit(StreamId stream, Tally.Change change, Act act) {
        return gateway().submit(StreamKind.CONTEST, stream, change, act);
    }

    public Outcome put(StreamId stream, Tally.Change change, Act act) throws Exception {
        return done(submit(stream, change, act));
    }

    /** As a tablet does: with the same key until there is an answer. */
    public Outcome keepTrying(StreamId stream, Tally.Change change, Act act) throws Exception {
        for (int attempt = 0; attempt < 30; attempt++) {
            try {
                return put(stream, change, act);
            } catch (UnavailableException notYet) {
                // Asked again at once: the answer took its time already.
            }
        }
        throw new AssertionError("no answer after 30 attempts");
    }

    /** Must be recorded, in the end. */
    public Outcome.Committed add(StreamId stream, long amount) throws Exception {
        return (Outcome.Committed) keepTrying(stream, Tally.add(amount), act());
    }

    public Doc.Obj total(StreamId stream) throws Exception {
        for (int attempt = 0; attempt < 30; attempt++) {
            try {
                return done(gateway()
                        .ask(StreamKind.CONTEST, stream, "total", Doc.obj().build()));
            } catch (UnavailableException notYet) {
                // As above.
            }
        }
        throw new AssertionError("no answer after 30 questions");
    }

    public long events(StreamId stream) throws Exception {
        return done(pool.preparedQuery("select count(*) from ledger_event where stream = $1")
                        .execute(Tuple.of(stream.value())))
                .iterator()
                .next()
                .getLong(0);
    }

    /** The result of a future that must come true. */
    public static <T> T done(Future<T> future) throws Exception {
        return future.await(PATIENCE_SECONDS, SECONDS);
    }
}
