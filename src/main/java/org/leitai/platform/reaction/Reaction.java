package org.leitai.platform.reaction;

import io.vertx.core.Future;
import org.leitai.kernel.Act;
import org.leitai.kernel.Event;
import org.leitai.kernel.Recorded;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;

/**
 * A rule that spans streams: what has to happen elsewhere because of an event of one kind of stream.
 *
 * <p>Every event of every such stream is offered in its stream's order, at least once, also after a crash; so a reaction
 * submits commands whose keys come from {@link Acts}, which make a repeat harmless.
 *
 * @param <E> events of the source's kind
 */
public interface Reaction<E extends Event> {
    /** Stable: positions are kept, and keys derived, under this name. */
    String name();

    StreamKind source();

    /**
     * Does what follows from one event; completes when it is done for good, a refusal included. A failure holds up this
     * stream, and the event is offered again.
     */
    Future<Void> react(StreamId stream, Recorded<E> event, Acts acts);

    /** Acts of the reaction for one event: the same number gives the same key, today and after a restart. */
    @FunctionalInterface
    interface Acts {
        /** The act for the n-th command that follows from the event, from 0. */
        Act number(int n);
    }
}
