package org.leitai.paper.domain;

import org.leitai.kernel.Event;
import org.leitai.kernel.StreamId;

/** What happened to a mass paper. Entries are numbers: no event carries personal data. */
public sealed interface PaperEvent extends Event {
    /**
     * Answers may come.
     *
     * @param rulebook its canonical form, so that every sum can be computed again from ledger and evidence alone
     */
    record PaperOpened(StreamId discipline, String rulebook, String rulebookHash) implements PaperEvent {}

    /**
     * A chunk of answers, scored.
     *
     * @param evidence lower-case hex of SHA-256 over the bytes of the evidence row
     */
    record AnswersTaken(String evidence, Sums sums) implements PaperEvent {}

    /** The ranks are everybody's; no more answers. */
    record PaperAnnounced() implements PaperEvent {}
}
