package org.leitai.platform.ledger;

/** An event name or version that this program does not know: its stream cannot be kept by this node. */
public final class UnknownEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownEventException(String name) {
        super("this program cannot read events named '" + name + "'; a newer program wrote them");
    }
}
