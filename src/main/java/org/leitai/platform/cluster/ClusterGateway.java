package org.leitai.platform.cluster;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.leitai.kernel.Act;
import org.leitai.kernel.Command;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.CanonicalJson;
import org.leitai.kernel.doc.Doc;
import org.leitai.kernel.doc.DocException;
import org.leitai.platform.arena.KeeperRefusals;
import org.leitai.platform.arena.Keepers;
import org.leitai.platform.arena.MovedException;
import org.leitai.platform.arena.UnreadableException;
import org.leitai.platform.bus.Addresses;
import org.leitai.platform.bus.Packet;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.gateway.Placement;
import org.leitai.platform.gateway.UnavailableException;
import org.leitai.platform.ledger.Hash;
import org.leitai.platform.trace.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway of a node among others: what is kept here goes to this node's keepers, the rest over the bus to the node that
 * should keep it.
 *
 * <p>A node never passes on what was passed to it, so a message takes one hop. A keeper that was fenced says who took its
 * stream; that node is asked for a while, longer each time, and when the bus does not reach it, this node takes the stream
 * again. Nothing here can cause a loss or a double: the ledger decides, and callers repeat with the same key.
 */
public final class ClusterGateway implements Gateway {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterGateway.class);
    private static final long FORWARD_MILLIS = 1_000;
    /** While a stream moves, whoever asks for it waits here instead of being turned away. */
    private static final long MOVE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final long MOVE_PAUSE_MILLIS = 50;

    private final Vertx vertx;
    private final Keepers keepers;
    private final Placement placement;
    private final Addresses addresses;
    private final Detours detours;

    private ClusterGateway(Vertx vertx, Keepers keepers, Placement placement) {
        this.vertx = vertx;
        this.keepers = keepers;
        this.placement = placement;
        this.addresses = new Addresses(keepers.ledgerId());
        this.detours = new Detours(placement);
    }

    /** A gateway that other nodes can reach; completes when the whole cluster knows its address. */
    public static Future<ClusterGateway> start(Vertx vertx, Keepers keepers, Placement placement) {
        ClusterGateway gateway = new ClusterGateway(vertx, keepers, placement);
        placement.onChange(() -> keepers.releaseUnless(placement::isMine));
        Future<Void> told = vertx.eventBus()
                .<Buffer>consumer(gateway.addresses.unreadable(), gateway::told)
                .completion();
        return vertx.eventBus()
                .<Buffer>consumer(gateway.addresses.keepers(placement.self()), gateway::serve)
                .completion()
                .compose(registered -> told)
                .map(gateway);
    }

    @Override
    public Future<Outcome> submit(StreamKind kind, StreamId stream, Command command, Act act) {
        try {
            Doc.Obj document = GatewayMessages.command(keepers.kind(kind), command);
            Hash request = Hash.of(CanonicalJson.write(document));
            Doc.Obj message = GatewayMessages.submit(kind, stream, document, act);
            return route(
                            stream,
                            message,
                            () -> keepers.submit(kind, stream, command, act, request)
                                    .map(GatewayMessages::outcome))
                    .map(GatewayMessages::outcome);
        } catch (DocException notText) {
            return Future.succeededFuture(new Outcome.Refused(KeeperRefusals.textNotStorable(notText)));
        }
    }

    @Override
    public Future<Doc.Obj> ask(StreamKind kind, StreamId stream, String view, Doc.Obj question) {
        Doc.Obj message = GatewayMessages.ask(kind, stream, view, question);
        return route(stream, message, () -> keepers.ask(kind, stream, view, question));
    }

    /** Here or there; the answer arrives where the caller is. */
    private Future<Doc.Obj> route(StreamId stream, Doc.Obj message, Here here) {
        Context caller = vertx.getOrCreateContext();
        Promise<Doc.Obj> answer = Promise.promise();
        attempt(stream, message, here, System.nanoTime() + MOVE_NANOS)
                .onComplete(done -> caller.runOnContext(turn -> answer.handle(done)));
        return answer.future();
    }

    private Future<Doc.Obj> attempt(StreamId stream, Doc.Obj message, Here here, long deadlineNanos) {
        UUID target = detours.target(stream);
        Future<Doc.Obj> way =
                target.equals(placement.self()) ? here(stream, message, here) : there(stream, target, message);
        return way.recover(failure -> isMoving(failure) && deadlineNanos - System.nanoTime() > 0
                ? vertx.timer(MOVE_PAUSE_MILLIS).compose(again -> attempt(stream, message, here, deadlineNanos))
                : Future.failedFuture(asFailure(failure)));
    }

    /** Our keeper; when it was fenced, the node that took the stream, now and for a while. */
    private Future<Doc.Obj> here(StreamId stream, Doc.Obj message, Here here) {
        return here.answer().recover(failure -> {
            if (failure instanceof UnreadableException) {
                cannotRead(stream);
            }
            boolean elsewhere = failure instanceof MovedException moved
                    && placement.candidates(stream).contains(moved.owner())
                    && !moved.owner().equals(placement.self());
            if (!elsewhere) {
                return Future.failedFuture(failure);
            }
            UUID owner = ((MovedException) failure).owner();
            detours.stepAside(stream, owner);
            return there(stream, owner, message);
        });
    }

    /** Another node; when nobody listens there, it is starting, stopping or gone, and the stream may be kept here. */
    private Future<Doc.Obj> there(StreamId stream, UUID node, Doc.Obj message) {
        return forward(node, message).recover(failure -> {
            if (failure instanceof ReplyException reply && reply.failureType() == ReplyFailure.NO_HANDLERS) {
                detours.stepAside(stream, placement.self());
                return Future.failedFuture(new MovedException(stream));
            }
            return Future.failedFuture(failure);
        });
    }

    /** The stream is on its way to another node, and soon somebody answers for it. */
    private static boolean isMoving(Throwable failure) {
        return failure instanceof MovedException
                || failure instanceof UnreadableException
                || (failure instanceof ReplyException reply
                        && reply.failureType() == ReplyFailure.RECIPIENT_FAILURE
                        && reply.failureCode() == FailureCode.MOVED.number);
    }

    /** All nodes leave the stream to those that can read it. */
    private void cannotRead(StreamId stream) {
        placement.cannotKeep(stream, placement.self());
        Doc.Obj notice = Doc.obj()
                .put("stream", stream.value())
                .put("node", placement.self())
                .build();
        vertx.eventBus().publish(addresses.unreadable(), Packet.write(notice));
    }

    private void told(Message<Buffer> message) {
        Doc.Obj notice = Packet.read(message.body());
        placement.cannotKeep(new StreamId(notice.uuid("stream")), notice.uuid("node"));
    }

    private Future<Doc.Obj> forward(UUID node, Doc.Obj message) {
        LOG.debug("asks node {} about stream {}", node, GatewayMessages.stream(message));
        return vertx.eventBus()
                .<Buffer>request(
                        addresses.keepers(node),
                        Packet.write(message),
                        new DeliveryOptions().setSendTimeout(FORWARD_MILLIS))
                .map(reply -> Packet.read(reply.body()));
    }

    /** What another node passed on to us. */
    private void serve(Message<Buffer> message) {
        try {
            Doc.Obj asked = Packet.read(message.body());
            Trace.begin(GatewayMessages.trace(asked));
            LOG.debug("asked by another node about stream {}", GatewayMessages.stream(asked));
            if (!placement.candidates(GatewayMessages.stream(asked)).contains(placement.self())) {
                throw new MovedException(GatewayMessages.stream(asked));
            }
            // Others look for the stream here: leaving it to somebody else any longer would let two nodes take it in
            // turn.
            detours.forget(GatewayMessages.stream(asked));
            answer(asked).onComplete(done -> message.reply(Packet.write(done)), failure -> {
                if (failure instanceof UnreadableException) {
                    cannotRead(GatewayMessages.stream(asked));
                }
                fail(message, failure);
            });
        } catch (RuntimeException broken) {
            fail(message, broken);
        }
    }

    private Future<Doc.Obj> answer(Doc.Obj asked) {
        StreamKind kind = GatewayMessages.kind(asked);
        StreamId stream = GatewayMessages.stream(asked);
        if (GatewayMessages.isQuestion(asked)) {
            return keepers.ask(kind, stream, asked.text("view"), asked.obj("question"));
        }
        Doc.Obj document = asked.obj("command");
        Command command = keepers.kind(kind).commands().read(document);
        Hash request = Hash.of(CanonicalJson.write(document));
        return keepers.submit(kind, stream, command, GatewayMessages.act(asked), request)
                .map(GatewayMessages::outcome);
    }

    private static void fail(Message<Buffer> message, Throwable failure) {
        message.fail(FailureCode.of(failure).number, String.valueOf(failure.getMessage()));
    }

    private static Throwable asFailure(Throwable failure) {
        String why = String.valueOf(failure.getMessage());
        return switch (failure) {
            case ReplyException reply
            when reply.failureType() == ReplyFailure.RECIPIENT_FAILURE ->
                FailureCode.numbered(reply.failureCode()).failure(why);
            case ReplyException unanswered -> new UnavailableException(why, 1);
            case MovedException moved -> new UnavailableException(why, 1);
            default -> failure;
        };
    }

    /** Asks this node's own keepers. */
    @FunctionalInterface
    private interface Here {
        Future<Doc.Obj> answer();
    }
}
