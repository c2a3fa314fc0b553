package org.leitai.board.domain;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.leitai.rulebook.Publicity;
import org.leitai.scoring.Scorer;

/**
 * Scores that changed after the rule had let them be seen: a sheet was returned, a mark replaced, a claim accepted. Folded step by
 * step, so that every node and every restart tells the same.
 */
public final class Corrections {
    private final Map<Place, BigDecimal> seen = new HashMap<>();
    private final Map<Place, Change> changes = new HashMap<>();

    private record Place(String stage, String subject) {}

    /** The newest change of a score. */
    public record Change(BigDecimal from, BigDecimal to, long atMicros) {}

    /** Something happened to what a subject has in a stage. */
    public void look(Scorer scorer, Grid grid, String stage, String subject, long recordedMicros) {
        Publicity publicity = scorer.rulebook().publicity();
        boolean isSeen = publicity == Publicity.AT_ONCE
                || (publicity == Publicity.AFTER_SIGNOFF && grid.isSigned(stage, subject));
        if (!isSeen || !scorer.isComplete(stage, subject)) {
            return;
        }
        BigDecimal now = scorer.stageScore(stage, subject).shown();
        var place = new Place(stage, subject);
        BigDecimal before = now == null ? null : seen.put(place, now);
        if (now != null && before != null && before.compareTo(now) != 0) {
            changes.put(place, new Change(before, now, recordedMicros));
        }
    }

    Optional<Change> of(String stage, String subject) {
        return Optional.ofNullable(changes.get(new Place(stage, subject)));
    }
}
