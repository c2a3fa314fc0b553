package org.leitai.platform.ledger;

import java.util.UUID;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.StreamKind;

/**
 * The head of a stream: how far it has come, and who may append.
 *
 * @param parent the stream it belongs to (the contest of a discipline), or {@link org.leitai.kernel.Act#NOBODY}
 * @param seq of the last event, 0 before the first
 * @param hash chain of the last event, or the genesis
 * @param owner the node that took the stream last, or {@link org.leitai.kernel.Act#NOBODY}
 * @param term how often the owner has changed; an append under an older term moves nothing
 */
public record Head(
        UUID ledger,
        StreamId stream,
        StreamKind kind,
        UUID parent,
        long seq,
        Hash hash,
        UUID owner,
        long term,
        long createdMicros) {

    /** What the stream's first event is chained to. */
    public Hash genesis() {
        return EventHashes.genesis(ledger, stream, kind.code(), parent, createdMicros);
    }
}
