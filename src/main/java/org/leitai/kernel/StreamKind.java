package org.leitai.kernel;

/** The kinds of stream; each has one {@link Decider} and exactly one keeper at run time. */
public enum StreamKind {
    /** What a union announces: disciplines, officers, dates. */
    CONTEST("contest"),
    /** Registrations of one contest: units, entries, draws, check-in. */
    ROLL("roll"),
    /** One discipline's judging and results; its keeper is the arena. */
    DISCIPLINE("discipline"),
    /** Answers of a mass contest, told apart by number; belongs to a discipline. */
    PAPER("paper");

    private final String code;

    StreamKind(String code) {
        this.code = code;
    }

    /** The stable name in the database and on the bus; never derived from the Java name. */
    public String code() {
        return code;
    }

    /**
     * The kind with that code.
     *
     * @throws IllegalArgumentException when no kind has it
     */
    public static StreamKind ofCode(String code) {
        for (StreamKind kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("unknown stream kind: " + code);
    }
}
