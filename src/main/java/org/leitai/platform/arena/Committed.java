package org.leitai.platform.arena;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.StreamId;
import org.leitai.platform.ledger.Hash;
import org.leitai.platform.ledger.Head;
import org.leitai.platform.ledger.OlderLedgerException;

/**
 * What this node knows to be committed, also of streams it has let go. A head that is older, or holds another event there, means
 * that somebody put an older copy of the database in place: nothing is appended to it until people have decided, by starting the
 * node again, that the copy counts; tablets then offer again what it lacks. Safe on any thread.
 */
final class Committed {
    private static final int MOST = 100_000;

    private final Map<StreamId, Place> places = new ConcurrentHashMap<>();
    private volatile @Nullable String lost;

    void note(StreamId stream, long seq, Hash hash) {
        if (places.size() >= MOST) {
            places.clear();
        }
        places.put(stream, new Place(seq, hash));
    }

    /** Throws when a stream's head does not contain what was committed. */
    void check(Head head) {
        Place known = places.get(head.stream());
        if (known != null && !known.isIn(head)) {
            throw new OlderLedgerException(head.stream(), head.seq(), known.seq());
        }
    }

    /** Why a stream cannot be kept; remembered when something committed is not in the ledger. */
    void failed(Throwable why) {
        if (why instanceof OlderLedgerException older) {
            lost = older.getMessage();
        }
    }

    /** What was found missing; empty while all is well. */
    Optional<String> lost() {
        return Optional.ofNullable(lost);
    }

    private record Place(long seq, Hash hash) {
        boolean isIn(Head head) {
            return head.seq() > seq || (head.seq() == seq && head.hash().equals(hash));
        }
    }
}
