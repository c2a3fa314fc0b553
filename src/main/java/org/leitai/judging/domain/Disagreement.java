package org.leitai.judging.domain;

import java.util.UUID;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * A judged cell whose seats lay too far apart: every round that failed, and what the seats have marked again since. A round is
 * complete when each seat of the panel has marked again.
 *
 * @param failed oldest first
 * @param again by seat, since the last failed round
 */
public record Disagreement(PVector<Round> failed, PMap<UUID, Vote> again) {
    /** After so many failed rounds the chief judge is called. */
    public static final int CALLS_CHIEF = 2;

    static final Disagreement NONE = new Disagreement(TreePVector.empty(), HashTreePMap.empty());

    /**
     * A round as it stood when it failed.
     *
     * @param width distance between the farthest values
     * @param votes by seat
     */
    public record Round(String width, PMap<UUID, Vote> votes) {}

    /**
     * What one seat said.
     *
     * @param reason id of its text, or {@link org.leitai.kernel.Act#NOBODY} in the first round
     */
    public record Vote(String value, UUID reason) {}

    public boolean callsChief() {
        return failed.size() >= CALLS_CHIEF;
    }

    Disagreement voted(UUID seat, Vote vote) {
        return new Disagreement(failed, again.plus(seat, vote));
    }

    Disagreement failed(Round round) {
        return new Disagreement(failed.plus(round), HashTreePMap.empty());
    }
}
