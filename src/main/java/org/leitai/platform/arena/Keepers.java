package org.leitai.platform.arena;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.leitai.kernel.Act;
import org.leitai.kernel.Command;
import org.leitai.kernel.Event;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.gateway.UnavailableException;
import org.leitai.platform.ledger.Appender;
import org.leitai.platform.ledger.Hash;
import org.leitai.platform.ledger.Head;
import org.leitai.platform.ledger.Ledger;
import org.leitai.platform.pack.Packer;
import org.leitai.platform.pack.Packs;
import org.leitai.platform.trace.Trace;

/**
 * The keepers of this node: loads a stream's keeper when it is first asked for, lets idle ones go, and bounds how many are
 * loaded and how much waits. Safe on any thread.
 */
public final class Keepers {
    private static final long SWEEP_MILLIS = 1_000;
    /** A stream taken by another node is shown as it was for no longer than this. */
    private static final long LOOK_MILLIS = 2_000;
    /** One reads ahead while another folds; a third packs. */
    private static final int LOADING_THREADS = 3;

    private final Vertx vertx;
    private final Surroundings around;
    private final Map<StreamKind, KeeperKind<?, ?, ?>> kinds = new EnumMap<>(StreamKind.class);
    private final Map<Place, Keeper<?, ?, ?>> keepers = new ConcurrentHashMap<>();
    private final List<CommittedListener> listeners = new CopyOnWriteArrayList<>();
    private final List<KeeperLoop> loops = new ArrayList<>();
    private volatile boolean stopping;

    private Keepers(Vertx vertx, Surroundings around, List<KeeperKind<?, ?, ?>> kinds) {
        this.vertx = vertx;
        this.around = around;
        kinds.forEach(kind -> this.kinds.put(kind.kind(), kind));
    }

    /**
     * Starts the registry, without loading any stream.
     *
     * @param appender deployed already
     * @param node this process, as it stands in the heads it owns
     * @param kinds one for each kind of stream that this node can keep
     */
    public static Future<Keepers> start(
            Vertx vertx,
            Ledger ledger,
            Appender appender,
            UUID node,
            List<KeeperKind<?, ?, ?>> kinds,
            KeeperSettings settings,
            MeterRegistry registry,
            Clock clock) {
        WorkerExecutor loading = vertx.createSharedWorkerExecutor("leitai-loading", LOADING_THREADS);
        Packs packs = new Packs(ledger.pool());
        return ledger.identity()
                .map(id -> new Surroundings(
                        vertx,
                        loading,
                        ledger,
                        appender,
                        packs,
                        new Packer(ledger, packs, loading),
                        new Committed(),
                        id,
                        node,
                        settings,
                        new MicrosClock(clock),
                        new KeeperMeters(registry)))
                .map(around -> new Keepers(vertx, around, kinds))
                .compose(Keepers::deploy);
    }

    private Future<Keepers> deploy() {
        for (int i = 0; i < around.settings().loops(); i++) {
            loops.add(new KeeperLoop());
        }
        vertx.setPeriodic(SWEEP_MILLIS, timer -> letIdleGo());
        lookLater();
        return Future.join(loops.stream().map(vertx::deployVerticle).toList()).map(this);
    }

    /** Which ledger this node works on. */
    public UUID ledgerId() {
        return around.ledgerId();
    }

    /** The rules and codecs of a kind of stream; throws when this program has none. */
    public KeeperKind<?, ?, ?> kind(StreamKind kind) {
        KeeperKind<?, ?, ?> known = kinds.get(kind);
        if (known == null) {
            throw new IllegalStateException("this program keeps no streams of kind " + kind);
        }
        return known;
    }

