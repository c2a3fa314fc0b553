package org.leitai.platform.arena;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import org.leitai.kernel.Act;
import org.leitai.kernel.Command;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;
import org.leitai.kernel.doc.DocException;
import org.leitai.platform.gateway.Gateway;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.gateway.UnavailableException;
import org.leitai.platform.ledger.Hash;

/** The gateway of a node that keeps all streams itself. */
public final class LocalGateway implements Gateway {
    private final Vertx vertx;
    private final Keepers keepers;

    public LocalGateway(Vertx vertx, Keepers keepers) {
        this.vertx = vertx;
        this.keepers = keepers;
    }

    @Override
    public Future<Outcome> submit(StreamKind kind, StreamId stream, Command command, Act act) {
        Hash request;
        try {
            request = Requests.hash(keepers.kind(kind), command);
        } catch (DocException notText) {
            return Future.succeededFuture(new Outcome.Refused(KeeperRefusals.textNotStorable(notText)));
        }
        return here(keepers.submit(kind, stream, command, act, request).recover(LocalGateway::moved));
    }

    @Override
    public Future<Doc.Obj> ask(StreamKind kind, StreamId stream, String view, Doc.Obj question) {
        return here(keepers.ask(kind, stream, view, question).recover(LocalGateway::moved));
    }

    /** A foreign program took the stream; the next try takes it back. */
    private static <T> Future<T> moved(Throwable failure) {
        return Future.failedFuture(
                failure instanceof MovedException
                        ? new UnavailableException(String.valueOf(failure.getMessage()), 1)
                        : failure);
    }

    /** Keepers answer on their own loops; whoever asked goes on where it was. */
    private <T> Future<T> here(Future<T> answer) {
        Context caller = vertx.getOrCreateContext();
        Promise<T> promise = Promise.promise();
        answer.onComplete(done -> caller.runOnContext(turn -> promise.handle(done)));
        return promise.future();
    }
}
