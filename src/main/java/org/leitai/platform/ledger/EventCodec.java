package org.leitai.platform.ledger;

import org.leitai.kernel.Event;
import org.leitai.kernel.doc.Doc;

/**
 * Events of one kind of stream to and from documents; a feature's {@code store} package has one for each sealed family.
 *
 * <p>Stateless, safe on any thread.
 */
public interface EventCodec<E extends Event> {
    /** Name with version such as {@code judging.mark-recorded.v1}; never a class name, never reused for another shape. */
    String name(E event);

    Doc.Obj write(E event);

    /**
     * The event of that name.
     *
     * @throws UnknownEventException when this program cannot read that name or version
     */
    E read(String name, Doc.Obj body);
}