    /**
     * Hears of every commit of this node's keepers, on their event loops; must be quick.
     *
     * @return stops hearing
     */
    public Runnable onCommitted(CommittedListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** As {@link org.leitai.platform.gateway.Gateway#submit}, to this node's keeper. */
    public Future<Outcome> submit(StreamKind kind, StreamId stream, Command command, Act act, Hash request) {
        Promise<Outcome> answer = Promise.promise();
        if (stopping) {
            return Future.failedFuture(new MovedException(stream));
        }
        if (around.meters().waiting() >= around.settings().waitingOnNode()) {
            return Future.failedFuture(new UnavailableException("this node takes no more commands now", 1));
        }
        around.meters().arrived();
        answer.future().onComplete(done -> around.meters().answered());
        long deadline = System.nanoTime()
                + TimeUnit.MILLISECONDS.toNanos(around.settings().answerMillis());
        submit(kind(kind), stream, new Waiting<>(command, act, request, Trace.current(), deadline, answer));
        return answer.future();
    }

    /** As {@link org.leitai.platform.gateway.Gateway#ask}, to this node's keeper. */
    public Future<Doc.Obj> ask(StreamKind kind, StreamId stream, String view, Doc.Obj question) {
        Promise<Doc.Obj> answer = Promise.promise();
        ask(kind(kind), stream, view, question, answer);
        return answer.future();
    }

    /** Lets one stream go after what is under way is answered; used when it belongs to another node from now on. */
    public Future<Void> release(StreamKind kind, StreamId stream) {
        return release(new Place(kind, stream));
    }

    private Future<Void> release(Place place) {
        Keeper<?, ?, ?> keeper = keepers.get(place);
        if (keeper == null) {
            return Future.succeededFuture();
        }
        Promise<Void> done = Promise.promise();
        keeper.loop().runOnContext(turn -> keeper.close().onComplete(done));
        return done.future();
    }

    /** Lets go of every stream that a rule does not leave to this node. */
    public void releaseUnless(Predicate<StreamId> mine) {
        keepers.keySet().stream().filter(place -> !mine.test(place.stream())).forEach(this::release);
    }

    /** This node's clock was found to agree with PostgreSQL's: it is followed even when it has jumped. */
    public void clockAgrees() {
        around.clock().agrees();
    }

    /** Fails when the ledger lacks what this node knows to be committed: then a person must decide. */
    public Future<Void> check() {
        return around.committed()
                .lost()
                .map(what -> Future.<Void>failedFuture(what))
                .orElseGet(Future::succeededFuture);
    }

    /** Streams loaded now. */
    public List<StreamId> loaded() {
        return keepers.keySet().stream().map(Place::stream).toList();
    }

    /** Streams of one kind loaded now. */
    public List<StreamId> loaded(StreamKind kind) {
        return keepers.keySet().stream()
                .filter(place -> place.kind() == kind)
                .map(Place::stream)
                .toList();
    }

    /** Takes no more commands, answers those it has, lets all streams go. */
    public Future<Void> close() {
        stopping = true;
        return Future.join(keepers.keySet().stream().map(this::release).toList())
                .compose(released -> around.loading().close());
    }

    /** The kind's own command type: the gateway's callers name kind and command together, and commands cross the bus by codec. */
    @SuppressWarnings("unchecked")
    private <S, C extends Command, E extends Event> void submit(
            KeeperKind<S, C, E> kind, StreamId stream, Waiting<? extends Command> waiting) {
        if (stopping) {
            waiting.answer().tryFail(new MovedException(stream));
            return;
        }
        Keeper<S, C, E> keeper = keeper(kind, stream);
        keeper.loop().runOnContext(turn -> {
            if (!keeper.submit((Waiting<C>) waiting)) {
                keeper.closed().onComplete(closed -> submit(kind, stream, waiting));
            }
        });
    }

    private <S, C extends Command, E extends Event> void ask(
            KeeperKind<S, C, E> kind, StreamId stream, String view, Doc.Obj question, Promise<Doc.Obj> answer) {
        if (stopping) {
            answer.tryFail(new MovedException(stream));
            return;
        }
        Keeper<S, C, E> keeper = keeper(kind, stream);
        keeper.loop().runOnContext(turn -> {
            if (!keeper.ask(view, question, answer)) {
                keeper.closed().onComplete(closed -> ask(kind, stream, view, question, answer));
            }
        });
    }

    /** A stream has one kind for ever, so its keeper has the asked kind's types; a wrong kind is found when loading. */
    @SuppressWarnings("unchecked")
    private <S, C extends Command, E extends Event> Keeper<S, C, E> keeper(KeeperKind<S, C, E> kind, StreamId stream) {
        return (Keeper<S, C, E>) keepers.computeIfAbsent(new Place(kind.kind(), stream), place -> begin(kind, stream));
    }

    private <S, C extends Command, E extends Event> Keeper<S, C, E> begin(KeeperKind<S, C, E> kind, StreamId stream) {
        int loop = Math.floorMod(stream.hashCode(), loops.size());
        return new Keeper<>(kind, stream, around, loops.get(loop).loop(), new KeeperEvents() {
            @Override
            public void committed(long seq) {
                listeners.forEach(listener -> listener.committed(kind.kind(), stream, seq));
            }

            @Override
            public void closed() {
                keepers.remove(new Place(kind.kind(), stream));
            }
        });
    }

    private void lookLater() {
        vertx.setTimer(LOOK_MILLIS, timer -> look().onComplete(looked -> lookLater()));
    }

    /** Two nodes may believe that they keep a stream; the one that records nothing learns here that it does not. */
    private Future<Void> look() {
        List<StreamId> here = loaded();
        return here.isEmpty()
                ? Future.succeededFuture()
                : around.ledger().heads(here).onSuccess(this::look).mapEmpty();
    }

    private void look(Map<StreamId, Head> heads) {
        keepers.forEach((place, keeper) -> {
            Head head = heads.get(place.stream());
            if (head != null) {
                keeper.loop().runOnContext(turn -> keeper.look(head));
            }
        });
    }

    private void letIdleGo() {
        long now = System.nanoTime();
        long idleNanos = TimeUnit.MILLISECONDS.toNanos(around.settings().idleMillis());
        int surplus = keepers.size() - around.settings().loadedMost();
        List<Idle> longestFirst = keepers.entrySet().stream()
                .map(entry -> new Idle(entry.getKey(), entry.getValue().idleNanos(now)))
                .sorted(Comparator.comparingLong(Idle::nanos).reversed())
                .toList();
        for (int i = 0; i < longestFirst.size(); i++) {
            if (i < surplus || longestFirst.get(i).nanos() > idleNanos) {
                release(longestFirst.get(i).place());
            }
        }
    }

    /** Where a keeper stands in the registry; with the kind, so that asking for a wrong kind finds nothing. */
    private record Place(StreamKind kind, StreamId stream) {}

    private record Idle(Place place, long nanos) {}
}
