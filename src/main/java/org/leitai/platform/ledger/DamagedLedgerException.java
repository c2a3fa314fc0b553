package org.leitai.platform.ledger;

import org.leitai.kernel.StreamId;

/** What the ledger holds contradicts itself or what was committed before: edited by hand, or an old copy put in its place. */
public class DamagedLedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DamagedLedgerException(StreamId stream, long seq, String what) {
        super("stream " + stream + " at " + seq + ": " + what + "; run `leitai verify`");
    }
}
