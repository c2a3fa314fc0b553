package org.leitai.platform.arena;

/** What a keeper tells the one who started it; called on the keeper's event loop. */
interface KeeperEvents {
    /** Events up to that place are in the ledger. */
    void committed(long seq);

    /** The keeper takes nothing any more. */
    void closed();
}
