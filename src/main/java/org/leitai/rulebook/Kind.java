package org.leitai.rulebook;

/** Kinds of contest; each brings a default publicity and the label set of the interface. */
public enum Kind {
    SKILL(Publicity.PROGRESS),
    TEAM_DRILL(Publicity.AFTER_SIGNOFF),
    SPEECH(Publicity.AT_ONCE),
    SONG(Publicity.AT_ONCE),
    PROPOSALS(Publicity.PROGRESS),
    QUIZ(Publicity.AT_ONCE),
    MASS(Publicity.AT_ONCE);

    private final Publicity publicity;

    Kind(Publicity publicity) {
        this.publicity = publicity;
    }

    /** What the public sees while marking goes on unless the rulebook says otherwise. */
    public Publicity defaultPublicity() {
        return publicity;
    }
}
