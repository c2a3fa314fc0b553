package org.leitai.board;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.leitai.board.domain.ContestTitle;
import org.leitai.board.domain.Face;
import org.leitai.kernel.StreamId;

/** What boards ask of other rooms: names, which the ledger does not hold, and which contests the public may know of. */
public interface Directory {
    /** The faces of these entries; entries that are unknown are left out, erased people have no names. */
    Future<Map<UUID, Face>> faces(StreamId contest, Collection<UUID> entries);

    Future<ContestTitle> contest(StreamId contest);

    /** Whether the public may know of a contest; published once, it stays so. */
    Future<Boolean> isPublic(StreamId contest);

    /** Contests that are published and not over, newest first. */
    Future<List<PublicContest>> publicContests();

    /**
     * A contest that the public may know of.
     *
     * @param disciplines in the organiser's order
     */
    record PublicContest(StreamId id, ContestTitle title, List<StreamId> disciplines) {}
}
