package org.leitai.platform.cluster;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.bus.Addresses;
import org.leitai.platform.bus.Packet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nodes ask each other every second, at the address of each, whether they reach each other: members of the cluster may see each
 * other while the bus has lost their addresses. A node that hears that it is not reached registers its addresses again and is not
 * ready until it is reached. With the question goes whether the asker is fit to keep streams.
 *
 * <p>A silent host is not this fault: a node that gets no answer at all stays ready, else one paused node would stop all.
 *
 * <p>On one event loop of Vert.x; {@link #check} on any thread.
 */
public final class Probe {
    private static final Logger LOG = LoggerFactory.getLogger(Probe.class);
    private static final long EVERY_MILLIS = 1_000;
    /** After members came or went single addresses may be lost, which no probe of one address shows. */
    private static final int AUDITS = 10;

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(4);

    private final Vertx vertx;
    private final Registry registry;
    private final Membership membership;
    private final Addresses addresses;
    private final Supplier<Future<Boolean>> fitness;
    private final Map<UUID, Sight> sights = new ConcurrentHashMap<>();
    private final AtomicInteger audits = new AtomicInteger();
    private volatile boolean fit = true;

    /** How it stands with another member. */
    private static final class Sight {
        private volatile long reachedNanos = System.nanoTime();
        private volatile boolean reachesUs = true;
        private volatile boolean known;
        private volatile boolean unknown;

        boolean isReached() {
            return System.nanoTime() - reachedNanos < PATIENCE_NANOS;
        }
    }

    private Probe(
            Vertx vertx,
            Registry registry,
            Membership membership,
            Addresses addresses,
            Supplier<Future<Boolean>> fitness) {
        this.vertx = vertx;
        this.registry = registry;
        this.membership = membership;
        this.addresses = addresses;
        this.fitness = fitness;
    }

    /**
     * Begins to ask and to answer.
     *
     * @param fitness whether this node may keep streams; while it fails, what was known stays
     */
    public static Future<Probe> start(
            Vertx vertx,
            Registry registry,
            Membership membership,
            Addresses addresses,
            Supplier<Future<Boolean>> fitness) {
        Probe probe = new Probe(vertx, registry, membership, addresses, fitness);
        MessageConsumer<Buffer> asked = vertx.eventBus().consumer(addresses.probe(membership.self()), probe::answer);
        return asked.completion().map(registered -> {
            vertx.setPeriodic(EVERY_MILLIS, timer -> probe.look());
            membership.onChange(() -> probe.audits.set(AUDITS));
            return probe;
        });
    }

    /** Fails with a sentence while other nodes do not reach this one. */
    public Future<Void> check() {
        return isReached()
                ? Future.succeededFuture()
                : Future.failedFuture("other nodes do not reach this one over the bus; it registers again");
    }

    /** Whether a member was asked in vain for so long that it counts as not reached. */
    boolean isGivenUp(UUID node) {
        Sight sight = sights.get(node);
        return sight != null && sight.unknown && !sight.isReached();
    }

    private boolean isReached() {
        boolean told = sights.values().stream().anyMatch(sight -> !sight.reachesUs);
        // Members that never answered are still starting.
        List<Sight> known =
                sights.values().stream().filter(sight -> sight.known).toList();
        boolean alone = !known.isEmpty() && known.stream().allMatch(sight -> sight.unknown && !sight.isReached());
        return !told && !alone;
    }

    private void look() {
        sights.keySet().retainAll(membership.others());
        fitness.get().onSuccess(this::fit);
        Doc.Obj question =
                Doc.obj().put("node", membership.self()).put("fit", fit).build();
        membership.others().forEach(node -> ask(node, question));
        boolean reached = isReached();
        if (!reached) {
            LOG.warn("other nodes do not reach this one: registers its addresses again");
        }
        if (!reached || audits.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            registry.registerAgain().onFailure(late -> LOG.debug("not registered yet: {}", late.toString()));
        }
    }

    private void fit(boolean now) {
        if (now != fit) {
            LOG.warn(now ? "keeps streams again" : "keeps no streams: its clock is wrong");
        }
        fit = now;
        membership.fit(membership.self(), now);
    }

    private void ask(UUID node, Doc.Obj question) {
        Sight sight = sights.computeIfAbsent(node, first -> new Sight());
        vertx.eventBus()
                .<Buffer>request(
                        addresses.probe(node),
                        Packet.write(question),
                        new DeliveryOptions().setSendTimeout(EVERY_MILLIS))
                .onSuccess(reply -> {
                    sight.reachedNanos = System.nanoTime();
                    sight.known = true;
                    sight.unknown = false;
                    sight.reachesUs = Packet.read(reply.body()).bool("reached");
                })
                .onFailure(failure -> sight.unknown =
                        failure instanceof ReplyException reply && reply.failureType() == ReplyFailure.NO_HANDLERS);
    }

    /** Says whether we reach who asks. */
    private void answer(Message<Buffer> message) {
        Doc.Obj asked = Packet.read(message.body());
        UUID node = asked.uuid("node");
        membership.fit(node, asked.bool("fit"));
        Sight sight = sights.get(node);
        message.reply(Packet.write(
                Doc.obj().put("reached", sight == null || sight.isReached()).build()));
    }
}
