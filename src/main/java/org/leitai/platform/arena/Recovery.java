package org.leitai.platform.arena;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VertxException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Act;
import org.leitai.kernel.Command;
import org.leitai.kernel.Event;
import org.leitai.kernel.StreamId;
import org.leitai.platform.ledger.Head;

/** One try to make sure what the ledger holds of a stream, and under whose name; the past is touched on the keeper's loop only. */
final class Recovery<S, C extends Command, E extends Event> {
    private final StreamId stream;
    private final Surroundings around;
    private final Context loop;
    private final Loader<S, C, E> loader;

    Recovery(StreamId stream, Surroundings around, Context loop, Loader<S, C, E> loader) {
        this.stream = stream;
        this.around = around;
        this.loop = loop;
        this.loader = loader;
    }

    /** Takes the stream again under a new term, unless somebody else has, and brings the past up to its head. */
    Future<Found> attempt(Past<S, C, E> past, long term) {
        Promise<Found> found = Promise.promise();
        around.ledger()
                .takeAgain(stream, around.node(), term)
                .timeout(around.settings().answerMillis(), TimeUnit.MILLISECONDS)
                .compose(head -> head == null ? newOwner() : caughtUp(past, head))
                .onComplete(done -> loop.runOnContext(turn -> found.handle(done)));
        return found.future();
    }

    /** What the database client throws may pass; what reading the events throws will not. */
    static boolean isForGood(Throwable failure) {
        return failure instanceof RuntimeException && !(failure instanceof VertxException);
    }

    private Future<Found> caughtUp(Past<S, C, E> past, Head head) {
        Promise<Found> done = Promise.promise();
        loop.runOnContext(turn -> Future.succeededFuture()
                .compose(here -> loader.catchUp(past, head))
                .<Found>map(here -> new Found.Ours(head))
                .onComplete(done));
        return done.future();
    }

    private Future<Found> newOwner() {
        return around.ledger().head(stream).map(head -> new Found.Taken(ownerOf(head)));
    }

    private static UUID ownerOf(@Nullable Head head) {
        return head == null ? Act.NOBODY : head.owner();
    }

    /** What a try found. */
    sealed interface Found {
        /** The stream is this node's, and the past ends where its head does. */
        record Ours(Head head) implements Found {}

        /** Another node has taken it. */
        record Taken(UUID owner) implements Found {}
    }
}
