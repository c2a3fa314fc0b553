package org.leitai.kernel.doc;

/** A document does not have the shape its reader needs; the message names the field and what it should be. */
public final class DocException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    public DocException(String field, String expected) {
        super("field '" + field + "' must be " + expected);
        this.field = field;
    }

    /** The name (or path) of the field in question. */
    public String field() {
        return field;
    }
}
