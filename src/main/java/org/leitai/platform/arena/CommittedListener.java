package org.leitai.platform.arena;

import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;

/** Hears that a stream has grown. */
@FunctionalInterface
public interface CommittedListener {
    /**
     * Events up to a place are in the ledger.
     *
     * @param seq of the newest event; places may be skipped, none comes twice from one keeper
     */
    void committed(StreamKind kind, StreamId stream, long seq);
}
