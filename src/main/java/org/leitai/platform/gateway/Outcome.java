package org.leitai.platform.gateway;

import java.util.List;
import org.leitai.kernel.Refusal;

/** What became of a command. */
public sealed interface Outcome {
    /**
     * Its events are in the ledger.
     *
     * @param seq of its last event; of the stream's head when it caused none
     * @param events names with version of the events it caused, in order
     * @param again true when the same key had been answered before (nothing was done again)
     */
    record Committed(long seq, long recordedMicros, List<String> events, boolean again) implements Outcome {}

    /** Nothing was recorded; refusals are not remembered by key, so a later try may succeed. */
    record Refused(Refusal refusal) implements Outcome {}
}
