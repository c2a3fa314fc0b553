package org.leitai.platform.ledger;

import java.util.List;
import java.util.UUID;
import org.leitai.kernel.StreamId;

/**
 * What {@link Verifier} found.
 *
 * @param streams that were compared, empty ones included
 * @param events that were hashed
 * @param damaged how many streams differ
 * @param differences the first of each damaged stream, at most {@link #MOST_DIFFERENCES}
 */
public record VerifierReport(UUID ledger, long streams, long events, long damaged, List<Difference> differences) {
    /** Enough to see the pattern; a report is read by a person. */
    public static final int MOST_DIFFERENCES = 100;

    public VerifierReport {
        differences = List.copyOf(differences);
    }

    /** Whether every hash is as it should be. */
    public boolean isClean() {
        return damaged == 0;
    }

    /**
     * The first place where a stream is not what was recorded.
     *
     * @param seq of the event in question
     */
    public record Difference(StreamId stream, long seq, String what) {}
}
