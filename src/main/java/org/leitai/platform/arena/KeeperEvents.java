package org.leitai.platform.arena;

import java.util.List;
import org.leitai.kernel.Command;

/** What a keeper tells the one who started it; called on the keeper's event loop. */
interface KeeperEvents<C extends Command> {
    /** Events up to that place are in the ledger. */
    void committed(long seq);

    /** Another node owns the stream now; these commands are not recorded here and not answered. Comes after {@link #closed}. */
    void moved(List<Waiting<C>> unanswered);

    /** The keeper takes nothing any more. */
    void closed();
}
