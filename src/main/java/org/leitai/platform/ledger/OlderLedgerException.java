package org.leitai.platform.ledger;

import org.leitai.kernel.StreamId;

/** The ledger lacks what was committed: an older copy of the database stands in its place. */
public final class OlderLedgerException extends DamagedLedgerException {
    private static final long serialVersionUID = 1L;

    /**
     * A head that does not contain what was committed.
     *
     * @param seq where the head is
     * @param committed what was known to be committed
     */
    public OlderLedgerException(StreamId stream, long seq, long committed) {
        super(stream, seq, "the ledger is older than what was committed, " + committed);
    }
}
