package org.leitai.scoring.fold;

import java.util.Set;

/**
 * What one event may have changed. Ranks are not listed: they are counted when rows are read.
 *
 * @param entries entries whose own row changed
 * @param subjects subjects of the stage whose stage score changed, joined to an entry or not
 * @param stage the stage of {@code subjects}, or empty
 * @param field true if every row of the divisions concerned may have changed (standardised scores, cuts, statuses)
 */
public record Changes(Set<String> entries, Set<String> subjects, String stage, boolean field) {
    public static final Changes NONE = new Changes(Set.of(), Set.of(), "", false);

    Changes of(Set<String> others) {
        return new Changes(Set.copyOf(others), subjects, stage, field);
    }

    static Changes ofEntry(String entry, boolean field) {
        return new Changes(Set.of(entry), Set.of(), "", field);
    }
}
