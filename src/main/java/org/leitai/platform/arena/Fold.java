package org.leitai.platform.arena;

import org.leitai.kernel.Event;
import org.leitai.kernel.Recorded;

/**
 * Something that follows one stream's committed events on its keeper's thread, such as the standings behind boards.
 *
 * <p>Thread: one at a time. {@link #apply} before {@link #loaded} runs on a worker, everything after on the keeper's event loop.
 *
 * <p>Life: {@link #apply} for every event of the tail, {@link #loaded} once, then {@link #apply} and {@link #committed} for each
 * committed batch, {@link #closed} once. Never sees an event that is not committed. Must not block and must not throw.
 *
 * @param <S> the decider's state
 */
public interface Fold<S, E extends Event> {
    /**
     * One more committed event.
     *
     * @param after the decider's state that contains it, which need not be folded a second time
     */
    void apply(Recorded<E> event, S after);

    /** The past is complete. */
    default void loaded(Position position) {}

    /** A batch was applied; publish what changed. */
    default void committed(Position position) {}

    /** The keeper lets go of the stream. */
    default void closed() {}

    /**
     * Where a fold stands.
     *
     * @param term the ownership term of the stream's head; with the ledger's id it forms the epoch of a board
     */
    record Position(java.util.UUID ledger, long term, long seq, long recordedMicros) {}
}
