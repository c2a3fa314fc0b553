package org.leitai.demo;

import java.util.List;

/** Who performs together: one speaker after the other, drill teams in batches of three lanes, everybody else as they come. */
final class Turns {
    private static final int LANES = 3;

    private Turns() {}

    /**
     * How many perform at a time.
     *
     * @return 0 for all at once
     */
    static int together(String kind) {
        return switch (kind) {
            case "speech", "song" -> 1;
            case "team-drill" -> LANES;
            default -> 0;
        };
    }

    /** The batch of that subject. */
    static List<String> of(List<String> subjects, String subject, int together) {
        int first = Math.max(0, subjects.indexOf(subject)) / together * together;
        return subjects.subList(first, Math.min(subjects.size(), first + together));
    }
}
