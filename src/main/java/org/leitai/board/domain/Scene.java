package org.leitai.board.domain;

import java.util.Map;
import java.util.UUID;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.rulebook.Rulebook;
import org.leitai.scoring.Scorer;

/**
 * Everything boards are made from, at one moment. Holds more than any audience may see.
 *
 * @param faces of entries, as far as they are known
 */
public record Scene(
        DisciplineState state,
        Rulebook rulebook,
        Scorer scorer,
        Grid grid,
        Field field,
        Roster roster,
        Corrections corrections,
        ContestTitle contest,
        Map<UUID, Face> faces) {
    public Face face(UUID entry) {
        return faces.getOrDefault(entry, Face.UNKNOWN);
    }
}
