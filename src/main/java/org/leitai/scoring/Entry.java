package org.leitai.scoring;

import org.leitai.scoring.ScoringEvent.EntryAdmitted;

/**
 * One entry as it stands.
 *
 * @param number order of admission from 0, the last resort where places are never shared
 */
record Entry(EntryAdmitted admitted, Status status, int number) {
    String id() {
        return admitted.entry();
    }

    Entry with(Status other) {
        return new Entry(admitted, other, number);
    }
}
