package org.leitai.judging;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.leitai.kernel.StreamId;

/** Who is behind the ids, for those who may see it; kept by registration, never by judging. */
public interface Faces {
    /** Keeps somebody who is no contestant, such as a judge; the answer may go into events. */
    Future<UUID> keep(StreamId contest, String name);

    /** Names by person; an erased person is left out. */
    Future<Map<UUID, String>> people(Collection<UUID> people);

    /** Faces by entry. */
    Future<Map<UUID, Face>> entries(StreamId contest, Collection<UUID> entries);

    /**
     * An entry as shown.
     *
     * @param name of the contestant or team; empty when erased
     */
    record Face(String name, String unit, String delegation) {}
}
