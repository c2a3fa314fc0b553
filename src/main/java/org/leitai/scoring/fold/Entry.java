package org.leitai.scoring.fold;

import org.leitai.scoring.fold.ScoringEvent.EntryAdmitted;
import org.leitai.scoring.result.Status;

/**
 * One entry as it stands.
 *
 * @param number order of admission from 0, the last resort where places are never shared
 */
public record Entry(EntryAdmitted admitted, Status status, int number) {
    public String id() {
        return admitted.entry();
    }

    Entry with(Status other) {
        return new Entry(admitted, other, number);
    }
}
