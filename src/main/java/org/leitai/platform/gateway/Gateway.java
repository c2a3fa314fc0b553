package org.leitai.platform.gateway;

import io.vertx.core.Future;
import org.leitai.kernel.Act;
import org.leitai.kernel.Command;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;
import org.leitai.kernel.doc.Doc;

/**
 * Commands and questions to the keeper of a stream, on whichever node it lives. Safe on any thread; futures complete on the
 * caller's context.
 */
public interface Gateway {
    /**
     * Puts a command; the future completes after the commit of its events.
     *
     * @return an {@link Outcome}; fails with {@link UnavailableException} when no answer could be had in time (the command may
     *     or may not be recorded: ask again with the same key)
     */
    Future<Outcome> submit(StreamKind kind, StreamId stream, Command command, Act act);

    /**
     * Asks a view of the stream's keeper.
     *
     * @return the answer; fails with {@link UnavailableException} as above
     */
    Future<Doc.Obj> ask(StreamKind kind, StreamId stream, String view, Doc.Obj question);
}
