package org.leitai.paper.domain;

import org.leitai.kernel.StreamId;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * A mass paper as its events tell it: about forty bytes an entry, thirty of {@link Sums} and eight of its number.
 *
 * @param rulebook canonical text; empty before the paper is opened
 * @param chunks in the order in which they were taken, each with the place of its event
 */
public record PaperState(
        StreamId stream, String rulebook, PVector<Chunk> chunks, NumberSet numbers, boolean announced) {
    /** A chunk, its event, and the hash of its evidence. */
    public record Chunk(long seq, String evidence, Sums sums) {}

    static PaperState before(StreamId stream) {
        return new PaperState(stream, "", TreePVector.empty(), NumberSet.EMPTY, false);
    }

    public boolean isOpened() {
        return !rulebook.isEmpty();
    }

    public int entries() {
        return numbers.size();
    }

    PaperState opened(String canonical) {
        return new PaperState(stream, canonical, chunks, numbers, announced);
    }

    PaperState taken(long seq, String evidence, Sums sums) {
        return new PaperState(
                stream, rulebook, chunks.plus(new Chunk(seq, evidence, sums)), numbers.plus(sums.codes()), announced);
    }

    PaperState shown() {
        return new PaperState(stream, rulebook, chunks, numbers, true);
    }
}
