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
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.leitai.kernel.Act;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.arena.KeeperSettings;
import org.leitai.platform.arena.Keepers;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.gateway.Ids;
import org.leitai.platform.gateway.LocalGateway;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.ledger.AppendSettings;
import org.leitai.platform.ledger.Appender;
import org.leitai.platform.ledger.Ledger;
import org.leitai.platform.ledger.Streams;

/** A node's ledger, keepers and gateway, keeping {@link Tally} streams, without HTTP and boards. */
public final class LedgerNode {
    private static final long PATIENCE_SECONDS = 20;

    private final Pool pool;
    private final Keepers keepers;
    private final Gateway gateway;
    private final MeterRegistry meters;
    private final UUID node;

    private LedgerNode(Pool pool, Keepers keepers, Gateway gateway, MeterRegistry meters, UUID node) {
        this.pool = pool;
        this.keepers = keepers;
        this.gateway = gateway;
        this.meters = meters;
        this.node = node;
    }

    public static LedgerNode start(Vertx vertx, String pgUri) throws Exception {
        return start(vertx, pgUri, KeeperSettings.standard(), AppendSettings.standard(), Clock.systemUTC());
    }

    public static LedgerNode start(
            Vertx vertx, String pgUri, KeeperSettings settings, AppendSettings append, Clock clock) throws Exception {
        PgConnectOptions database = PgConnectOptions.fromUri(pgUri);
        Pool pool = PgBuilder.pool()
                .connectingTo(database)
                .with(new PoolOptions().setMaxSize(4))
                .using(vertx)
                .build();
        MeterRegistry meters = new SimpleMeterRegistry();
        Appender appender = new Appender(database, append, meters);
        done(vertx.deployVerticle(appender));
        UUID node = Ids.next();
        Keepers keepers = done(
                Keepers.start(vertx, new Ledger(pool), appender, node, List.of(new Tally()), settings, meters, clock));
        return new LedgerNode(pool, keepers, new LocalGateway(vertx, keepers), meters, node);
    }

    public Pool pool() {
        return pool;
    }

    public Keepers keepers() {
        return keepers;
    }

    public Gateway gateway() {
        return gateway;
    }

    public MeterRegistry meters() {
        return meters;
    }

    public UUID node() {
        return node;
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
        return gateway.submit(StreamKind.CONTEST, stream, change, act);
    }

    public Outcome put(StreamId stream, Tally.Change change, Act act) throws Exception {
        return done(submit(stream, change, act));
    }

    /** Must be recorded. */
    public Outcome.Committed add(StreamId stream, long amount) throws Exception {
        return (Outcome.Committed) put(stream, Tally.add(amount), act());
    }

    public Doc.Obj total(StreamId stream) throws Exception {
        return done(gateway.ask(StreamKind.CONTEST, stream, "total", Doc.obj().build()));
    }

    public long events(StreamId stream) throws Exception {
        return done(pool.preparedQuery("select count(*) from ledger_event where stream = $1")
                        .execute(io.vertx.sqlclient.Tuple.of(stream.value())))
                .iterator()
                .next()
                .getLong(0);
    }

    /** The result of a future that must come true. */
    public static <T> T done(Future<T> future) throws Exception {
        return future.await(PATIENCE_SECONDS, SECONDS);
    }
}
