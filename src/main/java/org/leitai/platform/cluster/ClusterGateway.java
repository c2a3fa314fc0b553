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
        return vertx.eventBus()
                .<Buffer>consumer(gateway.addresses.keepers(placement.self()), gateway::serve)
                .completion()
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
        UUID target = detours.target(stream);
        Future<Doc.Obj> way = target.equals(placement.self())
                ? here.answer().recover(failure -> fenced(stream, message, failure))
                : forward(target, message).recover(failure -> unreachable(stream, here, failure));
        way.onComplete(done -> caller.runOnContext(turn -> answer.handle(done)));
        return answer.future();
    }

    /** Our keeper was fenced: ask the node that took the stream, now and for a while. */
    private Future<Doc.Obj> fenced(StreamId stream, Doc.Obj message, Throwable failure) {
        if (!(failure instanceof MovedException moved)) {
            return Future.failedFuture(failure);
        }
        if (!placement.isMember(moved.owner()) || moved.owner().equals(placement.self())) {
            return Future.failedFuture(new UnavailableException(String.valueOf(failure.getMessage()), 1));
        }
        detours.stepAside(stream, moved.owner());
        return forward(moved.owner(), message).recover(late -> Future.failedFuture(asFailure(late)));
    }

    /** Nobody listens there: the node is starting, stopping or gone, so the stream may be kept here. */
    private Future<Doc.Obj> unreachable(StreamId stream, Here here, Throwable failure) {
        boolean nobody = failure instanceof ReplyException reply && reply.failureType() == ReplyFailure.NO_HANDLERS;
        if (!nobody) {
            return Future.failedFuture(asFailure(failure));
        }
        detours.forget(stream);
        return here.answer().recover(moved -> Future.failedFuture(asFailure(moved)));
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
            answer(asked).onComplete(done -> message.reply(Packet.write(done)), failure -> fail(message, failure));
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

    private static RuntimeException asFailure(Throwable failure) {
        if (failure instanceof UnavailableException unavailable) {
            return unavailable;
        }
        String why = String.valueOf(failure.getMessage());
        if (failure instanceof ReplyException reply && reply.failureType() == ReplyFailure.RECIPIENT_FAILURE) {
            return FailureCode.numbered(reply.failureCode()).failure(why);
        }
        return new UnavailableException(why, 1);
    }

    /** Asks this node's own keepers. */
    @FunctionalInterface
    private interface Here {
        Future<Doc.Obj> answer();
    }
}
