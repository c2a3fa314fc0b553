package org.leitai.registration.sheet;

/** A file that cannot be read as a table at all; the code tells people what to do. */
public final class UnreadableSheet extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    public UnreadableSheet(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Kebab-case, listed in the HTTP contract. */
    public String code() {
        return code;
    }
}
